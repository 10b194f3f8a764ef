import { describe, expect, test } from 'vitest';
import { demonstrationCohort } from '../../demonstration/demonstration-cohort.ts';
import { examplePlan } from '../../designs/example-plan.test-support.ts';
import type { StudyCohort } from '../../domain/cohort/study-row.ts';
import { Disclosure } from '../../domain/disclosure/disclosed.ts';
import type { CountForm } from '../../domain/disclosure/rounding.ts';
import { addDays } from '../../../shared/calendar-day.ts';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { runEvaluation } from '../../use-cases/run-evaluation.ts';
import type { Evaluation, FoundEvaluation } from '../evaluation.ts';
import { renderReportHtml } from '../render-report-html.ts';
import { reportOf } from '../report-model.ts';
import { recoveredFrom, type Recovered } from './attacker.test-support.ts';
import { forBoards } from './for-boards.ts';
import { forEvaluators } from './for-evaluators.ts';
import { hiddenInEvaluation } from './hidden-in-evaluation.ts';

/** Nothing is allowed for, so that a reader who has the program can make every effect again out of counts. */
const PLAN = examplePlan({
  cohort: '{ from: 2021-01-01, until: 2023-03-31, indexEvent: first }',
  comparison: '{ design: randomised, received: started }',
  outcomes: '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: entered-treatment, months: 6 }] }',
  covariates: '[]',
  subgroups: '[sex]',
  sensitivity: '[unproven-counted, per-protocol]',
});

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** A trial in one stratum, with few women, few offences that were not proven and few who died. */
function cohortOf(seed: number): StudyCohort {
  const { rows, reoffences } = demonstrationCohort({ people: 260 + 17 * (seed % 7), seed }).cohort;
  const again = new Set(reoffences.map(({ person }) => person));
  const random = SeededRandom.of(`attacked ${seed}`);
  return {
    rows: rows.map((row) => ({
      ...row,
      stratum: null,
      arm: random.next() < 0.5 ? 'diversion' : 'usual',
      sex: random.next() < 0.2 ? 'female' : 'male',
      diedOn: !again.has(row.person) && random.next() < 0.03 ? addDays(row.indexedOn, 100) : null,
    })),
    reoffences,
  };
}

const found = new Map<number, Promise<FoundEvaluation>>();

function foundOf(seed: number): Promise<FoundEvaluation> {
  const before = found.get(seed);
  if (before !== undefined) return before;
  const now = runEvaluation({
    program: { name: 'Waymark', version: '0.0.0' },
    plan: PLAN,
    data: [{ name: 'cohort.csv', sha256: 'ab'.repeat(32) }],
    command: 'waymark evaluate plan.yaml --data data --out result --audience board',
    audience: 'board',
    earlier: [],
    cohort: cohortOf(seed),
  });
  found.set(seed, now);
  return now;
}

type Make = (found: FoundEvaluation) => Evaluation;

/** What is recovered of the first study of which anything is that is looked for. */
async function recovered(
  make: Make,
  isSought: (one: Recovered) => boolean,
): Promise<readonly (Recovered & { readonly seed: number })[]> {
  for (const seed of SEEDS) {
    const board = make(await foundOf(seed));
    const found = recoveredFrom(board, renderReportHtml(reportOf(board))).filter(isSought);
    if (found.length > 0) return found.map((one) => ({ ...one, seed }));
  }
  return [];
}

const made =
  (form: CountForm): Make =>
  (found) =>
    forBoards(found, hiddenInEvaluation(found, form));

describe('Somebody who tries every whole number', () => {
  test.each(['hidden', 'rounded'] as const)('recovers nothing from %s counts', async (form) => {
    // In fives a difference of two counts is no count of anybody.
    const isSought = ({ what }: Recovered) => form === 'hidden' || !what.includes(' less ');
    expect(await recovered(made(form), isSought)).toEqual([]);
  });
});

/** A board's report in which something is as the evaluator has it. */
const withResult =
  (
    change: (
      board: Evaluation['result'],
      all: Evaluation['result'],
      found: FoundEvaluation,
    ) => Partial<Evaluation['result']>,
  ): Make =>
  (found) => {
    const board: Evaluation = made('hidden')(found);
    return { ...board, result: { ...board.result, ...change(board.result, forEvaluators(found).result, found) } };
  };

const drawnAlone = (found: FoundEvaluation) =>
  withResult(({ findings }, all) => ({
    findings: findings.map((finding, at) => {
      const estimate = all.findings[at]?.estimate ?? null;
      return finding.role === 'sensitivity' && estimate !== null
        ? { ...finding, estimate: { ...estimate, value: Number.NaN, p: null } }
        : finding;
    }),
  }))(found);

const WITHOUT_A_GUARD: Readonly<Record<string, { readonly make: Make; readonly finds: string }>> = {
  'effects of other analyses go with the few that they are of': {
    finds: 'not proven',
    make: withResult(({ findings }, all) => ({
      findings: findings.map((finding, at) =>
        finding.role === 'sensitivity' ? { ...finding, estimate: all.findings[at]?.estimate ?? null } : finding,
      ),
    })),
  },
  'what is drawn was rounded before': { finds: 'not proven', make: drawnAlone },
  'tests go with a hidden group': {
    finds: 'with the outcome',
    make: withResult((_, all) => ({ subgroupTests: all.subgroupTests })),
  },
  'who is still followed is not told': {
    finds: 'no longer followed',
    make: withResult((_, all) => ({ curves: all.curves })),
  },
  'counts a few apart are not both shown': {
    finds: ' less ',
    make: (found) => {
      const measures = new Disclosure(new Set());
      return forBoards(found, { ...hiddenInEvaluation(found), measures });
    },
  },
};

describe('The same', () => {
  test.each(Object.entries(WITHOUT_A_GUARD))(
    'recovers counts where the guard is left out that %s',
    async (_, guard) => {
      expect(await recovered(guard.make, ({ what }) => what.includes(guard.finds))).not.toEqual([]);
    },
  );
});
