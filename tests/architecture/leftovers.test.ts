import { describe, expect, test } from 'vitest';
import { projectFiles, textOf } from './source-tree.ts';

const texts = projectFiles().filter((file) =>
  /\.(ts|mjs|cjs|js|json|ya?ml|md|sql|css|njk|svg|csv|txt|html)$|(^|\/)[^.]+$/.test(file),
);
const HOMES = ['home', 'Users', 'root', 'work', 'workspace', 'mnt'].join('|');
const MACHINE_PATH = new RegExp(`(?<![\\w.}~-])/(${HOMES})/\\w`);
const REGISTRY_HOST = new RegExp(['registry', 'npmjs', 'org'].join('\\.') + '|' + ['deb', 'debian', 'org'].join('\\.'));
const SUPPRESSION = /(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)/;
const WITH_REASON = /(-disable[\w-]*|@ts-expect-error)[^\n]*(--|:) \S+ \S+/;

function linesWhere(files: readonly string[], isFault: (line: string) => boolean): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, at) => (isFault(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe('the project', () => {
  test('mentions no folder of somebody’s machine', () => {
    expect(linesWhere(texts, (line) => MACHINE_PATH.test(line))).toEqual([]);
  });

  test('names no package registry: whoever installs has their own', () => {
    expect(linesWhere(texts, (line) => REGISTRY_HOST.test(line))).toEqual([]);
  });

  test('says why, wherever a rule is set aside', () => {
    const code = texts.filter(
      (file) => /\.(ts|mjs|cjs|js)$/.test(file) && file !== 'tests/architecture/leftovers.test.ts',
    );
    expect(linesWhere(code, (line) => SUPPRESSION.test(line) && !WITH_REASON.test(line))).toEqual([]);
  });
});
