import { describe, expect, test } from 'vitest';
import type { RecordedFacts } from '../../triage/domain/index.ts';
import { isAdult, isKnownChild, isKnownToBe, knownValue } from './known-facts.ts';

describe('The age on the day of the offence, as far as it is known', () => {
  test.each<[RecordedFacts, boolean, boolean]>([
    [{}, false, false],
    [{ age: 17 }, true, false],
    [{ age: 18 }, false, true],
    [{ age: { from: 16, to: 17 } }, true, false],
    [{ age: { from: 17, to: 18 } }, false, false],
    [{ age: { from: 18 } }, false, true],
    [{ age: { to: 17 } }, true, false],
    [{ age: { oneOf: [17, 16] } }, true, false],
    [{ age: { oneOf: [18, 17] } }, false, false],
    [{ age: { oneOf: [18, 30] } }, false, true],
  ])('%j: known to be a child %s, known to be an adult %s', (facts, child, adult) => {
    expect([isKnownChild(facts), isAdult(facts)]).toEqual([child, adult]);
  });
});

describe('A fact is known where it is known exactly', () => {
  test.each<[RecordedFacts, unknown]>([
    [{}, undefined],
    [{ drug: 'khat' }, 'khat'],
    [{ drug: false }, false],
    [{ drug: ['khat', 'cannabis'] }, ['khat', 'cannabis']],
    [{ drug: { oneOf: ['khat', 'cannabis'] } }, undefined],
    [{ drug: { from: 1, to: 2 } }, undefined],
  ])('%j is %j', (facts, value) => {
    expect(knownValue(facts, 'drug')).toEqual(value);
  });

  test('and is nothing else', () => {
    expect(isKnownToBe({ drug: 'khat' }, 'drug', 'khat')).toBe(true);
    expect(isKnownToBe({ drug: 'khat' }, 'drug', 'cannabis')).toBe(false);
    expect(isKnownToBe({}, 'drug', false)).toBe(false);
  });
});
