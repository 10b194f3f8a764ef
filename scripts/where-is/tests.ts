import { existsSync } from 'node:fs';
import ts from 'typescript';
import { linkTo, table } from './markdown.ts';
import { filesUnder, projectRoot, walk } from './source-file.ts';

const SHOWN = 6;
const FILLED_IN = /^.[%$]\w+.$/;

/** The tests that stand beside no file of their own name: what several files do together, and what holds everywhere. */
export function tests(): string {
  const files = ['src', 'tests'].flatMap((folder) => filesUnder(folder, (file) => file.endsWith('.test.ts')));
  const rows = files.filter(standsAlone).map((file) => [linkTo(file), titlesOf(file)]);
  return table(['test', 'holds'], rows);
}

function standsAlone(file: string): boolean {
  const tested = file.replace(/(\.(slow|store|properties|types))*\.test\.ts$/, '.ts');
  return !existsSync(`${projectRoot}${tested}`);
}

/** What its groups are called, and its tests that are in none. A title that is filled in for each row of a table says nothing here. */
function titlesOf(file: string): string {
  const titles: string[] = [];
  walk(file, (node) => {
    if (!isGroupOrTest(node) || ts.findAncestor(node.parent, isGroupOrTest)) return;
    const [title] = node.arguments;
    const isWritten = title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title));
    if (isWritten && !FILLED_IN.test(title.getText())) titles.push(title.getText().slice(1, -1));
  });
  const more = titles.length > SHOWN ? [`${titles.length - SHOWN} more`] : [];
  return [...titles.slice(0, SHOWN), ...more].join('; ');
}

function isGroupOrTest(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && (isNamed(node.expression, 'describe') || isNamed(node.expression, 'test'));
}

/** `test`, `test.skipIf(…)` and `test.each(…)` alike. */
function isNamed(called: ts.Expression, name: string): boolean {
  if (ts.isIdentifier(called)) return called.text === name;
  return (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) && isNamed(called.expression, name);
}
