import { expect, test } from 'vitest';
import { refusalWords } from '../../src/cases/domain/case-refusal.ts';
import { shippedLaw } from '../../src/schemes/store/shipped-law.test-support.ts';

const clauses = shippedLaw.flatMap(({ clauses }) => clauses);
const refusals = clauses.flatMap(({ id, refusal }) => (refusal === undefined ? [] : [{ id, refusal }]));

test.each(refusals)('$id refuses by a code that has its words: $refusal', ({ refusal }) => {
  expect(Object.keys(refusalWords)).toContain(refusal);
});

test('the law has refusals to hold', () => {
  expect(refusals.length).toBeGreaterThan(20);
});
