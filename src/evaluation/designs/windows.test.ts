import { describe, expect, test } from 'vitest';
import { addDays, calendarDayOf } from '../../shared/calendar-day.ts';
import type { Reoffence, StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import { studyRow } from '../domain/cohort/study-row.test-support.ts';
import { survivalChart } from '../report/charts/survival-chart.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import { examplePlan, finished } from './example-plan.test-support.ts';

interface Person extends Partial<StudyRow> {
  readonly after: number | null;
}

function cohortOf(people: readonly Person[]): StudyCohort {
  const rows = people.map(({ after: _, ...change }, at) => studyRow({ person: `p${at}`, indexEvent: `e${at}`, followedUntil: calendarDayOf('2026-01-01'), ...change })); // prettier-ignore
  const reoffences = rows.flatMap(({ person, indexEvent, indexedOn }, at): Reoffence[] => {
    const after = people[at]?.after ?? null;
    const committedOn = addDays(indexedOn, after ?? 0);
    return after === null ? [] : [{ person, indexEvent, committedOn, provenOn: committedOn, offenceCode: null }];
  });
  return { rows, reoffences };
}

describe('twelve months across the 29th of February', () => {
  // Windows of 366 days and of 365; some reoffend on the last day of the longer.
  const people = (arm: 'diversion' | 'usual'): Person[] =>
    Array.from({ length: 40 }, (_, at) => ({
      arm,
      indexedOn: calendarDayOf(at % 4 === 0 ? '2023-06-01' : '2021-06-01'),
      after: at === 0 || at === 4 ? 366 : at < 10 && at % 4 !== 0 ? 30 * at : null,
    }));
  const result = finished(evaluatePlan(examplePlan(), cohortOf([...people('diversion'), ...people('usual')])));
  const [curve] = result.curves?.groups ?? [];

  test('have one share: of the finding, at the curve’s end, and in the table below it', () => {
    const primary = result.findings.find(({ role }) => role === 'primary');
    expect(primary?.groups[0]).toMatchObject({ n: 40, events: 9, value: 9 / 40 });
    expect(curve?.share.at(-1)).toBeCloseTo(9 / 40, 12);
    expect(curve?.atRisk.at(-1)?.share).toBeCloseTo(9 / 40, 12);
    expect([curve?.days.at(-1), curve?.atRisk.at(-1)?.day]).toEqual([365, 365]);
  });

  test('end the picture at the same day and number', () => {
    if (result.curves === null) throw new Error('there is a curve');
    expect(survivalChart(result.curves, 700).description).toContain('people allocated to diversion 22.5%');
  });
});

describe('a natural experiment', () => {
  const forces = ['durham', 'thames-valley', 'humberside', 'hampshire'];
  const cohort = cohortOf(
    Array.from({ length: 400 }, (_, at) => ({
      force: forces[at % 4] ?? '',
      indexedOn: calendarDayOf('2021-06-01'),
      after: (at * 7) % 5 < 2 ? 5 + ((at * 13) % 300) : null,
    })),
  );
  const plan = (months: number) =>
    examplePlan({
      comparison:
        '{ design: natural-experiment, diversionForces: [durham, thames-valley], comparisonForces: [humberside, hampshire], imputations: 2 }',
      outcomes: `{ primary: { measure: time-to-reoffence, months: ${months} } }`,
    });

  test.each([
    [6, ['Reoffended within 30 days', 'Reoffended within 6 months']],
    [12, ['Reoffended within 30 days', 'Reoffended within 12 months']],
    [1, ['Reoffended within 1 month']],
  ])('of %i months compares risks within its own window', (months, labels) => {
    const { findings } = finished(evaluatePlan(plan(months), cohort));
    const primary = findings.find(({ role }) => role === 'primary');
    const risks = findings.filter(({ role }) => role === 'supporting');
    expect(risks.map(({ label }) => label)).toEqual(labels);
    expect(risks.at(-1)?.groups.map(({ events }) => events)).toEqual(primary?.groups.map(({ events }) => events));
  });
});
