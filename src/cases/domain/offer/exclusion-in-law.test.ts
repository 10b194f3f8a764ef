import { describe, expect, test } from 'vitest';
import { caseThrough, law, today } from '../../../../tests/cases/case-in-state.ts';
import { recordOf } from '../case-state.ts';
import type { ModeOfTrial } from '../case-event.ts';
import { exclusionInLaw } from './exclusion-in-law.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';

function excluded(
  facts: RecordedFacts,
  modeOfTrial: ModeOfTrial | null = null,
  kind?: string,
): ReturnType<typeof exclusionInLaw> {
  const force = facts['force'] === 'scotland' ? 'scotland' : 'durham';
  const record = recordOf(caseThrough('triaged').state());
  const scheme = kind === undefined ? null : { kind };
  return exclusionInLaw(
    law,
    { ...record, force, facts, offence: { occurredOn: null, modeOfTrial } },
    { today, scheme },
  );
}

const theft: RecordedFacts = { force: 'durham', 'offence-group': 'theft' };

const possession: RecordedFacts = { ...theft, age: 30, 'offence-group': 'possession' };

describe('The law excludes', () => {
  test.each<[string, RecordedFacts, ReturnType<typeof exclusionInLaw>]>([
    ['a child of nine in England', { ...theft, age: 9 }, 'excluded'],
    ['nobody of ten in England for being ten', { ...theft, age: 10 }, 'not-excluded'],
    ['a child of eleven in Scotland', { ...theft, force: 'scotland', age: 11 }, 'excluded'],
    ['nobody of twelve in Scotland for being twelve', { ...theft, force: 'scotland', age: 12 }, 'not-excluded'],
    ['perhaps somebody between nine and twelve', { ...theft, age: { from: 9, to: 12 } }, 'not-settled'],
    ['perhaps somebody whose age nobody knows', theft, 'not-settled'],
    ['perhaps somebody who is nine or fourteen', { ...theft, age: { oneOf: [9, 14] } }, 'not-settled'],
    [
      'perhaps a burglary of a home: it depends how',
      { ...theft, age: 30, 'offence-group': 'burglary-dwelling' },
      'not-settled',
    ],
    ['perhaps a supply: it depends how often', { ...theft, age: 30, 'offence-group': 'supply' }, 'not-settled'],
    [
      'what was no offence: steroids for one’s own use',
      { ...possession, substances: ['anabolic-steroid'] },
      'excluded',
    ],
    ['perhaps a possession of nobody knows what', possession, 'not-settled'],
    ['nobody found with cannabis', { ...possession, substances: ['cannabis'] }, 'not-excluded'],
    ['perhaps a weapon offence: it depends which', { ...theft, age: 30, 'offence-group': 'weapon' }, 'not-settled'],
  ])('%s', (_, facts, exclusion) => {
    expect(excluded(facts)).toBe(exclusion);
  });

  test('a referral from custody, which stands beside the case, by the age alone', () => {
    const robbery: RecordedFacts = { ...theft, age: 30, 'offence-group': 'other' };
    expect(excluded(robbery, 'indictable-only', 'arrest-referral')).toBe('not-excluded');
    expect(excluded(robbery, 'indictable-only', 'deflection')).toBe('excluded');
    expect(excluded(robbery, null, 'support')).toBe('not-excluded');
    expect(excluded({ ...possession, substances: ['anabolic-steroid'] }, null, 'treatment')).toBe('not-excluded');
    expect(excluded({ ...theft, age: 9 }, null, 'arrest-referral')).toBe('excluded');
  });

  test('an offence that only the Crown Court may try, whatever its group', () => {
    expect(excluded({ ...theft, age: 30 }, 'indictable-only')).toBe('excluded');
    expect(excluded({ ...theft, age: 30, 'offence-group': 'weapon' }, 'summary-only')).toBe('not-excluded');
  });
});
