import { basename } from 'node:path';
import ts from 'typescript';
import { clausesByRefusal } from './clauses.ts';
import { linkTo, table } from './markdown.ts';
import { sourceFiles, walk } from './source-file.ts';

interface Refusal {
  readonly code: string;
  readonly says: string;
  readonly file: string;
}

/** Every code with which something is refused, what it says, and the functions and clauses of the law that refuse with it. */
export function refusals(): string {
  const files = sourceFiles();
  const byPlace = new Map(files.flatMap(refusalsIn).map((refusal) => [`${refusal.code} ${refusal.file}`, refusal]));
  const found = [...byPlace.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const users = usersOf(new Set(found.map(({ code }) => code)), files);
  const ofLaw = clausesByRefusal();
  const rows = found.map(({ code, says, file }) => {
    const all = users.filter((user) => user.code === code);
    // Where two rooms have a code of the same name, each has its own users.
    const isShared = found.some((other) => other.code === code && roomOf(other.file) !== roomOf(file));
    const own = isShared ? all.filter((user) => roomOf(user.file) === roomOf(file)) : all;
    const passing = own.filter(({ isPassed }) => isPassed);
    const links = (passing.length > 0 ? passing : own).map((user) => linkTo(user.file, user.name));
    return [linkTo(file, code), says, [...new Set(links), ...(ofLaw.get(code) ?? [])].join(', ')];
  });
  return table(['refusal', 'says', 'refused by'], rows);
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
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

interface User {
  readonly code: string;
  readonly file: string;
  readonly name: string;
  /** Whether it passes the code to a call, as `refusalOf('no-decision')` or `refuse({ code: 'email-taken' })`. */
  readonly isPassed: boolean;
}

/** The functions that use a code, but those that only show or translate what was refused: pages and the command line. */
function usersOf(codes: ReadonlySet<string>, files: readonly string[]): User[] {
  const users: User[] = [];
  for (const file of files.filter((path) => !path.startsWith('src/cli/'))) {
    walk(file, (node) => {
      if (!ts.isStringLiteral(node) || !codes.has(node.text) || ts.isLiteralTypeNode(node.parent)) return;
      const isGiven = isPassed(node) || isCodePassed(node);
      const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
      if (isKey || (!isGiven && file.includes('/pages/'))) return;
      users.push({ code: node.text, file, name: functionAround(node, file), isPassed: isGiven });
    });
  }
  return users;
}

/** What is passed to a call by itself, or as one end of a choice that is. */
function isPassed(node: ts.Node): boolean {
  return ts.isConditionalExpression(node.parent) ? isPassed(node.parent) : ts.isCallExpression(node.parent);
}

function isCodePassed({ parent }: ts.StringLiteral): boolean {
  return ts.isPropertyAssignment(parent) && nameOf(parent.name) === 'code' && isPassed(parent.parent);
}

/** The name at the top of the file that a refusal stands under; of what has none, the file's. */
function functionAround(node: ts.Node, file: string): string {
  const names = (at: ts.Node): boolean =>
    (ts.isFunctionDeclaration(at) && ts.isSourceFile(at.parent)) ||
    (ts.isVariableDeclaration(at) && ts.isSourceFile(at.parent.parent.parent));
  const around = ts.findAncestor(node, names);
  const name = around !== undefined && (ts.isFunctionDeclaration(around) || ts.isVariableDeclaration(around));
  return name ? (around.name?.getText() ?? basename(file, '.ts')) : basename(file, '.ts');
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}
