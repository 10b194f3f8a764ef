import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { sentenceFor } from '../../domain/disclosure/sentence.ts';
import { comparedLevels } from '../compared-levels.ts';
import { forceLevels } from './force-levels.ts';
import type { ComparedRows } from './compared-rows.ts';

type Forces = { readonly [force: string]: readonly [people: number, events: number] };

/** Of each force how many people there are, and how many of them had the event, at days one after the other. */
function peopleOf(forces: Forces) {
  const rows = Object.entries(forces).flatMap(([force, [people, events]]) =>
    Array.from({ length: people }, (_, at) => ({
      force,
      value: Number(at < events),
      days: at < events ? 1 + at : 365,
    })),
  );
  const compared: ComparedRows = {
    treated: Uint8Array.from(rows, ({ force }) => Number(force.startsWith('with'))),
    value: Float64Array.from(rows, ({ value }) => value),
    days: Float64Array.from(rows, ({ days }) => days),
    covariates: [],
    stratum: null,
    cluster: null,
  };
  const forceOf = rows.map(({ force }) => force);
  return { rows: compared, forceOf, completed: [[]], places: [...forceOf.keys()] };
}

const FOUR: Forces = { 'with-a': [100, 20], 'with-b': [120, 30], c: [90, 30], d: [200, 60] };

describe('how far each force lies from the others', () => {
  test('is its share, as a difference', () => {
    const levels = forceLevels({ ...peopleOf(FOUR), scale: 'risk-difference' });
    if (!levels.ok) throw new Error('there are levels');
    const { forces, estimates } = levels.value;
    const at = (force: string) => estimates[forces.indexOf(force)] ?? Number.NaN;
    expect(at('with-a') - at('d')).toBeCloseTo(20 / 100 - 60 / 200, 12);
    expect(at('with-b') - at('c')).toBeCloseTo(30 / 120 - 30 / 90, 12);
  });

  test('is the same from whichever force it is measured', () => {
    const reversed: Forces = Object.fromEntries(
      Object.entries(FOUR).map(([force, [n, events]]) => [force, [400 - n, events] as const]),
    );
    for (const people of [FOUR, reversed]) {
      const levels = forceLevels({ ...peopleOf(people), scale: 'risk-ratio' });
      if (!levels.ok) throw new Error('there are levels');
      const { forces, estimates } = levels.value;
      const own = (force: string) => Math.log((people[force]?.[1] ?? 0) / (people[force]?.[0] ?? 1));
      const gap = (estimates[forces.indexOf('c')] ?? 0) - (estimates[forces.indexOf('with-a')] ?? 0);
      expect(gap).toBeCloseTo(own('c') - own('with-a'), 8);
    }
  });

  test('leaves a force of a handful out, and in a ratio one without events, and tells evaluators alone', () => {
    const people = { ...FOUR, tiny: [9, 3], none: [50, 0] } as const;
    const levels = forceLevels({ ...peopleOf(people), scale: 'hazard-ratio' });
    if (!levels.ok) throw new Error('there are levels');
    expect([...levels.value.forces].sort()).toEqual(['c', 'd', 'with-a', 'with-b']);
    const said = levels.value.notes.map((note) => sentenceFor('evaluator', note));
    expect(said).toEqual([
      'tiny is left out, with fewer than 10 people',
      'none is left out, as nobody there had the event and a ratio would have no end',
    ]);
    expect(levels.value.notes.map((note) => sentenceFor('board', note))).toEqual(['', '']);
  });

  test('of a force where everybody came out the same does not outweigh all others', () => {
    const levels = forceLevels({ ...peopleOf({ ...FOUR, none: [50, 0] }), scale: 'risk-difference' });
    if (!levels.ok) throw new Error('there are levels');
    const { forces, covariance } = levels.value;
    const at = forces.indexOf('none');
    const variance = (place: number) => covariance[place * forces.length + place] ?? 0;
    expect(variance(at)).toBeGreaterThan(variance(forces.indexOf('c')));
    expect(sentenceFor('evaluator', levels.value.method)).toContain('errors taken as alike in all forces');
  });
});

describe('forces with a scheme against forces without', () => {
  const levels = forceLevels({ ...peopleOf(FOUR), scale: 'hazard-ratio' });
  const task = { scale: 'hazard-ratio', diversionForces: ['with-a', 'with-b'], seed: 1 } as const;

  test.each(['reml', 'dl', 'hk', 'hk-modified', 'permutation', 'wild-bootstrap'] as const)(
    'by %s have a p that agrees with the interval',
    (by) => {
      if (!levels.ok) throw new Error('there are levels');
      const found = comparedLevels({ ...task, levels: levels.value, by });
      if (!found.ok) throw new Error('there is an effect');
      const { low, high, p } = found.value.estimate;
      expect(low <= 1 && high >= 1).toBe((p ?? 0) >= 0.05);
    },
  );

  test('of two each can never be told apart by a permutation test: the interval has no end, and says why', () => {
    if (!levels.ok) throw new Error('there are levels');
    const found = comparedLevels({ ...task, levels: levels.value, by: 'permutation' });
    if (!found.ok) throw new Error('there is an effect');
    expect([found.value.estimate.low, found.value.estimate.high]).toEqual([0, Infinity]);
    expect(found.value.notes.map((note) => sentenceFor('board', note)).join()).toContain('no p can be below 0.333');
  });

  test('say what a normal interval takes for granted', () => {
    if (!levels.ok) throw new Error('there are levels');
    const found = comparedLevels({ ...task, levels: levels.value, by: 'reml' });
    const notes = found.ok ? found.value.notes.map((note) => sentenceFor('evaluator', note)) : [];
    expect(notes.join()).toContain('forces as many');
  });

  test.each([
    ['one of each kind', ['with-b', 'd'], 'one force of each kind'],
    ['forces of one kind alone', ['with-a', 'with-b'], 'Forces of one kind alone'],
  ])('are refused as %s', (_, out, said) => {
    if (!levels.ok) throw new Error('there are levels');
    const kept = levels.value.forces.filter((force) => !out.includes(force));
    const places = kept.map((force) => (levels.ok ? levels.value.forces.indexOf(force) : 0));
    const k = levels.value.forces.length;
    const fewer = {
      ...levels.value,
      forces: kept,
      estimates: Float64Array.from(places, (at) => (levels.ok ? (levels.value.estimates[at] ?? 0) : 0)),
      covariance: Float64Array.from(
        places.flatMap((row) =>
          places.map((column) => (levels.ok ? (levels.value.covariance[row * k + column] ?? 0) : 0)),
        ),
      ),
    };
    const found = comparedLevels({ ...task, levels: fewer, by: 'hk-modified' });
    expect(found.ok ? '' : sentenceFor('evaluator', found.refusal)).toContain(said);
  });

  test('are drawn from the seed of the plan: the same seed, the same interval', () => {
    if (!levels.ok) throw new Error('there are levels');
    const by = 'wild-bootstrap';
    const of = (seed: number) => comparedLevels({ ...task, levels: levels.value, by, seed });
    expect(of(1)).toEqual(of(1));
    expect(SeededRandom.of('1 forces').next()).not.toBe(SeededRandom.of('2 forces').next());
  });
});
