import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/cases/domain/case-state.ts';
import { limitsThatMayHold, statutoryTimeLimit } from '../../src/cases/domain/outcome/index.ts';
import { shippedLaw } from '../../src/schemes/store/shipped-law.test-support.ts';
import type { RecordedFacts } from '../../src/triage/domain/index.ts';
import { addDays } from '../../src/shared/calendar-day.ts';
import { caseThrough, facts, law, today } from './case-in-state.ts';

/** For each time limit of the law documents, made-up cases for which it holds, does not, and may. */
interface People {
  readonly force?: string;
  readonly holds: RecordedFacts;
  readonly doesNot: RecordedFacts;
  /** Nothing, where the limit turns on no fact. */
  readonly may: RecordedFacts | null;
}

const assault = { 'offence-group': 'common-assault' };
const neither = { 'hate-crime': false, 'emergency-worker-victim': false };

const peopleOf: { readonly [limit: string]: People } = {
  'LIMIT-1': {
    holds: { ...assault, ...neither, 'domestic-abuse': 'standard' },
    doesNot: { ...assault, ...neither, 'domestic-abuse': 'none' },
    may: { ...assault, ...neither },
  },
  'LIMIT-2': {
    holds: { ...assault, 'domestic-abuse': 'none', 'hate-crime': true },
    doesNot: { ...assault, ...neither, 'domestic-abuse': 'none' },
    may: { ...assault, 'domestic-abuse': 'none' },
  },
  'LIMIT-3': {
    holds: { ...assault, ...neither, 'domestic-abuse': 'none' },
    doesNot: { 'offence-group': 'possession' },
    may: { 'offence-group': 'weapon' },
  },
  'LIMIT-4': {
    holds: { 'offence-group': 'shoplifting' },
    doesNot: { 'offence-group': 'drunk-and-disorderly' },
    may: { 'offence-group': 'weapon' },
  },
  'LIMIT-5': { force: 'northern-ireland', holds: {}, doesNot: {}, may: null },
  'LIMIT-6': {
    holds: { ...assault, 'hate-crime': true, 'mode-of-trial': 'either-way' },
    doesNot: { ...assault, ...neither },
    may: { ...assault, 'domestic-abuse': 'none' },
  },
};

const limits = shippedLaw.flatMap(({ limits = [], nation }) => limits.map((limit) => ({ ...limit, nation })));

/** A case with these facts alone, of an offence of a hundred days ago. */
function recordWith(known: RecordedFacts, force = 'west-midlands') {
  const offence = { occurredOn: addDays(today, -100), modeOfTrial: null };
  const { 'offence-group': _, ...others } = facts;
  return { ...recordOf(caseThrough('triaged', { facts: { ...others, ...known }, offence }).state()), force };
}

test('Every limit of the law documents has people of its own', () => {
  expect(limits.map(({ id }) => id).sort()).toEqual(Object.keys(peopleOf).sort());
});

describe.each(limits)('$id', ({ id, months, certain }) => {
  const people = peopleOf[id];
  const tried = (known: RecordedFacts) => limitsThatMayHold(law, recordWith(known, people?.force), today);

  test('is among those that may count for a case for which it holds', () => {
    expect(tried(people?.holds ?? {}).limits.map((limit) => limit.id)).toContain(id);
  });

  test.skipIf(people?.may === null)('does not count where it does not hold', () => {
    expect(tried(people?.doesNot ?? {}).limits.map((limit) => limit.id)).not.toContain(id);
  });

  test.skipIf(people?.may === null)('is not known where a fact that it turns on is not recorded', () => {
    const record = recordWith(people?.may ?? {}, people?.force);
    expect(tried(people?.may ?? {}).limits.map((limit) => limit.id)).toContain(id);
    expect(statutoryTimeLimit(law, record, today).applies).toBe('not-known');
  });

  test('says of a case for which it holds what its document says', () => {
    const record = recordWith(people?.holds ?? {}, people?.force);
    const { applies } = statutoryTimeLimit(law, record, today);
    expect(applies).toBe(certain ? (months === null ? 'no' : 'yes') : 'not-known');
  });
});
