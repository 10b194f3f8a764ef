import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { outcomesInLaw, refusalOfOutcome } from '../../src/cases/domain/outcome/outcome-rules.ts';
import type { CaseRecord } from '../../src/cases/domain/case-state.ts';
import { calendarDayOf, addDays } from '../../src/shared/calendar-day.ts';
import { basis, facts, given, law } from './given.ts';

interface OutcomeType {
  readonly type: string;
  readonly appliesTo: 'any' | 'adult' | 'child';
  readonly admission: 'required' | 'not-required' | null;
  readonly afterActivity: boolean;
  readonly from?: string;
}

const file = new URL('../../reference/outcome-types.yaml', import.meta.url);
const { outcomeTypes } = parse(readFileSync(file, 'utf8')) as { outcomeTypes: OutcomeType[] };
const inLaw = outcomesInLaw(law).map(({ type }) => type);
const ours = outcomeTypes.filter(({ type }) => inLaw.includes(type));

/** Why a type is refused, where everything is in order but what `different` changes. */
function refusal(type: string, different: object, { activityDone = true, today = '2026-11-02' } = {}): string | null {
  const inOrder = { ...facts, substances: ['cannabis'], amount: 'personal-use', ...different };
  const { age } = inOrder as { readonly age?: number };
  return refusalOfOutcome({
    law,
    type,
    ageToday: age ?? null,
    actorRank: 'sergeant',
    basis,
    record: (given('triaged', { facts: inOrder }).state() as { record: CaseRecord }).record,
    schemeType: type,
    schemeKind: 'deferred-prosecution',
    schemeDisposals: [],
    activityDone,
    returnedForProsecution: true,
    timeLimitPassed: false,
    today: calendarDayOf(today),
    pcscCautionsCommenced: false,
  });
}

describe('The rules of outcomes say what the reference says', () => {
  test('of every type that ends a diversion', () => {
    expect(ours.map(({ type }) => type).sort()).toEqual(inLaw.toSorted());
  });

  test.each(ours)('of type $type: whom it may be recorded for', ({ type, appliesTo }) => {
    expect(refusal(type, { age: 25 })).toBe(appliesTo === 'child' ? 'children-only' : null);
    expect(refusal(type, { age: 15 })).toBe(appliesTo === 'adult' ? 'adults-only' : null);
  });

  test.each(ours)('of type $type: whether it waits for the activity', ({ type, appliesTo, afterActivity }) => {
    const age = appliesTo === 'child' ? 15 : 25;
    expect(refusal(type, { age }, { activityDone: false })).toBe(afterActivity ? 'activity-not-done' : null);
  });

  test.each(ours.filter(({ type }) => type === '23'))('of type $type: the day it began', ({ type, from = '' }) => {
    const eve = addDays(calendarDayOf(from), -1);
    expect(refusal(type, { age: 15 }, { today: from })).toBeNull();
    expect(refusal(type, { age: 15 }, { today: eve })).toBe('outcome-not-yet-in-use');
  });

  test.each(ours.filter(({ admission }) => admission === 'not-required'))(
    'of type $type: that no admission is needed',
    ({ type, appliesTo }) => {
      expect(refusal(type, { age: appliesTo === 'child' ? 15 : 25, admission: 'denies' })).toBeNull();
    },
  );

  test.each(ours.filter(({ admission }) => admission === 'required'))(
    'of type $type: that a denial is not enough',
    ({ type, appliesTo }) => {
      const refused = refusal(type, { age: appliesTo === 'child' ? 15 : 25, admission: 'denies' });
      expect(['admission-needed', 'responsibility-not-accepted']).toContain(refused);
    },
  );
});
