import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { outcomesInLaw } from '../../src/cases/domain/outcome/index.ts';
import { law } from './case-in-state.ts';

const file = new URL('../../reference/outcome-types.yaml', import.meta.url);
const { outcomeTypes } = parse(readFileSync(file, 'utf8')) as { outcomeTypes: readonly { readonly type: string }[] };
const inLaw = outcomesInLaw(law).map(({ type }) => type);

describe('A rule of an outcome stands in one place', () => {
  test('every type that the law has rules for is one of the Home Office', () => {
    const types = outcomeTypes.map(({ type }) => type);
    expect(inLaw.filter((type) => !types.includes(type))).toEqual([]);
  });

  test('no two law documents have rules for one type', () => {
    expect(new Set(inLaw).size).toBe(inLaw.length);
  });

  test.each(outcomeTypes)(
    'the list of types says of $type how it is counted, and nothing that the law says',
    (each) => {
      const counted = ['type', 'label', 'wording', 'group', 'positive', 'source', 'standing', 'notes'];
      expect(Object.keys(each).filter((key) => !counted.includes(key))).toEqual([]);
    },
  );
});
