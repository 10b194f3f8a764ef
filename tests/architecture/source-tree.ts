import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from './cruise.ts';

/** Every file of the project that git tracks or would track: what `.gitignore` names is left out. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(projectRoot, file)));
  return [...new Set(files)].toSorted();
}

/** The TypeScript of src/; with tests only where they are asked for. */
export function sourceFiles({ withTests = false } = {}): string[] {
  return projectFiles().filter((file) => /^src\/.*\.ts$/.test(file) && (withTests || !file.endsWith('.test.ts')));
}

export function textOf(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
}

/** Calls `visit` on each node of a file; `place` turns a node into `file:line`. */
export function walk(file: string, visit: (node: ts.Node, place: string) => void): void {
  const source = parse(file);
  const step = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    visit(node, `${file}:${line + 1}`);
    node.forEachChild(step);
  };
  source.forEachChild(step);
}
