import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../shared/calendar-day.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { riskDifference } from '../../statistics/index.ts';
import { isMature, windowEnd } from '../domain/cohort/maturity.ts';
import { parseCohort } from '../domain/cohort/parse-cohort.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import { writeCohort } from '../domain/cohort/write-cohort.ts';
import { reoffendingRate } from '../measures/reoffending-rate.ts';
import { demonstrationCohort } from './demonstration-cohort.ts';
import { generatedPerson, type GeneratedPerson } from './generated-person.ts';
import { generatedRow } from './generated-row.ts';
import { drawLatents } from './latents.ts';
import { lifeAfter } from './life-after.ts';
import { trueEffects } from './true-effects.ts';
import { trueFrequency, trueRisk } from './true-hazard.ts';
import { FORCES } from './world.ts';

const { cohort, effects } = demonstrationCohort({ people: 3000, seed: 20_240_229 });
const count = (test: (row: StudyCohort['rows'][number]) => boolean) => cohort.rows.filter(test).length;

describe('the demonstration cohort', () => {
  test('is without contradiction, and reads back as it was written', () => {
    expect(parseCohort(writeCohort(cohort))).toEqual({ ok: true, value: cohort });
  });

  test('is the same for the same seed, and its first people are so for any number of people', () => {
    const fewer = demonstrationCohort({ people: 100, seed: 20_240_229 });
    expect(fewer.cohort.rows).toEqual(cohort.rows.slice(0, 100));
    expect(demonstrationCohort({ people: 100, seed: 3 }).cohort.rows).not.toEqual(fewer.cohort.rows);
  });

  test('has what an evaluation must cope with', () => {
    expect(FORCES.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(new Set(cohort.rows.map(({ force }) => force)).size).toBe(FORCES.length);
    expect(count(({ scheme, offeredOn }) => scheme === null && offeredOn !== null)).toBe(0);
    expect(count(({ ethnicitySelfDefined }) => ethnicitySelfDefined === null)).toBeGreaterThan(100);
    expect(count(({ ethnicitySelfDefined: self, ethnicityOfficerDefined: seen }) => self === null && seen === null)).toBeGreaterThan(5); // prettier-ignore
    expect(count(({ arm, startedOn }) => arm === 'diversion' && startedOn === null)).toBeGreaterThan(50);
    expect(count(({ arm, startedOn }) => arm === 'usual' && startedOn !== null)).toBeGreaterThan(5);
    expect(count(({ diedOn }) => diedOn !== null)).toBeGreaterThan(10);
    expect(count((row) => !isMature(row, 12))).toBeGreaterThan(300);
    expect(count(({ outcomeType, outcomeOn }) => outcomeType === '0' && outcomeOn === null)).toBeGreaterThan(20);
    expect(cohort.reoffences.some(({ provenOn }) => provenOn === null)).toBe(true);
  });

  test('has officers offer the scheme less to those who would reoffend more, so that a plain comparison misleads', () => {
    const chosen = (isOffered: boolean) => {
      const rows = cohort.rows.filter((row) => row.arm === null && row.eligible === true && row.scheme !== null && (row.offeredOn !== null) === isOffered); // prettier-ignore
      return rows.reduce((sum, { priorOffences }) => sum + (priorOffences ?? 0), 0) / rows.length;
    };
    expect(chosen(true)).toBeLessThan(chosen(false) - 0.3);
  });
});

describe('the true effects', () => {
  test('are of the people drawn, and say how they are known', () => {
    expect(effects['hazard-ratio.started.demo-north']?.value).toBeCloseTo(Math.exp(-0.5), 12);
    expect(effects['trial.assignment.risk-difference.12']?.value).toBeLessThan(-0.02);
    expect(effects['trial.compliers.risk-difference.12']?.value).toBeLessThan(effects['trial.assignment.risk-difference.12']?.value ?? 0); // prettier-ignore
    expect(Object.values(effects).every(({ n, value, how }) => n > 0 && value !== null && how !== undefined)).toBe(
      true,
    );
  });

  test('by formula are what many lives of the same person come to', () => {
    const random = SeededRandom.of('lives');
    const people = [3, 7, 11, 19].map((number) => generatedPerson(1, number));
    const lives = 1500;
    for (const person of people) {
      const days = daysBetween(person.indexedOn, windowEnd(person.indexedOn, 12));
      const outcomes = Array.from({ length: lives }, () => {
        const { reoffences, diedOn } = lifeAfter({ ...person, latents: drawLatents(random) }, true);
        const end = windowEnd(person.indexedOn, 12);
        expect(diedOn === null || reoffences.every(({ committedOn }) => committedOn <= diedOn)).toBe(true);
        return reoffences.filter(
          ({ committedOn, provenOn }) => committedOn > person.indexedOn && committedOn <= end && provenOn !== null,
        ).length;
      });
      const risk = outcomes.filter((reoffences) => reoffences > 0).length / lives;
      const frequency = outcomes.reduce((sum, reoffences) => sum + reoffences, 0) / lives;
      const expected = trueRisk(person, true, days);
      const expectedFrequency = trueFrequency(person, true, days);
      expect(Math.abs(risk - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / lives));
      expect(Math.abs(frequency - expectedFrequency)).toBeLessThan(4 * Math.sqrt(expectedFrequency / lives));
    }
  });
});

describe('calibration', () => {
  test('the interval of the difference of reoffending rates holds the truth at its stated rate, with unequal arms', () => {
    const trials = 300;
    const people = Array.from({ length: 900 }, (_, at) => generatedPerson(5, at + 1)).filter(
      ({ isRandomised }) => isRandomised,
    );
    const truth = trueEffects(people)['trial.assignment.risk-difference.12']?.value ?? Number.NaN;
    const random = SeededRandom.of('trials');
    let held = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const generated = people.map((person) => generatedRow(livedAgain(person, random)));
      const drawn = { rows: generated.map(({ row }) => row), reoffences: generated.flatMap(({ reoffences }) => reoffences) }; // prettier-ignore
      const { figures } = reoffendingRate(drawn, { by: 'arm', windows: [12] });
      const [diversion, usual] = ['diversion', 'usual'].map((arm) => {
        const figure = figures.find(({ of }) => of === arm);
        return { events: figure?.count ?? 0, n: figure?.n ?? 0 };
      });
      const difference = riskDifference(diversion!, usual!);
      if (difference.ok && difference.value.low <= truth && truth <= difference.value.high) held += 1;
    }
    // 95% of 300, give or take three standard errors of 1.26 points.
    expect(held / trials).toBeGreaterThan(0.95 - 0.038);
    expect(held / trials).toBeLessThanOrEqual(1);
  });
});

/** The same person with their compliance, drawn into an arm anew (one in three to diversion) and living anew. */
function livedAgain(person: GeneratedPerson, random: SeededRandom): GeneratedPerson {
  const { death, reoffences } = drawLatents(random);
  const arm = random.next() < 1 / 3 ? 0.1 : 0.9;
  return { ...person, latents: { ...person.latents, death, reoffences, chance: { ...person.latents.chance, arm } } };
}
