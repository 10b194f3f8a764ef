import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export function textOf(file: string): string {
  return readFileSync(`${projectRoot}${file}`, 'utf8');
}

/** The files under a folder of the project whose path passes, as paths from the root, in order. */
export function filesUnder(folder: string, passes: (file: string) => boolean): string[] {
  const entries = readdirSync(`${projectRoot}${folder}`, { recursive: true, encoding: 'utf8' });
  return entries
    .map((entry) => `${folder}/${entry}`)
    .filter(passes)
    .toSorted();
}

/** The program's own TypeScript: no tests, nothing generated. */
export function sourceFiles(): string[] {
  return filesUnder('src', (file) => file.endsWith('.ts') && !/\.(test|test-support|generated)\.ts$/.test(file));
}

const parsed = new Map<string, ts.SourceFile>();

/** Calls `visit` on every node of a TypeScript file. */
export function walk(file: string, visit: (node: ts.Node) => void): void {
  const source = parsed.get(file) ?? ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  const step = (node: ts.Node): void => {
    visit(node);
    node.forEachChild(step);
  };
  source.forEachChild(step);
}

/**
 * What a file says of itself: the first sentence of the docstring on the export that the file is named for, else of the
 * one at its very top, else of one that stands by itself before any export, else of its first export's. Null where it
 * has none of these.
 */
export function firstSentence(file: string): string | null {
  const text = textOf(file);
  const name = basename(file, '.ts').replaceAll('-', '').toLowerCase();
  const ofExports = [...text.matchAll(/^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:\/\/.*\n)?export [a-z ]*\b(\w+)/gm)];
  const ofName =
    ofExports.find(([, , exported = '']) => exported.toLowerCase() === name) ??
    ofExports.find(([, , exported = '']) => exported.toLowerCase().includes(name));
  const atTop = /^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?!const |let |function |class |interface |type )/.exec(text);
  const beforeExports = text.slice(0, /^export /m.exec(text)?.index ?? text.length);
  const byItself = /^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n\n/m.exec(beforeExports);
  const comment = (ofName ?? atTop ?? byItself ?? ofExports[0])?.[1];
  return comment === undefined ? null : sentenceOf(comment);
}

/** The first sentence of a comment's first paragraph. One capital and a full stop are an initial, and end nothing. */
export function sentenceOf(comment: string): string {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
  const [paragraph = ''] = lines.join('\n').trim().split('\n\n');
  const prose = paragraph.replaceAll('\n', ' ');
  return (
    /^.*?(?<!(?:^|[\s(])(?:[A-Z]|St|No|e\.g|i\.e|cf|vol|pp?|ss?))[.?!](?=\s+[A-Z`"'“‘]|$)/.exec(prose)?.[0] ??
    prose.replace(/[:,]$/, '')
  );
}
