import { describe, expect, test } from 'vitest';
import { decision } from '../../../tests/cases/case-in-state.ts';
import { compareDecisions } from './compare-decisions.ts';

const clause = (id: string, result: 'met' | 'not-met' | 'not-known') => ({
  id,
  result,
  says: 'Aged 18 or over',
  source: ['S-EX'],
  standing: 'sourced' as const,
  reads: ['age'],
});
const recorded = decision('needs-information', {
  clauses: [clause('EX-1', 'met'), clause('EX-2', 'not-known')],
  missing: ['age', 'sex'],
});

describe('A decision worked out again', () => {
  test('is the same whatever words, sources and later fields it has, in whatever order', () => {
    const again = {
      ...recorded,
      clauses: [clause('EX-2', 'not-known'), { ...clause('EX-1', 'met'), says: 'Eighteen, or older', law: 'new' }],
      missing: ['sex', 'age'],
      schemeVersion: 'other',
      confidence: 'a field of a later version',
    };
    expect(compareDecisions(recorded, again)).toEqual([]);
  });

  test('differs where the verdict does', () => {
    expect(compareDecisions(recorded, { ...recorded, verdict: 'eligible' })).toEqual([
      { of: 'verdict', recorded: 'needs-information', again: 'eligible' },
    ]);
  });

  test('differs where a clause has another result, is new or is gone', () => {
    const again = { ...recorded, clauses: [clause('EX-1', 'not-met'), clause('EX-3', 'met')] };
    expect(compareDecisions(recorded, again)).toEqual([
      { of: 'clause', id: 'EX-1', recorded: 'met', again: 'not-met' },
      { of: 'clause', id: 'EX-2', recorded: 'not-known', again: null },
      { of: 'clause', id: 'EX-3', recorded: null, again: 'met' },
    ]);
  });

  test.each([[['age']], [['age', 'sex', 'admission']], [['age', 'admission']]])(
    'differs where other facts are missing: %j',
    (missing) => {
      expect(compareDecisions(recorded, { ...recorded, missing })).toEqual([
        { of: 'missing', recorded: ['age', 'sex'], again: missing },
      ]);
    },
  );
});
