import { expect, test } from 'vitest';
import { decision } from '../../../../tests/cases/case-in-state.ts';
import { loadReferenceWords } from '../../../reference/store/reference-words.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { detailsOf, happened } from './events.ts';
import type { EventOf } from '../../domain/case-event.ts';

function returned(consequence: EventOf<'returned-for-prosecution'>['data']['consequence']): string {
  return happened({
    type: 'returned-for-prosecution',
    at: '2026-03-02T09:00:00.000Z',
    by: { accountId: 'a', name: 'Made up', role: 'coordinator', organisationId: 'o' },
    data: {
      consequence,
      outcomeType: null,
      reason: 'Declined.',
      timeLimit: { applies: 'no', passed: false, lastDay: null },
    },
  });
}

test('a case whose alternative was a prosecution is returned for prosecution, any other for decision', () => {
  expect(returned('prosecution')).toBe('Returned for prosecution and closed');
  for (const consequence of ['caution', 'penalty-notice', 'community-resolution'] as const) {
    expect(returned(consequence)).toBe('Returned for decision and closed');
  }
});

test('what the scheme left to a person is a judgement in the timeline, and only what stood against the rules an override', () => {
  const decided = (from: 'needs-discretion' | 'ineligible'): string =>
    happened({
      type: 'decision-overridden',
      at: '2026-03-02T09:00:00.000Z',
      by: { accountId: 'a', name: 'Made up', role: 'officer', organisationId: 'o' },
      data: { scheme: 'example', from, to: 'eligible', reason: 'It is right here.', authority: null },
    });
  expect(decided('needs-discretion')).toBe('Judgement recorded');
  expect(decided('ineligible')).toBe('Decision overridden');
});

test('a case closed with what was given says how its activity stood, where there was one', async () => {
  const event = {
    type: 'closed-with-outcome',
    at: '2026-03-02T09:00:00.000Z',
    by: { accountId: 'a', name: 'Made up', role: 'coordinator', organisationId: 'o' },
    data: { outcomeType: null, activity: 'not-begun', reason: '' },
  } as const;
  const names = { words: await loadReferenceWords(), schemeName: (id: string) => id, appointment: () => null };
  expect(detailsOf(event, { ...names, hasActivity: true })).toEqual(['The activity: not begun.']);
  expect(detailsOf(event, { ...names, hasActivity: false })).toEqual([]);
});

test('a triage says how many of the eligible verdicts rest on assumed rules', async () => {
  const names = {
    words: await loadReferenceWords(),
    schemeName: (id: string) => id,
    hasActivity: true,
    appointment: () => null,
  };
  const met = { id: 'EX-1', result: 'met', says: 'So', source: ['S'], reads: [] } as const;
  const triaged = (...decisions: EventOf<'person-triaged'>['data']['decisions']): readonly string[] =>
    detailsOf(
      {
        type: 'person-triaged',
        at: '2026-03-02T09:00:00.000Z',
        by: { accountId: 'a', name: 'Made up', role: 'officer', organisationId: 'o' },
        data: {
          force: 'durham',
          facts: {},
          declined: [],
          fromRecords: [],
          offence: { occurredOn: calendarDayOf('2026-03-02'), modeOfTrial: null },
          decisions,
          asOf: calendarDayOf('2026-03-02'),
        },
      },
      names,
    );
  const assumed = decision('eligible', { clauses: [{ ...met, standing: 'assumed' }] });
  const sourced = decision('eligible', { clauses: [{ ...met, standing: 'sourced' }] });
  expect(triaged(assumed, sourced, decision('ineligible'))).toContain(
    'Eligible for 2 of 3 schemes, 1 of them by assumed rules.',
  );
  expect(triaged(sourced)).toContain('Eligible for 1 of 1 schemes.');
});
