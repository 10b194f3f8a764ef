import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './cruise.ts';
import { textOf } from './source-tree.ts';

interface Row {
  readonly id: string;
  readonly level: string;
  readonly state: string;
  readonly why: string;
  readonly files: readonly string[];
}

const rows: readonly Row[] = textOf('docs/asvs.md')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, id = '', level = '', , state = '', why = '', heldBy = ''] = line.split('|').map((cell) => cell.trim());
    return { id, level, state, why, files: [...heldBy.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) };
  });

test("The table of OWASP's requirements has each of levels 1 and 2 once, as many as the standard has", () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.filter(({ level }) => level === '1')).toHaveLength(70);
  expect(rows.filter(({ level }) => level === '2')).toHaveLength(183);
});

test('Every file that it names is there, what holds names one, and what does not says why', () => {
  const missing = rows.flatMap(({ id, files }) =>
    files.filter((file) => !existsSync(join(projectRoot, file))).map((file) => `${id} ${file}`),
  );
  expect(missing).toEqual([]);
  expect(rows.filter(({ state, files }) => state === 'holds' && files.length === 0)).toEqual([]);
  expect(rows.filter(({ state, why }) => state !== 'holds' && why === '')).toEqual([]);
  expect(rows.filter(({ state }) => !['holds', 'gap', 'not applicable'].includes(state))).toEqual([]);
});

test('It counts itself rightly', () => {
  const counted = (state: string): number => rows.filter((row) => row.state === state).length;
  expect(textOf('docs/asvs.md')).toContain(
    `Of ${rows.length} requirements **${counted('holds')} hold, ${counted('gap')} are gaps, and ${counted('not applicable')} do not apply**`,
  );
});
