import { describe, expect, test } from 'vitest';
import { SELF_DEFINED_CODES } from '../../src/triage/index.ts';
import { loadVocabulary } from '../../src/reference/store/reference-lists.ts';
import { sourceFiles, textOf } from './source-tree.ts';

const { facts } = await loadVocabulary();
const READS_THE_PERSON = /selfDefined|\bmonitoring\b|from '[./]*\/(?:triage|cases)\//;

describe('What is asked for equality monitoring decides nothing:', () => {
  test('no fact that a rule can read is an ethnicity, a disability or a language', () => {
    expect(facts.length).toBeGreaterThan(20);
    expect(facts.map(({ id }) => id).filter((id) => /ethnic|disab|language|monitoring/.test(id))).toEqual([]);
  });

  test('no fact takes a code of self-defined ethnicity', () => {
    const codes: ReadonlySet<string> = new Set(SELF_DEFINED_CODES);
    const taking = facts.filter(
      ({ type }) => 'values' in type && type.values.some((value) => codes.has(String(value))),
    );
    expect(taking.map(({ id }) => id)).toEqual([]);
  });

  test('neither the engine nor the schemes and the law read the person', () => {
    const deciding = sourceFiles().filter((file) => /^src\/(eligibility|schemes)\//.test(file));
    expect(deciding.length).toBeGreaterThan(20);
    expect(deciding.filter((file) => READS_THE_PERSON.test(textOf(file)))).toEqual([]);
  });

  test.each([
    'person.ethnicity.selfDefined',
    'const { monitoring } = person;',
    "import type { Person } from '../triage/index.ts';",
    "import { recordOf } from '../../cases/domain/case-state.ts';",
  ])('%s would be noticed', (text) => {
    expect(READS_THE_PERSON.test(text)).toBe(true);
  });
});
