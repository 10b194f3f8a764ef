import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { planText } from '../../designs/example-plan.test-support.ts';
import { parsePlan } from './parse-plan.ts';

function faultsOf(keys: { readonly [key: string]: string }): string[] {
  const plan = parsePlan(planText(keys), 'plan.yaml');
  return plan.ok
    ? []
    : plan.refusal.map(({ line, column, problem, remedy }) => `${line}:${column} ${problem}; ${remedy}`);
}

describe('parsePlan', () => {
  test('reads a plan, and gives the hash that sha256sum prints of its file', () => {
    const text = `# a plan – and a dash\n${planText()}`;
    const plan = parsePlan(text, 'a.yaml');
    expect(plan.ok && plan.value.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('gives another hash to another plan', () => {
    const one = parsePlan(planText(), 'a.yaml');
    const other = parsePlan(planText({ seed: '2' }), 'a.yaml');
    expect(one.ok && other.ok && one.value.hash !== other.value.hash).toBe(true);
  });

  test.each([
    [
      'a measure misspelt',
      { outcomes: '{ primary: { measure: reofended, months: 12 } }' },
      'did you mean "reoffended"',
    ],
    [
      'an unknown key',
      { cohort: '{ from: 2021-01-01, until: 2021-12-31, indexEvent: first, ages: 3 }' },
      'did you mean "age"',
    ],
    [
      'a day that is none',
      { cohort: '{ from: 2021-02-30, until: 2021-12-31, indexEvent: first }' },
      'not a day of the calendar',
    ],
    [
      'an end before the beginning',
      { cohort: '{ from: 2021-02-01, until: 2020-12-31, indexEvent: first }' },
      'before 2021-02-01',
    ],
    [
      'a setting of another design',
      { comparison: '{ design: randomised, caliper: 0.2 }' },
      'no setting of a randomised trial',
    ],
    [
      'a setting that is missing',
      {
        comparison: '{ design: natural-experiment, comparisonForces: [fen] }',
        outcomes: '{ primary: { measure: time-to-reoffence, months: 12 } }',
      },
      'needs diversionForces',
    ],
    [
      'a force on both sides',
      {
        comparison: '{ design: natural-experiment, diversionForces: [fen], comparisonForces: [fen] }',
        outcomes: '{ primary: { measure: time-to-reoffence, months: 12 } }',
      },
      'among the diversion forces too',
    ],
    ['months that are missing', { outcomes: '{ primary: { measure: reoffended } }' }, 'needs its months'],
    [
      'months that mean nothing',
      { outcomes: '{ primary: { measure: police-minutes, months: 3 } }' },
      'not counted over months',
    ],
    ['a covariate twice', { covariates: '[age, age]' }, 'age is named twice'],
    ['a squared age alone', { covariates: '[age_squared]' }, 'add age to the covariates'],
    ['nothing to match on', { comparison: '{ design: matched-controls }' }, 'people can’t be matched on nothing'],
    [
      'a sensitivity analysis of another design',
      { sensitivity: '[doubly-robust]' },
      'no analysis of a randomised trial',
    ],
    [
      'the primary outcome as a secondary one',
      {
        outcomes: '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: reoffended, months: 12 }] }',
      },
      'is the primary outcome',
    ],
  ])('says of %s where it is and what would be right', (_, keys, said) => {
    const [first = ''] = faultsOf(keys);
    expect(first).toMatch(/^\d+:\d+ /);
    expect(first).toContain(said);
  });
});
