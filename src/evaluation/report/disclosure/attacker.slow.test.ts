import { describe, expect, test } from 'vitest';
import { demonstrationCohort } from '../../demonstration/demonstration-cohort.ts';
import { examplePlan } from '../../designs/example-plan.test-support.ts';
import type { Plan } from '../../domain/plan/plan-document.ts';
import type { StudyCohort } from '../../domain/cohort/study-row.ts';
import { Disclosure } from '../../domain/disclosure/disclosed.ts';
import type { CountForm } from '../../domain/disclosure/rounding.ts';
import { addDays, type CalendarDay } from '../../../shared/calendar-day.ts';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { runEvaluation, studiedPeople } from '../../use-cases/run-evaluation.ts';
import type { Evaluation, FoundEvaluation } from '../evaluation.ts';
import { renderReportHtml } from '../render-report-html.ts';
import { reportOf } from '../report-model.ts';
import { comparedPrints } from '../../domain/register/people-prints.ts';
import { releaseVerdict } from '../../domain/register/release-verdict.ts';
import { recoveredFrom, recoveredFromBoth, type Recovered } from './attacker.test-support.ts';
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
  const now = evaluated(PLAN, cohortOf(seed));
  found.set(seed, now);
  return now;
}

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

type Make = (found: FoundEvaluation) => Evaluation;

/** What is recovered of a study. */
async function recoveredOf(seed: number, make: Make): Promise<readonly Recovered[]> {
  const board = make(await foundOf(seed));
  return recoveredFrom(board, renderReportHtml(reportOf(board)));
}

const made =
  (form: CountForm): Make =>
  (found) =>
    forBoards(found, hiddenInEvaluation(found, form));

describe.each(['hidden', 'rounded'] as const)('Somebody who tries every whole number, of %s counts', (form) => {
  test.each(SEEDS)('recovers nothing: seed %i', async (seed) => {
    const all = await recoveredOf(seed, made(form));
    // In fives a difference of two counts is no count of anybody.
    expect(form === 'hidden' ? all : all.filter(({ what }) => !what.includes(' less '))).toEqual([]);
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
      let isFound = false;
      for (const seed of SEEDS) {
        isFound ||= (await recoveredOf(seed, guard.make)).some(({ what }) => what.includes(guard.finds));
        if (isFound) break;
      }
      expect(isFound).toBe(true);
    },
  );
});

/** Two plans on one study, and an edition of the data in which one person's record is another. */
async function pairsOf(seed: number) {
  const cohort = cohortOf(seed);
  const changed = cohort.rows.find(({ sex, indexedOn }) => sex === 'male' && indexedOn <= PLAN.cohort.until);
  const rows = cohort.rows.map((row) => (row === changed ? { ...row, sex: 'female' as const } : row));
  const days = cohort.rows.map(({ indexedOn }) => indexedOn).filter((day) => day <= PLAN.cohort.until);
  const last = days.sort().at(-1) ?? PLAN.cohort.until;
  const until = (day: CalendarDay): Plan => ({ ...PLAN, hash: `until ${day}`, cohort: { ...PLAN.cohort, until: day } });
  return [
    { plan: PLAN, cohort },
    // Three days less: one person, or a few.
    { plan: until(addDays(last, -3)), cohort },
    { plan: until(addDays(last, -120)), cohort },
    { plan: { ...PLAN, hash: 'aged 18 or over', cohort: { ...PLAN.cohort, age: { atLeast: 19 } } }, cohort },
    { plan: PLAN, cohort: { ...cohort, rows } },
  ];
}

/** What is told by releases one after another, each in the form that the register lets it have. */
async function recoveredFromReleases(seed: number, isRegistered: boolean): Promise<readonly Recovered[]> {
  const released: { readonly plan: Plan; readonly people: readonly string[]; readonly board: Evaluation }[] = [];
  const recovered: Recovered[] = [];
  // The publisher wants exact counts wherever they may be had, on odd seeds, and fives on even ones.
  const wanted: CountForm = seed % 2 === 0 ? 'rounded' : 'hidden';
  for (const { plan, cohort } of await pairsOf(seed)) {
    const people = studiedPeople(plan, cohort);
    const verdict = releaseVerdict(
      released.map((one) => ({
        title: 'A study',
        releasedOn: '2026-03-01',
        counts: one.board.counts ?? 'hidden',
        isSamePlan: one.plan.hash === plan.hash,
        ...comparedPrints(one.people, people),
      })),
    );
    if (isRegistered && verdict.kind === 'refused') continue;
    const form = isRegistered && verdict.kind === 'only' ? verdict.counts : isRegistered ? wanted : 'hidden';
    const board = made(form)(await evaluated(plan, cohort));
    for (const before of released) recovered.push(...recoveredFromBoth(before.board, board));
    released.push({ plan, people, board });
  }
  return recovered;
}

describe('Somebody who has several releases', () => {
  test.each(SEEDS.slice(0, 8))('recovers nobody by subtracting them: seed %i', async (seed) => {
    expect(await recoveredFromReleases(seed, true)).toEqual([]);
  });

  test('recovers people, as one person’s sex and record from two plans three days apart, where nothing is registered', async () => {
    const all = await Promise.all(SEEDS.slice(0, 3).map((seed) => recoveredFromReleases(seed, false)));
    expect(all.flat().map(({ what }) => what)).toContain('sex female of side 0');
    expect(all.flat().some(({ what }) => what.includes('events'))).toBe(true);
  });
});
