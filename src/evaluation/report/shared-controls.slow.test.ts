import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { demonstrationCohort } from '../demonstration/demonstration-cohort.ts';
import { examplePlan } from '../designs/example-plan.test-support.ts';
import { runEvaluation } from '../use-cases/run-evaluation.ts';
import type { Evaluation } from './evaluation.ts';
import { forBoards } from './disclosure/for-boards.ts';
import { forEvaluators } from './disclosure/for-evaluators.ts';

/**
 * A control who is shared by people of several groups is counted in each of them and once in all, so that groups no longer
 * add up to the whole: what a reader knows of a hidden group is that with those that are shown it makes up the whole at
 * least, and that of a group hidden alone the count is 1 to 4. Where only one number fits, it is recovered. Of two that are hidden
 * either may be any size: one of them went so that the other could not be worked out.
 */
interface Recovered {
  readonly what: string;
  readonly count: number;
}

const LARGEST_HIDDEN = 4;

interface ToldFinding {
  readonly id: string;
  readonly role: string;
  readonly groups: readonly [ToldGroup, ToldGroup];
}

interface ToldGroup {
  readonly n: number | null;
  readonly events: number | null;
}

function recoveredFrom({ findings }: { readonly findings: readonly ToldFinding[] }): Recovered[] {
  const primary = findings.find(({ role }) => role === 'primary');
  const divided = Map.groupBy(
    findings.filter(({ role }) => role === 'subgroup'),
    ({ id }) => id.split(':')[1] ?? '',
  );
  const recovered: Recovered[] = [];
  for (const groups of divided.values()) {
    for (const side of [0, 1] as const) {
      for (const part of ['n', 'events'] as const) {
        const whole = primary?.groups[side][part] ?? null;
        const counts = groups.map(({ groups: own }) => own[side][part]);
        const hidden = groups.filter((_, at) => counts[at] === null);
        if (whole === null) continue;
        const shown = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const [only] = hidden;
        const least = whole - shown;
        if (hidden.length === 1 && only !== undefined && least === LARGEST_HIDDEN) {
          recovered.push({ what: `${only.id} ${part} of side ${side}`, count: least });
        }
      }
    }
  }
  return recovered;
}

/** How many hidden counts of groups there are, and of how many of these divisions the controls add up to too much. */
function hiddenAmong({ result: { findings } }: Evaluation): number {
  return findings.filter(({ role, groups }) => role === 'subgroup' && groups[1].n === null).length;
}

const PLAN = examplePlan({
  cohort: '{ from: 2021-01-01, until: 2023-06-30, indexEvent: first }',
  comparison: '{ design: matched-controls, controls: any, reuse: 20, caliper: 2 }',
  covariates: '[age, prior_offences]',
  subgroups: '[sex, offence_group, ethnicity]',
});

async function studyOf(seed: number) {
  const { cohort } = demonstrationCohort({ people: 260, seed });
  const random = SeededRandom.of(`shared ${seed}`);
  // Few of some groups, so that some counts of them are small, and few controls to be shared by many.
  const rows = cohort.rows.map((row) => ({
    ...row,
    sex: random.next() < 0.06 ? ('female' as const) : ('male' as const),
  }));
  return runEvaluation({
    program: { name: 'Waymark', version: '0.0.0' },
    plan: PLAN,
    data: [{ name: 'cohort.csv', sha256: 'ab'.repeat(32) }],
    command: 'waymark evaluate plan.yaml --data data --out result --audience board',
    audience: 'board',
    earlier: [],
    cohort: { ...cohort, rows },
  });
}

describe('groups whose people share controls', () => {
  test('add up to more than the whole, and tell no hidden count', async () => {
    let [hidden, shared] = [0, 0];
    for (let seed = 1; seed <= 12; seed += 1) {
      const found = await studyOf(seed);
      const { findings } = forEvaluators(found).result;
      const whole = findings.find(({ role }) => role === 'primary')?.groups[1].n ?? 0;
      const bySex = findings.filter(({ id }) => id.startsWith('subgroup:sex:'));
      if (bySex.reduce((sum, { groups }) => sum + (groups[1].n ?? 0), 0) > whole) shared += 1;
      const board: Evaluation = forBoards(found);
      hidden += hiddenAmong(board);
      expect(recoveredFrom(board.result), `seed ${seed}`).toEqual([]);
    }
    // Else there was nothing to recover.
    expect(hidden).toBeGreaterThan(5);
    expect(shared).toBeGreaterThan(3);
  });

  test('would tell one of four where one group alone is hidden and nobody is shared', () => {
    const group = (n: number | null) => ({ name: 'a side', n, events: n, value: null });
    const finding = (id: string, role: 'primary' | 'subgroup', n: number | null) => ({
      id,
      role,
      groups: [group(n), group(n)] as const,
    });
    const findings = [
      finding('primary', 'primary', 30),
      finding('subgroup:sex:male', 'subgroup', 26),
      finding('subgroup:sex:female', 'subgroup', null),
    ];
    const told = recoveredFrom({ findings });
    expect(told.map(({ count }) => count)).toEqual([4, 4, 4, 4]);
  });
});
