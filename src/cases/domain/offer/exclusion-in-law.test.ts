import { describe, expect, test } from 'vitest';
import type { ModeOfTrial } from '../case-event.ts';
import { exclusionInLaw } from './exclusion-in-law.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';

const offence = (modeOfTrial: ModeOfTrial | null = null) => ({ occurredOn: null, modeOfTrial });
const theft: RecordedFacts = { force: 'durham', 'offence-group': 'theft' };

describe('The law excludes', () => {
  test.each<[string, RecordedFacts, ReturnType<typeof exclusionInLaw>]>([
    ['a child of nine in England', { ...theft, age: 9 }, 'excluded'],
    ['nobody of ten in England for being ten', { ...theft, age: 10 }, 'not-excluded'],
    ['a child of eleven in Scotland', { ...theft, force: 'scotland', age: 11 }, 'excluded'],
    ['nobody of twelve in Scotland for being twelve', { ...theft, force: 'scotland', age: 12 }, 'not-excluded'],
    ['perhaps somebody between nine and twelve', { ...theft, age: { from: 9, to: 12 } }, 'not-settled'],
    ['perhaps somebody whose age nobody knows', theft, 'not-settled'],
    ['perhaps somebody who is nine or fourteen', { ...theft, age: { oneOf: [9, 14] } }, 'not-settled'],
    ['perhaps a weapon offence: it depends which', { ...theft, age: 30, 'offence-group': 'weapon' }, 'not-settled'],
  ])('%s', (_, facts, exclusion) => {
    expect(exclusionInLaw(facts, offence())).toBe(exclusion);
  });

  test('an offence that only the Crown Court may try, whatever its group', () => {
    expect(exclusionInLaw({ ...theft, age: 30 }, offence('indictable-only'))).toBe('excluded');
    expect(exclusionInLaw({ ...theft, age: 30, 'offence-group': 'weapon' }, offence('summary-only'))).toBe(
      'not-excluded',
    );
  });
});
