import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from './cruise.ts';

const NOT_OURS = new Set(['node_modules', '.git', 'data', 'coverage', 'reports', '.cache', '.vitest']);

/** Every file of the project, as a path from its root; what is installed, built or stored beside it is left out. */
export function projectFiles(): string[] {
  const filesIn = (folder: string): string[] =>
    readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return folder === '' && NOT_OURS.has(entry.name) ? [] : filesIn(path);
      return entry.isFile() ? [path] : [];
    });
  return filesIn('').toSorted();
}

/** The TypeScript of src/; with tests only where they are asked for. */
export function sourceFiles({ withTests = false } = {}): string[] {
  return projectFiles().filter(
    (file) => /^src\/.*\.ts$/.test(file) && (withTests || !/\.test(-support)?\.ts$/.test(file)),
  );
}

export function textOf(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}

/** Calls `visit` on each node of a TypeScript text; `place` works out `file:line`. */
export function walk(file: string, text: string, visit: (node: ts.Node, place: () => string) => void): void {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const step = (node: ts.Node): void => {
    visit(node, () => `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`);
    node.forEachChild(step);
  };
  source.forEachChild(step);
}
