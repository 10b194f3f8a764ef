import { describe, expect, test } from 'vitest';
import { addDays, calendarDayOf } from '../../shared/calendar-day.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { reoffenceOf, studyRow } from '../domain/cohort/study-row.test-support.ts';
import { sentenceFor } from '../domain/disclosure/sentence.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import { examplePlan, finished, planText } from './example-plan.test-support.ts';
import { evaluatePlan } from './evaluate-plan.ts';

const COMPLETED = 'design: matched-controls, received: completed';
const keys = (comparison: string) => ({ comparison: `{ ${comparison} }`, covariates: '[age]' });

/** People to whom the scheme does nothing: they reoffend at random, and who does so early never gets to complete. */
function cohortWithoutEffect() {
  const random = SeededRandom.of('immortal time');
  const people = Array.from({ length: 3000 }, (_, at) => {
    const isOffered = random.next() < 0.5;
    const indexedOn = calendarDayOf('2021-06-01');
    const days = Math.ceil(-Math.log(1 - random.next()) * 300);
    const completes = isOffered && days > 80 && random.next() < 0.8;
    const row = studyRow({
      person: `P${at}`,
      indexEvent: `P${at}-1`,
      indexedOn,
      followedUntil: calendarDayOf('2024-12-31'),
      age: 20 + (at % 30),
      scheme: 'demo-scheme',
      offeredOn: isOffered ? indexedOn : null,
      startedOn: isOffered ? addDays(indexedOn, 5) : null,
      completedOn: completes ? addDays(indexedOn, 80) : null,
    });
    return { row, reoffences: days <= 365 ? [reoffenceOf(row, addDays(indexedOn, days))] : [] };
  });
  return { rows: people.map(({ row }) => row), reoffences: people.flatMap(({ reoffences }) => reoffences) };
}

describe('A plan whose treatment is what people did afterwards', () => {
  test.each(['accepted', 'started', 'completed'])('is refused for an effect: %s', (received) => {
    const plan = parsePlan(planText(keys(`design: matched-controls, received: ${received}`)), 'plan.yaml');
    const [fault] = plan.ok ? [] : plan.refusal;
    expect(fault?.problem).toContain(`${received} is what people did after the index day`);
    expect(fault?.remedy).toContain('received: offered');
    expect(fault?.remedy).toContain('claims: association');
  });

  test('is taken where it claims an association, and offered and a trial as they were', () => {
    for (const comparison of [`${COMPLETED}, claims: association`, 'design: matched-controls, received: offered']) {
      expect(parsePlan(planText(keys(comparison)), 'plan.yaml').ok).toBe(true);
    }
    expect(parsePlan(planText({ comparison: '{ design: randomised, received: completed }' }), 'plan.yaml').ok).toBe(
      true,
    );
  });

  test('shows a difference where there is none, and the landmark beside it does not', () => {
    const plan = examplePlan(keys(`${COMPLETED}, claims: association, landmarkDays: 90`));
    const { findings, limits, warnings } = finished(evaluatePlan(plan, cohortWithoutEffect()));
    const primary = findings.find(({ role }) => role === 'primary');
    const landmark = findings.find(({ id }) => id.startsWith('supporting:landmark:'));
    // Those who complete have not reoffended in 80 days: by that alone they do better.
    expect(primary?.estimate?.high).toBeLessThan(-0.05);
    expect(landmark?.estimate?.low).toBeLessThan(0);
    expect(landmark?.estimate?.high).toBeGreaterThan(0);
    expect(landmark?.label).toBe('Landmark at 90 days: reoffended within 12 months');
    expect(limits.join(' ')).toContain('This is an association, and no effect');
    expect(warnings.map((warning) => sentenceFor('board', warning)).join(' ')).toContain('immortal time');
  });
});
