import { expect, test } from 'vitest';
import { loadVocabulary } from '../../../reference/store/reference-lists.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { EarlierDiversion } from '../../domain/earlier-diversion.ts';
import { ourRecords, proposedAnswer } from './our-records.ts';

const { byId } = await loadVocabulary();
const draft = {
  draftId: 'd1',
  force: 'durham',
  startedAt: '2026-11-27T10:00:00.000Z',
  person: null,
  offence: { occurredOn: null, modeOfTrial: null },
  facts: {},
  answered: [],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: true,
};
const checkpoint: EarlierDiversion = {
  caseId: 'c1',
  reference: 'DUR-1',
  scheme: 'durham-checkpoint',
  acceptedOn: calendarDayOf('2025-05-03'),
  went: 'completed',
};

function factOf(id: string) {
  const fact = byId.get(id);
  if (fact === undefined) throw new Error(`There is no fact ${id}`);
  return fact;
}
const said = (id: string, earlier: readonly EarlierDiversion[] | null): string =>
  String(ourRecords({ fact: factOf(id), draft, earlier, nameOf: () => 'Checkpoint' }) ?? '');

test('Our records are shown with scheme, day and how it went, and that it may be somebody else', () => {
  const text = said('diversions-by-scheme', [checkpoint]);
  for (const part of ['Our records show one diversion:', 'Checkpoint, 3 May 2025 (completed)', 'may be somebody else'])
    expect(text).toContain(part);
  expect(said('prior-diversions', [checkpoint, checkpoint])).toContain('Our records show 2 diversions:');
});

test('Where nobody was found, or nobody could be looked for, that is said, and nothing is proposed', () => {
  expect(said('prior-diversions', [])).toContain('no earlier diversion under this name and date of birth');
  expect(said('prior-diversions', null)).toContain('/triages/d1/person');
  for (const earlier of [[], null]) expect(proposedAnswer(factOf('prior-diversions'), earlier, [])).toEqual({});
});

test('What is found is proposed in the fields, so that one tap confirms it', () => {
  expect(proposedAnswer(factOf('prior-diversions'), [checkpoint], [])).toEqual({ answer: '1' });
  const counted = ['durham-checkpoint', 'other'];
  expect(proposedAnswer(factOf('diversions-by-scheme'), [checkpoint], counted)).toEqual({
    'answer-durham-checkpoint': '1',
    'answer-other': '0',
  });
});

test('No other question says anything of our records', () => {
  expect(said('on-bail', [checkpoint])).toBe('');
});
