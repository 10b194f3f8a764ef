import { headingOf } from './column.ts';
import type { StudyRow } from './study-row.ts';

/** Something that cannot be so, in columns each of which is well formed. */
export interface Contradiction {
  /** Headings joined by " and ". */
  readonly column: string;
  readonly problem: string;
  readonly remedy: string;
}

type Day = {
  [Field in keyof StudyRow]: Field extends `${string}On` | 'followedUntil' ? Field : never;
}[keyof StudyRow];

/** What may not be before what. Equal days are no contradiction: much happens on the day of the offer. */
const IN_ORDER: readonly (readonly [Day, Day])[] = [
  ['indexedOn', 'followedUntil'],
  ['indexedOn', 'diedOn'],
  ['indexedOn', 'offeredOn'],
  ['offeredOn', 'acceptedOn'],
  ['offeredOn', 'referredOn'],
  ['referredOn', 'firstContactOn'],
  ['acceptedOn', 'startedOn'],
  ['firstContactOn', 'startedOn'],
  ['startedOn', 'completedOn'],
  ['indexedOn', 'outcomeOn'],
  ['indexedOn', 'treatmentEnteredOn'],
];

/** What cannot have happened without what. */
const NEEDS: readonly (readonly [Day, Day])[] = [
  ['acceptedOn', 'offeredOn'],
  ['startedOn', 'acceptedOn'],
  ['completedOn', 'startedOn'],
];

/** Days that follow-up must reach, and that a person must be alive on. */
const SEEN_IN_LIFE: readonly Day[] = [
  'offeredOn',
  'acceptedOn',
  'firstContactOn',
  'startedOn',
  'completedOn',
  'treatmentEnteredOn',
];
const SEEN: readonly Day[] = [...SEEN_IN_LIFE, 'diedOn', 'referredOn', 'outcomeOn'];

/** Every contradiction within one row. */
export function rowContradictions(row: StudyRow): readonly Contradiction[] {
  return [...outOfOrder(row), ...without(row), ...unseen(row), ...afterDeath(row), ...impossibleCounts(row)];
}

function outOfOrder(row: StudyRow): readonly Contradiction[] {
  return IN_ORDER.flatMap(([earlier, later]) => {
    const [first, then] = [row[earlier], row[later]];
    if (first === null || then === null || first <= then) return [];
    return contradiction(
      [earlier, later],
      `${headingOf(later)} is ${then}, before ${headingOf(earlier)}, ${first}`,
      'correct one of the days',
    );
  });
}

function without(row: StudyRow): readonly Contradiction[] {
  return NEEDS.flatMap(([then, first]) => {
    if (row[then] === null || row[first] !== null) return [];
    const remedy = `give ${headingOf(first)}: where it was not recorded by itself, the day of ${headingOf(then)}`;
    return contradiction([then, first], `${headingOf(then)} is given and ${headingOf(first)} is empty`, remedy);
  });
}

function unseen(row: StudyRow): readonly Contradiction[] {
  return SEEN.flatMap((field) => {
    const on = row[field];
    if (on === null || on <= row.followedUntil) return [];
    const problem = `${headingOf(field)} is ${on}, after followed_until, ${row.followedUntil}`;
    return contradiction(
      [field, 'followedUntil'],
      problem,
      'followed_until is the last day of the data; move it on, or correct the day',
    );
  });
}

function afterDeath(row: StudyRow): readonly Contradiction[] {
  const { diedOn } = row;
  if (diedOn === null) return [];
  return SEEN_IN_LIFE.flatMap((field) => {
    const on = row[field];
    if (on === null || on <= diedOn) return [];
    return contradiction(
      [field, 'diedOn'],
      `${headingOf(field)} is ${on}, after died_on, ${diedOn}`,
      'correct one of the days',
    );
  });
}

function impossibleCounts(row: StudyRow): readonly Contradiction[] {
  const { priorOffences, personSurveyAsked, victimSurveyAsked } = row;
  const parts = (['priorDrugOffences', 'priorTheftOffences', 'priorViolentOffences'] as const).flatMap((part) => {
    const count = row[part];
    if (priorOffences === null || count === null || count <= priorOffences) return [];
    const problem = `${headingOf(part)} is ${count} of ${priorOffences} prior_offences: a share of more than 100%`;
    return contradiction(['priorOffences', part], problem, 'prior_offences counts every prior offence, these too');
  });
  const answers = (
    [
      ['personSatisfaction', 'personSurveyAsked', personSurveyAsked],
      ['victimSatisfaction', 'victimSurveyAsked', victimSurveyAsked],
    ] as const
  ).flatMap(([answer, question, asked]) => {
    if (row[answer] === null || asked === true) return [];
    const problem = `${headingOf(answer)} is given and ${headingOf(question)} is not yes: a response rate of more than 100%`;
    return contradiction([answer, question], problem, `write yes in ${headingOf(question)}, or take the answer out`);
  });
  return [...parts, ...answers];
}

function contradiction(fields: readonly string[], problem: string, remedy: string): readonly Contradiction[] {
  return [{ column: fields.map(headingOf).join(' and '), problem, remedy }];
}
