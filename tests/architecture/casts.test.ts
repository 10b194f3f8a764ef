import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectFiles, textOf, walk } from './source-tree.ts';

/**
 * A cast through `unknown`, `never` or `any` says that the compiler is wrong and asks it to be silent. What comes from a
 * store, a request or a file is read through a schema instead; lint holds the folders that read it to that.
 */
function silencingCasts(file: string, text: string): string[] {
  const found: string[] = [];
  // Reading a text as a tree takes long, and most texts have none of these words.
  if (!/\bas\s+(unknown|never|any)\b|<(never|any)>/.test(text)) return found;
  walk(file, text, (node, place) => {
    if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return;
    const isThrough = ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;
    const isTo = [ts.SyntaxKind.NeverKeyword, ts.SyntaxKind.AnyKeyword].includes(node.type.kind);
    if (isThrough || isTo) found.push(`${place()} ${node.getText()}`);
  });
  return found;
}

describe('No cast silences the compiler', () => {
  test('in anything that somebody wrote in TypeScript here', () => {
    const files = projectFiles().filter((file) => /(?<!\.generated)\.ts$/.test(file));
    expect(files.length).toBeGreaterThan(1000);
    expect(files.flatMap((file) => silencingCasts(file, textOf(file)))).toEqual([]);
  });

  test.each(['row.status as unknown as CaseStatus', 'day as never', '(body as any).name', '<never>day'])(
    'so that %s does not pass',
    (code) => {
      expect(silencingCasts('src/cases/x.ts', code)).toHaveLength(1);
    },
  );

  test.each(["['a'] as const", 'JSON.parse(text) as unknown', 'row as Row'])('and %s is left to lint', (code) => {
    expect(silencingCasts('src/cases/x.ts', code)).toEqual([]);
  });
});
