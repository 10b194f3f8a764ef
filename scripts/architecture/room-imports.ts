import { posix } from 'node:path';
import ts from 'typescript';
import { sourceFiles, walk } from '../where-is/source-file.ts';

/** One room that needs another: its code, or only the names of its types. */
export interface RoomImport {
  readonly from: string;
  readonly to: string;
  readonly onlyTypes: boolean;
}

/** The folder of src/ that a file lies in; the web is two rooms. Null for the files that join rooms. */
export function roomOf(file: string): string | null {
  return /^src\/(web\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? null;
}

/** Which rooms import which, in order of name. */
export function roomImports(): readonly RoomImport[] {
  const found = new Map<string, RoomImport>();
  for (const file of sourceFiles()) {
    const from = roomOf(file);
    if (from === null) continue;
    walk(file, (node) => {
      const target = targetOf(node);
      const to = target === null ? null : roomOf(posix.join(posix.dirname(file), target.path));
      if (target === null || to === null || to === from) return;
      const key = `${from} ${to}`;
      const before = found.get(key);
      found.set(key, { from, to, onlyTypes: target.onlyTypes && (before?.onlyTypes ?? true) });
    });
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

/** What an import or an export names, where it is a file of this project. */
function targetOf(node: ts.Node): { readonly path: string; readonly onlyTypes: boolean } | null {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [path] = node.arguments;
    return path !== undefined && ts.isStringLiteral(path) ? ownFile(path.text, false) : null;
  }
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return null;
  const specifier = node.moduleSpecifier;
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return null;
  return ownFile(specifier.text, ts.isImportDeclaration(node) ? importsTypes(node) : node.isTypeOnly);
}

function ownFile(path: string, onlyTypes: boolean): { readonly path: string; readonly onlyTypes: boolean } | null {
  return path.startsWith('.') ? { path, onlyTypes } : null;
}

function importsTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}
