import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationCohort } from '../../demonstration/demonstration-cohort.ts';
import { examplePlan } from '../../designs/example-plan.test-support.ts';
import { Disclosure } from '../../domain/disclosure/disclosed.ts';
import { sentenceFor } from '../../domain/disclosure/sentence.ts';
import type { StudyCohort, StudyRow } from '../../domain/cohort/study-row.ts';
import type { Plan } from '../../domain/plan/plan-document.ts';
import { runEvaluation } from '../../use-cases/run-evaluation.ts';
import type { Evaluation, FoundEvaluation } from '../evaluation.ts';
import { renderReportHtml } from '../render-report-html.ts';
import { renderReportPdf } from '../render-report-pdf.ts';
import { reportOf } from '../report-model.ts';
import { resultsJson } from '../results-json.ts';
import { cells } from './cells.ts';
import { forBoards } from './for-boards.ts';
import { forEvaluators } from './for-evaluators.ts';
import { hiddenInEvaluation, type Hidden } from './hidden-in-evaluation.ts';
import { changed, countLeaves, isSmall, knownSums, undisclosedLeaves, workedOut } from './undisclosed.test-support.ts';

const FORCES =
  'diversionForces: [demo-north, demo-coast, demo-east, demo-vale], comparisonForces: [demo-fen, demo-moor, demo-south, demo-west]';

const PLANS = {
  randomised: examplePlan({
    comparison: '{ design: randomised, received: started }',
    outcomes:
      '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: entered-treatment, months: 6 }] }',
    covariates: '[age, sex, prior_offences]',
    subgroups: '[sex, age_band, ethnicity]',
    sensitivity: '[complier-effect, per-protocol, adjusted-for-covariates, unproven-counted]',
  }),
  'matched-controls': examplePlan({
    comparison: '{ design: matched-controls, received: offered, controls: any, caliper: 0.2, reuse: 2 }',
    outcomes: '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: appeared-in-court }] }',
    covariates: '[age, sex, ethnicity, prior_offences]',
    subgroups: '[sex, ethnicity]',
    sensitivity: '[doubly-robust, narrower-caliper, wider-caliper]',
  }),
  'natural-experiment': examplePlan({
    comparison: `{ design: natural-experiment, ${FORCES}, imputations: 2 }`,
    outcomes: '{ primary: { measure: time-to-reoffence, months: 12 }, secondary: [{ measure: appeared-in-court }] }',
    covariates: '[age, sex, prior_treatment]',
    subgroups: '[sex, age_band]',
    sensitivity: '[complete-case, leave-one-force-out, unproven-counted]',
  }),
} as const;

type Design = keyof typeof PLANS;

function evaluated(plan: Plan, cohort: StudyCohort): Promise<FoundEvaluation> {
  return runEvaluation({
    program: { name: 'Waymark', version: '0.0.0' },
    plan,
    data: [{ name: 'cohort.csv', sha256: 'ab'.repeat(32) }],
    command: 'waymark evaluate plan.yaml --data data --out result --audience board',
    audience: 'board',
    earlier: [],
    cohort,
  });
}

type ForBoards = (found: FoundEvaluation, hidden: Hidden) => Evaluation;

const MADE_AT = new Date('2026-01-01T00:00:00Z');

/** Everything that a board can be given, byte by byte: the page with its pictures, the PDF with what is said of it, the numbers. */
async function outputs(board: Evaluation): Promise<Readonly<Record<'page' | 'numbers' | 'pdf', string>>> {
  const model = reportOf(board);
  const pdf = Buffer.from(await renderReportPdf(model, MADE_AT)).toString('latin1');
  return { page: renderReportHtml(model), numbers: resultsJson(model), pdf };
}

/** What a board learns that it must not: `null` where it learns nothing. */
async function leakOf(found: FoundEvaluation, make: ForBoards, hidden: Hidden): Promise<string | null> {
  const board = make(found, hidden);
  const undisclosed = undisclosedLeaves(found);
  // Were every undisclosed number another one, nothing that a board gets would be another.
  const isUndisclosed = (path: string) =>
    undisclosed.has(path) || undisclosed.has(path.slice(0, path.lastIndexOf('/'))) || SENTENCE.test(path);
  const other = changed(found, (leaf, path) => {
    if (!isUndisclosed(path)) return leaf;
    return typeof leaf === 'number' ? leaf + 7 : typeof leaf === 'string' ? `${leaf} or other` : leaf;
  });
  const [one, two] = [await outputs(board), await outputs(make(other, hidden))];
  for (const kind of ['numbers', 'page', 'pdf'] as const) {
    if (one[kind] !== two[kind])
      return `the ${kind} tell an undisclosed count: ${firstDifference(one[kind], two[kind])}`;
  }
  // Nor can an undisclosed count be worked out from those that a board is told.
  const counts = countLeaves(found);
  const numbers = JSON.stringify(board);
  const told = new Set(
    [...counts.keys()].filter((path) => {
      const changedOne = changed(found, (leaf, at) => (at === path ? Number(leaf) + 7 : leaf));
      return JSON.stringify(make(changedOne, hidden)) !== numbers;
    }),
  );
  const small = [...told].find((path) => isSmall(counts.get(path) ?? null));
  if (small !== undefined) return `the small count ${small} is told`;
  const [out] = workedOut(counts, told, knownSums(found, counts));
  if (out !== undefined) return `the small count ${out} can be worked out`;
  for (const { atRisk } of board.result.curves?.groups ?? []) {
    for (const [at, { n }] of atRisk.slice(1).entries()) {
      if (isSmall((atRisk[at]?.n ?? 0) - (n ?? 0))) return 'a curve tells a step of a few people';
    }
  }
  return null;
}

