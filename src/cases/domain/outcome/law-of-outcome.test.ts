import { describe, expect, test } from 'vitest';
import {
  aGivingScheme,
  answer,
  basis,
  facts,
  caseThrough,
  law,
  sampleCommands,
} from '../../../../tests/cases/case-in-state.ts';
import { recordOf } from '../case-state.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';
import { lawOfOutcome, waitsForActivity } from './law-of-outcome.ts';
import { factsToSayFirst, questionsOfOutcome } from './questions-of-outcome.ts';

describe('Whose law an outcome is held to', () => {
  test.each<[string | null, readonly string[], string | undefined]>([
    ['8', [], 'community-resolution'],
    ['8', ['recorded-police-warning'], 'community-resolution'],
    [null, ['recorded-police-warning'], 'recorded-police-warning'],
    [null, ['community-resolution'], undefined],
    [null, [], undefined],
    ['5', ['recorded-police-warning'], undefined],
  ])('type %s under a scheme that names %j: %s', (type, disposals, id) => {
    expect(lawOfOutcome(law, type, disposals)?.id).toBe(id);
  });

  test.each<[string | null, readonly string[] | undefined, boolean]>([
    ['22', undefined, true],
    ['8', undefined, false],
    [null, undefined, true],
    [null, ['recorded-police-warning'], false],
    ['5', undefined, false],
  ])('type %s under a scheme that names %j waits for the activity: %s', (type, disposals, waits) => {
    expect(waitsForActivity(law, type, disposals)).toBe(waits);
  });

  test('a type that ends no diversion is refused as that when it is given, too', () => {
    const other = { ...sampleCommands.give, data: { type: '5', basis: { ...basis, departure: 'So' } } } as const;
    expect(answer(caseThrough('engaging').when(other, { in: { scheme: aGivingScheme } }))).toBe(
      'outcome-not-by-diversion',
    );
  });
});

/** Nobody knows, or has said. */
const notRecorded = { oneOf: [true, false] } as const;

describe('What the form of an outcome asks', () => {
  const record = (different: RecordedFacts) =>
    recordOf(caseThrough('triaged', { facts: { ...facts, ...different } }).state());
  const asked = (
    type: string | null,
    different: RecordedFacts = {},
    { schemeDisposals = [], ageToday = null }: { schemeDisposals?: readonly string[]; ageToday?: number | null } = {},
  ) => {
    const today = calendarDayOf('2026-11-28');
    const of = { record: record(different), today, ageToday, schemeKind: 'deflection', schemeDisposals };
    return questionsOfOutcome(law, type, of);
  };

  test.each<[string | null, RecordedFacts, readonly string[]]>([
    [null, {}, []],
    ['5', {}, []],
    ['2', {}, ['agrees']],
    ['3', {}, ['agrees', 'leave']],
    ['3', { 'evidence-to-charge': notRecorded }, ['evidence', 'agrees', 'leave']],
    ['6', {}, []],
    ['8', {}, ['responsibility', 'victim', 'serious', 'history', 'history-sergeant']],
    ['8', { 'gravity-score': 5 }, ['responsibility', 'victim', 'serious', 'history', 'history-sergeant']],
    ['8', { 'prior-convictions': 1 }, ['responsibility', 'victim', 'serious', 'history', 'history-sergeant']],
    ['8', { 'offending-history': false }, ['responsibility', 'victim', 'serious']],
    ['8', { age: 16 }, ['responsibility', 'victim', 'serious', 'history', 'history-sergeant', 'history-youth-justice']],
    ['7', { 'evidence-to-charge': notRecorded }, ['evidence']],
    ['7', {}, []],
    ['22', {}, ['victim']],
    ['22', { 'hate-crime': true }, ['victim', 'leave']],
    ['22', { 'evidence-to-charge': notRecorded, admission: 'no-reply' }, ['evidence', 'victim']],
    ['22', { 'evidence-to-charge': notRecorded }, ['victim']],
  ])('for type %s of %j: %j', (type, different, questions) => {
    expect(asked(type, different)).toEqual(questions);
  });

  test('nothing of a recorded police warning, which turns on the record alone', () => {
    expect(asked(null, {}, { schemeDisposals: ['recorded-police-warning'] })).toEqual([]);
  });

  test('whom it concerns by the age that the record has, where nobody knows the day’s', () => {
    expect(asked('8', { age: 17, 'age-today': 17 })).not.toContain('history-sergeant');
    expect(asked('8', { age: 17, 'age-today': 18 })).not.toContain('history-youth-justice');
  });

  test.each<[string | null, RecordedFacts, readonly string[]]>([
    ['2', {}, []],
    ['3', {}, []],
    ['3', { 'hate-crime': notRecorded }, ['hate-crime']],
    ['3', { 'offence-group': 'theft' }, ['domestic-abuse']],
    ['3', { 'domestic-abuse': 'none' }, []],
    ['3', { 'domestic-abuse': 'none', 'offence-group': 'weapon' }, ['mode-of-trial']],
    ['6', {}, []],
    ['7', {}, ['amount']],
    ['8', {}, []],
    ['8', { admission: { oneOf: ['admits', 'no-reply', 'denies'] } }, []],
    ['8', { 'domestic-abuse': 'medium' }, ['intimate-partner-abuse']],
    ['8', { 'domestic-abuse': 'none' }, []],
    ['22', { 'offence-group': 'burglary-other' }, ['sexual-offence']],
    ['22', { 'hate-crime': notRecorded }, ['hate-crime']],
    ['22', { 'offence-group': 'weapon' }, ['mode-of-trial', 'sexual-offence']],
    ['5', {}, []],
  ])('and of type %s, of %j, it says what has to be found out first: %j', (type, different, ids) => {
    const today = calendarDayOf('2026-11-28');
    const of = { record: record(different), today, ageToday: 30, schemeKind: 'deflection', schemeDisposals: [] };
    expect(factsToSayFirst(law, type, of).toSorted()).toEqual(ids.toSorted());
  });

  test.each([
    [16, 'history-youth-justice', 'history-sergeant'],
    [18, 'history-sergeant', 'history-youth-justice'],
  ] as const)('whom a history concerns by the age on the day, %i: %s and not %s', (ageToday, is, isNot) => {
    const questions = asked('8', { age: 16 }, { ageToday });
    expect(questions).toContain(is);
    expect(questions).not.toContain(isNot);
  });
});
