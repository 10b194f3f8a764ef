import { expect, test } from 'vitest';
import { refusalWords } from '../../src/cases/domain/case-refusal.ts';
import { loadReferenceLists } from '../../src/reference/store/reference-lists.ts';
import { loadLaw } from '../../src/schemes/store/law-files.ts';

const clauses = (await loadLaw(await loadReferenceLists())).flatMap(({ clauses }) => clauses);
const refusals = clauses.flatMap(({ id, refusal }) => (refusal === undefined ? [] : [{ id, refusal }]));

test.each(refusals)('$id refuses by a code that has its words: $refusal', ({ refusal }) => {
  expect(Object.keys(refusalWords)).toContain(refusal);
});

test('the law has refusals to hold', () => {
  expect(refusals.length).toBeGreaterThan(20);
});
