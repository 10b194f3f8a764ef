import { beforeAll, describe, expect, test } from 'vitest';
import { demonstrationCohort } from '../../demonstration/demonstration-cohort.ts';
import { examplePlan } from '../../designs/example-plan.test-support.ts';
import type { StudyCohort } from '../../domain/cohort/study-row.ts';
import type { Plan } from '../../domain/plan/plan-document.ts';
import { runEvaluation } from '../../use-cases/run-evaluation.ts';
import type { TableBlock } from '../blocks/block.ts';
import type { Evaluation, FoundEvaluation } from '../evaluation.ts';
import { forBoards } from '../disclosure/for-boards.ts';
import { forEvaluators } from '../disclosure/for-evaluators.ts';
import { checklistSection } from '../sections/checklist-section.ts';

const COVARIATES = '[age, sex, ethnicity, prior_offences]';
const PLANS = {
  randomised: examplePlan({
    comparison: '{ design: randomised, received: started }',
    outcomes: '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: reoffences, months: 12 }] }',
    covariates: COVARIATES,
  }),
  'matched-controls': examplePlan({
    cohort: '{ from: 2021-01-01, until: 2023-06-30, indexEvent: first }',
    comparison: '{ design: matched-controls, controls: any, reuse: 3 }',
    covariates: '[age, sex, prior_offences]',
  }),
  'natural-experiment': examplePlan({
    comparison:
      '{ design: natural-experiment, diversionForces: [demo-north, demo-coast], comparisonForces: [demo-fen, demo-moor], imputations: 2 }',
    outcomes: '{ primary: { measure: time-to-reoffence, months: 12 } }',
    covariates: '[age, sex]',
  }),
} as const;

async function foundOf(plan: Plan, cohort: StudyCohort): Promise<FoundEvaluation> {
  return runEvaluation({
    program: { name: 'Waymark', version: '0.0.0' },
    plan,
    data: [{ name: 'cohort.csv', sha256: 'ab'.repeat(32) }],
    command: 'waymark evaluate plan.yaml --data data --out result',
    audience: 'evaluator',
    earlier: [],
    cohort,
  });
}

function tablesOf(evaluation: Evaluation): readonly TableBlock[] {
  return checklistSection(evaluation).blocks.filter((block) => block.kind === 'table');
}

/** The answer to a line of the checklist whose caption begins so. */
function answerTo(evaluation: Evaluation, list: string, item: string): string {
  const table = tablesOf(evaluation).find(({ caption }) => caption.startsWith(list));
  const row = table?.rows.find(({ cells }) => cells[0] === `Line ${item}`);
  if (row === undefined) throw new Error(`${list} has no line ${item}`);
  return row.cells[2] ?? '';
}

const evaluations = new Map<string, FoundEvaluation>();

beforeAll(async () => {
  const { cohort } = demonstrationCohort({ people: 1500, seed: 9 });
  for (const [design, plan] of Object.entries(PLANS)) evaluations.set(design, await foundOf(plan, cohort));
});

function of(design: keyof typeof PLANS): FoundEvaluation {
  const found = evaluations.get(design);
  if (found === undefined) throw new Error('there is such an evaluation');
  return found;
}

describe('the checklists of a report', () => {
  test.each([
    ['randomised', ['CONSORT 2025', 'RECORD', 'Justice Data Lab']],
    ['matched-controls', ['STROBE', 'RECORD', 'Justice Data Lab']],
    ['natural-experiment', ['STROBE', 'RECORD', 'Justice Data Lab']],
  ] as const)('of %s are %j, each line answered or “not stated”', (design, names) => {
    const tables = tablesOf(forEvaluators(of(design)));
    expect(tables.map(({ caption }) => names.find((name) => caption.startsWith(name)))).toEqual(names);
    for (const { rows } of tables) {
      for (const { cells } of rows) {
        const [, , says, from] = cells;
        expect(says).not.toBe('');
        expect(from === '').toBe(says === 'not stated');
      }
    }
  });

  test('of a trial say nothing of how chance was made and hidden, which nobody told', () => {
    const evaluation = forEvaluators(of('randomised'));
    for (const item of ['17a', '17b', '18', '19', '20', '2', '5a']) {
      expect(answerTo(evaluation, 'CONSORT', item), item).toBe('not stated');
    }
  });

  test('count deaths by arm and holes by variable from the data', () => {
    const found = of('randomised');
    const rows = found.result.record;
    if (rows === null) throw new Error('there is a record');
    const evaluation = forEvaluators(found);
    expect(answerTo(evaluation, 'CONSORT', '27')).toContain(
      `died while watched: ${rows.deaths[0]} with the scheme, ${rows.deaths[1]} without`,
    );
    const ethnicity = rows.missing.find(({ name }) => name === 'ethnicity');
    expect((ethnicity?.counts[0] ?? 0) + (ethnicity?.counts[1] ?? 0)).toBeGreaterThan(0);
    expect(answerTo(evaluation, 'CONSORT', '21c')).toContain(`ethnicity: ${ethnicity?.counts[0]} with the scheme`);
  });

  test('put frequency beside the rate, and say which the plan did not name', () => {
    const trial = forEvaluators(of('randomised'));
    expect(answerTo(trial, 'Justice', '2')).toMatch(/^\d+\.\d% with the scheme, \d+\.\d% without$/);
    expect(answerTo(trial, 'Justice', '3')).toContain('reoffences for each person beside the rate');
    expect(answerTo(forEvaluators(of('matched-controls')), 'Justice', '3')).toBe('not stated');
  });

  test('say what would have to go unmeasured to make the effect, where chance did not allocate', () => {
    expect(answerTo(forEvaluators(of('matched-controls')), 'Justice', '10')).toContain('E-value');
    expect(answerTo(forEvaluators(of('natural-experiment')), 'STROBE', '9')).toContain('E-value');
    expect(answerTo(forEvaluators(of('randomised')), 'Justice', '10')).toContain('chance allocated');
  });

  test('hold a study to sixty people on a side, and say how many more are needed', async () => {
    const { cohort } = demonstrationCohort({ people: 340, seed: 4 });
    const small = forEvaluators(await foundOf(PLANS.randomised, cohort));
    const sides = small.result.findings[0]?.groups.map(({ n }) => n ?? 0) ?? [];
    const least = Math.min(...sides);
    expect(least).toBeLessThan(60);
    expect(answerTo(small, 'Justice', '1')).toContain(`${60 - least} more are needed`);
    expect(answerTo(small, 'Justice', '6')).toMatch(/more people with the scheme|none: the interval/);
    expect(answerTo(forEvaluators(of('matched-controls')), 'Justice', '1')).toMatch(/^yes: /);
  });

  test('tell boards of nobody who died, and of no hole in the data', () => {
    for (const design of ['randomised', 'matched-controls', 'natural-experiment'] as const) {
      const board: Evaluation = forBoards(of(design));
      expect(board.result.record).toBeNull();
      const said = JSON.stringify(tablesOf(board));
      expect(said).not.toContain('died while watched');
      expect(said).not.toMatch(/ with the scheme, \d+ without; /);
    }
  });
});
