import { describe, expect, test } from 'vitest';
import { aPerson } from '../../../tests/cases/people.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { describedDraft, settledOn } from './settled-draft.ts';
import type { TriageDraft } from './triage-draft.ts';

const day = calendarDayOf;
const born = (on: string | null) => aPerson({ bornOn: on === null ? null : day(on) });
const offence = (on: string | null) => ({ occurredOn: on === null ? null : day(on), modeOfTrial: null });
const draft: TriageDraft = {
  draftId: 'd1',
  force: 'durham',
  startedAt: '2026-03-01T10:00:00.000Z',
  person: born('2008-03-02'),
  offence: offence('2026-03-01'),
  facts: { age: 17, 'age-today': 17, 'offence-age-days': 0, admission: 'admits' },
  answered: ['admission'],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: false,
};

describe('A triage that is looked at on another day', () => {
  test('is of somebody who is older by then, of an offence that is further back', () => {
    expect(settledOn(draft, day('2026-03-02')).facts).toMatchObject({
      age: 17,
      'age-today': 18,
      'offence-age-days': 1,
    });
  });

  test('keeps what the officer answered otherwise', () => {
    const answered = { ...draft, facts: { ...draft.facts, age: 16 }, answered: ['admission', 'age'] };
    expect(settledOn(answered, day('2026-03-02')).facts).toMatchObject({ age: 16, 'age-today': 18 });
  });
});

describe('Where the officer says that the offence may be tried', () => {
  const either = { ...draft, offence: { ...draft.offence, modeOfTrial: 'either-way' } } as const;
  const today = day('2026-03-02');

  test('is a fact of the triage, which clauses of law read', () => {
    expect(settledOn(either, today).facts).toMatchObject({ 'mode-of-trial': 'either-way' });
    expect(settledOn(draft, today).facts).not.toHaveProperty('mode-of-trial');
  });

  test('gives way to an answer of its own, that it is not known among them', () => {
    const answered = { ...either, answered: ['mode-of-trial'] };
    expect(settledOn(answered, today).facts).not.toHaveProperty('mode-of-trial');
    const known = { ...answered, facts: { 'mode-of-trial': 'summary-only' } };
    expect(settledOn(known, today).facts).toMatchObject({ 'mode-of-trial': 'summary-only' });
  });

  test('goes with the description that said it', () => {
    const settled = settledOn(either, today);
    const after = describedDraft(settled, { person: draft.person, offence: draft.offence }, today);
    expect(after.facts).not.toHaveProperty('mode-of-trial');
  });
});

describe('A triage of which the person or the offence is corrected', () => {
  const today = day('2026-03-01');

  test('takes both ages from the new date of birth, and counts neither as answered by hand', () => {
    const byHand = { ...draft, answered: ['admission', 'age'] };
    const after = describedDraft(byHand, { person: born('2000-03-02'), offence: draft.offence }, today);
    expect([after.facts, after.answered]).toEqual([
      { age: 25, 'age-today': 25, 'offence-age-days': 0, admission: 'admits' },
      ['admission'],
    ]);
  });

  test('asks again for what an earlier date of birth or day settled and none settles now', () => {
    const after = describedDraft(draft, { person: born(null), offence: offence(null) }, today);
    expect(after.facts).toEqual({ admission: 'admits' });
  });

  test('keeps what was answered by hand where no day settled it', () => {
    const byHand = { ...draft, person: born(null), offence: offence(null), facts: { age: 30 }, answered: ['age'] };
    const after = describedDraft(byHand, { person: born(null), offence: offence(null) }, today);
    expect([after.facts, after.answered]).toEqual([{ age: 30 }, ['age']]);
  });
});
