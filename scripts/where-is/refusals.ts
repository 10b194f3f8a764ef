import { basename } from 'node:path';
import ts from 'typescript';
import { linkTo, table } from './markdown.ts';
import { sourceFiles, walk } from './source-file.ts';

interface Refusal {
  readonly code: string;
  readonly says: string;
  readonly file: string;
}

/** Every code with which something is refused, what it says, and the places that refuse with it. */
export function refusals(): string {
  const files = sourceFiles();
  const found = files.flatMap(refusalsIn).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const users = filesThatRefuse(new Set(found.map(({ code }) => code)), files);
  const rows = found.map(({ code, says, file }) => {
    const elsewhere = [...(users.get(code) ?? [])].filter((user) => user !== file);
    return [linkTo(file, code), says, elsewhere.map((user) => linkTo(user, basename(user, '.ts'))).join(', ')];
  });
  return table(['refusal', 'says', 'refused in'], rows);
}

/** Codes are the keys of a table called `…refusalWords`, or the `code` of a type called `…Refusal`. */
function refusalsIn(file: string): Refusal[] {
  const found: Refusal[] = [];
  walk(file, (node) => {
    if (ts.isPropertyAssignment(node) && /refusalWords$/i.test(nameOfTable(node))) {
      const says = ts.isStringLiteralLike(node.initializer) ? node.initializer.text : '';
      found.push({ code: nameOf(node.name), says, file });
    }
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) && isCodeOfRefusal(node)) {
      found.push({ code: node.literal.text, says: '', file });
    }
  });
  return found;
}

function nameOfTable(node: ts.PropertyAssignment): string {
  const declaration = ts.findAncestor(node, ts.isVariableDeclaration);
  return declaration?.name.getText() ?? '';
}

function isCodeOfRefusal(node: ts.Node): boolean {
  const property = ts.findAncestor(node, ts.isPropertySignature);
  const type = ts.findAncestor(node, (at) => ts.isTypeAliasDeclaration(at) || ts.isInterfaceDeclaration(at));
  return property !== undefined && nameOf(property.name) === 'code' && (type?.name.text.endsWith('Refusal') ?? false);
}

/** The files that pass a code to a call, such as `refusalOf('no-decision')`. */
function filesThatRefuse(codes: ReadonlySet<string>, files: readonly string[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const file of files) {
    walk(file, (node) => {
      const isPassed = ts.isStringLiteral(node) && ts.isCallExpression(node.parent) && codes.has(node.text);
      if (isPassed) users.set(node.text, (users.get(node.text) ?? new Set()).add(file));
    });
  }
  return users;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}