/** Counts in sentences, whoever they count, are for evaluators. */
const SENTENCE = /\/counts\/\d+\/(counts\/\d+|written)$/;

function firstDifference(one: string, two: string): string {
  let at = 0;
  while (one[at] === two[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 80), at + 20)}…`;
}

describe.each(Object.keys(PLANS) as Design[])('What a board gets of a study that is %s', (design) => {
  test('tells no undisclosed count, in text, table, picture, numbers or PDF', async () => {
    const study = fc.record({ people: fc.integer({ min: 120, max: 1500 }), seed: fc.integer({ min: 1, max: 10_000 }) });
    await fc.assert(
      fc.asyncProperty(study, async ({ people, seed }) => {
        const found = await evaluated(PLANS[design], demonstrationCohort({ people, seed }).cohort);
        expect(await leakOf(found, forBoards, hiddenInEvaluation(found))).toBe(null);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

describe('Two studies that differ in hidden counts alone', () => {
  test('give a board the same bytes', async () => {
    const plan = examplePlan({ subgroups: '[sex]' });
    let pairs = 0;
    for (let seed = 1; pairs < 3 && seed <= 20; seed += 1) {
      const { rows, reoffences } = demonstrationCohort({ people: 600, seed }).cohort;
      const found = await evaluated(plan, { rows, reoffences });
      const hidden = hiddenInEvaluation(found);
      const groups = hiddenEthnicities(found, hidden);
      for (const [from, to] of groups.flatMap((from) => groups.map((to) => [from, to] as const))) {
        const moved = from === to ? undefined : rows.find((row) => isUsual(row) && row.ethnicitySelfDefined === from);
        if (moved === undefined) continue;
        const other = rows.map((row) => (row === moved ? { ...row, ethnicitySelfDefined: to } : row));
        const twin = await evaluated(plan, { rows: other, reoffences });
        if (!sameShape(forBoards(found), forBoards(twin))) continue;
        pairs += 1;
        expect(resultsJson(reportOf(forEvaluators(twin)))).not.toBe(resultsJson(reportOf(forEvaluators(found))));
        expect(await outputs(forBoards(twin))).toEqual(await outputs(forBoards(found)));
      }
    }
    expect(pairs).toBeGreaterThanOrEqual(3);
  });
});

const CODES: Readonly<Record<string, string>> = { White: 'W1', Black: 'B1', Asian: 'A1', Mixed: 'M1', Other: 'O9' };

/** The ethnic groups of which a board does not see how many were allocated to the usual process, by their codes. */
function hiddenEthnicities({ result }: FoundEvaluation, hidden: Hidden): readonly string[] {
  return [...result.baseline.entries()].flatMap(([at, { level }]) => {
    const code = CODES[level ?? ''];
    return code !== undefined && hidden.result.hides(cells.level(1, at)) ? [code] : [];
  });
}

/** Of the usual process, and so in no measure by group. */
function isUsual({ arm, ethnicitySelfDefined }: StudyRow): boolean {
  return arm === 'usual' && ethnicitySelfDefined !== null;
}

/** Whether the same is hidden in both: whatever was numbers and words in one is so in the other. */
function sameShape(one: Evaluation, other: Evaluation): boolean {
  const shape = (evaluation: Evaluation) =>
    JSON.stringify(evaluation, (_, value: unknown) => (typeof value === 'number' ? 0 : value));
  return shape(one) === shape(other);
}

/** Boards as they would be with one guard left out. */
const WITHOUT_A_GUARD: Readonly<Record<string, ForBoards>> = {
  'how far each side went': (found, hidden) =>
    withResult(found, hidden, ({ flow }, { result }) => {
      const [one, other] = flow.sides;
      const { stages } = result.flow.sides[0];
      return { flow: { ...flow, sides: [{ ...one, stages }, other] } };
    }),
  'who was lost': (found, hidden) =>
    withResult(found, hidden, ({ flow }, { result }) => ({ flow: { ...flow, sides: result.flow.sides } })),
  'people before, level by level': (found, hidden) =>
    withResult(found, hidden, (_, { result }) => ({ baseline: result.baseline })),
  'the difference of a hidden level': (found, hidden) =>
    withResult(found, hidden, ({ baseline }, { result }) => ({
      baseline: baseline.map((row, at) => ({
        ...row,
        standardisedDifference: result.baseline[at]?.standardisedDifference ?? null,
      })),
    })),
  'the effect of a hidden group': (found, hidden) =>
    withResult(found, hidden, ({ findings }, { result }) => ({
      findings: findings.map((finding, at) => ({ ...finding, estimate: result.findings[at]?.estimate ?? null })),
    })),
  'the sides of other analyses': (found, hidden) =>
    withResult(found, hidden, ({ findings }, { result }) => ({
      findings: findings.map((finding, at) => ({
        ...finding,
        groups: finding.role === 'sensitivity' ? (result.findings[at]?.groups ?? finding.groups) : finding.groups,
      })),
    })),
  'how many clusters there are': (found, hidden) =>
    withResult(found, hidden, ({ findings }, { result }) => ({
      findings: findings.map((finding, at) => {
        const raw = result.findings[at];
        return { ...finding, method: raw === undefined ? '' : sentenceFor('evaluator', raw.method) };
      }),
    })),
  'notes with their counts': (found, hidden) =>
    withResult(found, hidden, ({ findings }, { result }) => ({
      findings: findings.map((finding, at) => ({
        ...finding,
        notes: result.findings[at]?.notes.map((note) => sentenceFor('evaluator', note)) ?? [],
      })),
    })),
  'warnings with their counts': (found, hidden) =>
    withResult(found, hidden, (_, { result }) => ({
      warnings: result.warnings.map((warning) => sentenceFor('evaluator', warning)),
    })),
  'every step of a curve': (found, hidden) => withResult(found, hidden, (_, { result }) => ({ curves: result.curves })),
  measures: (found, hidden) => ({ ...forBoards(found, hidden), measures: forEvaluators(found).measures }),
  'the picture of groups': (found, hidden) => ({
    ...forBoards(found, hidden),
    disproportionality: found.disproportionality,
  }),
  'a count in a title': (found, hidden) => {
    const board = forBoards(found, hidden);
    const [lost] = found.result.flow.sides.flatMap((side) => side.stages);
    return { ...board, plan: { ...board.plan, title: `Of ${lost?.n ?? 0} people` } };
  },
};

/** What is hidden where small counts are, and nothing that gives them away. */
function smallAlone(found: FoundEvaluation): Hidden {
  const small = new Set<string>();
  const cellsOfSmall = (count: number | null, cell: string) => isSmall(count) && small.add(cell);
  const { flow, baseline, findings } = found.result;
  for (const [at, { n }] of flow.excluded.entries()) cellsOfSmall(n, cells.excluded(at));
  for (const side of [0, 1] as const) {
    for (const [at, { n }] of flow.sides[side].lost.entries()) cellsOfSmall(n, cells.lost(side, at));
    for (const [at, { groups, level }] of baseline.entries()) {
      const { count, value } = groups[side];
      cellsOfSmall(count, cells.level(side, at));
      const whole = level === null || !value ? null : Math.round((count ?? 0) / value);
      cellsOfSmall(whole === null ? null : whole - (count ?? 0), cells.rest(cells.level(side, at)));
    }
    for (const finding of findings) {
      const { n, events } = finding.groups[side];
      cellsOfSmall(n, cells.group(finding, side, 'n'));
      cellsOfSmall(events, cells.group(finding, side, 'events'));
      cellsOfSmall(events === null ? null : n - events, cells.rest(cells.group(finding, side, 'events')));
    }
  }
  for (const { name, size, count } of found.disproportionality?.funnel.points ?? []) {
    cellsOfSmall(size, cells.funnel(name, 'size'));
    cellsOfSmall(count, cells.funnel(name, 'count'));
    cellsOfSmall(size - count, cells.rest(cells.funnel(name, 'count')));
  }
  return { ...hiddenInEvaluation(found), result: new Disclosure(small) };
}

type Result = Evaluation['result'];

function withResult(
  found: FoundEvaluation,
  hidden: Hidden,
  change: (board: Result, found: FoundEvaluation) => Partial<Result>,
): Evaluation {
  const board: Evaluation = forBoards(found, hidden);
  return { ...board, result: { ...board.result, ...change(board.result, found) } };
}

describe('The search for undisclosed counts', () => {
  test.each(Object.keys(WITHOUT_A_GUARD))('finds them where the guard of %s is left out', async (guard) => {
    expect(await firstLeak(WITHOUT_A_GUARD[guard] ?? forBoards, hiddenInEvaluation)).toContain(
      'tell an undisclosed count',
    );
  });

  test('finds them where small counts alone are hidden, and those that give them away are not', async () => {
    expect(await firstLeak(forBoards, smallAlone)).toContain('can be worked out');
  });
});

async function firstLeak(make: ForBoards, hiddenIn: (found: FoundEvaluation) => Hidden): Promise<string | null> {
  for (const design of Object.keys(PLANS) as Design[]) {
    const found = await (studied[design] ??= evaluated(PLANS[design], demonstrationCohort(SMALL_STUDY).cohort));
    const leak = await leakOf(found, make, hiddenIn(found));
    if (leak !== null) return leak;
  }
  return null;
}

const SMALL_STUDY = { people: 700, seed: 3 } as const;
const studied: { [design in Design]?: Promise<FoundEvaluation> } = {};
