import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { comparedLevels } from '../src/evaluation/designs/compared-levels.ts';
import { rowsAt, type ComparedRows } from '../src/evaluation/designs/effects/compared-rows.ts';
import { forceLevels, type ForceLevels } from '../src/evaluation/designs/effects/force-levels.ts';
import { hazardRatioEffect } from '../src/evaluation/designs/effects/ratio-effect.ts';
import { META_ANALYSES, type MetaAnalysisName } from '../src/evaluation/domain/plan/plan-words.ts';
import { SeededRandom } from '../src/shared/seeded-random.ts';
import { keysIn } from '../src/shared/tables.ts';
import { normalVariate, randomEffectsMetaAnalysis } from '../src/statistics/index.ts';
import { permutationOfGroups } from '../src/statistics/meta-analysis/permutation-test-of-groups.ts';
import { webbWeights, wildBootstrap } from '../src/statistics/meta-analysis/wild-bootstrap-of-groups.ts';

/**
 * How often each way of putting forces together finds an effect where there is none, and one where there is: people of
 * forces that differ from one another, drawn under a seed. Writes src/evaluation/designs/error-rates/forces.json, from which
 * reports take what they say of errors.
 *
 *   npm run error-rates [-- RUNS]      1,000 runs of each setting where left out; some twenty minutes on two cores
 */
const SEED = 20261128;
const SETTINGS = [
  [1, 4],
  [1, 8],
  [2, 2],
  [2, 6],
  [3, 3],
  [3, 6],
  [4, 4],
  [4, 9],
  [6, 6],
  [6, 12],
  [10, 10],
] as const;
/** Standard deviations between forces of the logarithm of the hazard. */
const SPREADS = [0, 0.1, 0.2, 0.4];
/** Fewest and most people of a force. */
const PEOPLE = [80, 400] as const;
const RISK = 0.25;
const WINDOW = 365;
/** The hazard ratio by which power is measured: every draw without an effect, moved by it. */
const EFFECT = 0.75;
const DRAWS = 999;
const ALPHA = 0.05;

type Way = MetaAnalysisName | 'diversion-forces-alone';

const settingSchema = z.object({ withScheme: z.int(), without: z.int(), spread: z.number() });
type Setting = Readonly<z.infer<typeof settingSchema>>;

interface Rates {
  /** Runs in which the way gave an answer. */
  readonly answered: number;
  /** How many of them, without an effect, were called significant at 0.05. */
  readonly falsePositives: number;
  /** Of those moved by the effect. */
  readonly found: number;
}

function drawn(setting: Setting, random: SeededRandom) {
  const k = setting.withScheme + setting.without;
  const treated: number[] = [];
  const value: number[] = [];
  const days: number[] = [];
  const forceOf: string[] = [];
  const hazard = -Math.log(1 - RISK) / WINDOW;
  for (let force = 0; force < k; force += 1) {
    const has = Number(force < setting.withScheme);
    const size = PEOPLE[0] + random.below(PEOPLE[1] - PEOPLE[0] + 1);
    const own = hazard * Math.exp(setting.spread * normalVariate(random));
    for (let person = 0; person < size; person += 1) {
      const day = Math.ceil(-Math.log(random.nextOpen()) / own);
      treated.push(has);
      value.push(Number(day <= WINDOW));
      days.push(Math.min(day, WINDOW));
      forceOf.push(`force-${force}`);
    }
  }
  const rows: ComparedRows = {
    treated: Uint8Array.from(treated),
    value: Float64Array.from(value),
    days: Float64Array.from(days),
    covariates: [],
    stratum: null,
    cluster: null,
  };
  return { rows, forceOf };
}

type PBothWays = readonly [none: number, some: number];

/** The p of every way of one draw, without an effect and moved by one. */
function pOfEach(setting: Setting, random: SeededRandom): { readonly [way in Way]?: PBothWays } {
  const { rows, forceOf } = drawn(setting, random);
  const places = [...forceOf.keys()];
  const scale = 'hazard-ratio' as const;
  const levels = forceLevels({ scale, rows, forceOf, completed: [[]], places });
  if (!levels.ok) return {};
  const diversionForces = Array.from({ length: setting.withScheme }, (_, at) => `force-${at}`);
  const moved: ForceLevels = {
    ...levels.value,
    estimates: levels.value.estimates.map(
      (estimate, at) => estimate + (diversionForces.includes(levels.value.forces[at] ?? '') ? Math.log(EFFECT) : 0),
    ),
  };
  const answers: { [way in Way]?: PBothWays } = {};
  for (const by of keysIn(META_ANALYSES)) {
    if (by === 'permutation' || by === 'wild-bootstrap') {
      const p = byResampling(levels.value, { by, diversionForces, random });
      if (p !== null) answers[by] = p;
      continue;
    }
    const [none, some] = [levels.value, moved].map((own) =>
      comparedLevels({ levels: own, scale, diversionForces, by, seed: 0 }),
    );
    const p = [none, some].flatMap((found) => (found?.ok === true ? (found.value.estimate.p ?? []) : []));
    if (p[0] !== undefined && p[1] !== undefined) answers[by] = [p[0], p[1]];
  }
  const alone = diversionForcesAlone({ rows, forceOf, diversionForces });
  if (alone !== null) answers['diversion-forces-alone'] = alone;
  return answers;
}

function byResampling(
  { forces, estimates, covariance }: ForceLevels,
  {
    by,
    diversionForces,
    random,
  }: {
    readonly by: 'permutation' | 'wild-bootstrap';
    readonly diversionForces: readonly string[];
    readonly random: SeededRandom;
  },
): PBothWays | null {
  const treated = forces.map((force) => Number(diversionForces.includes(force)));
  const groups = { estimates, covariance, treated };
  const test =
    by === 'permutation'
      ? permutationOfGroups(groups, random)
      : wildBootstrap(groups, webbWeights(DRAWS, forces.length, random));
  return test.ok ? [test.value.pAt(0), test.value.pAt(-Math.log(EFFECT))] : null;
}

/** As the national evaluation did: each diversion force against a share of the comparison people, pooled by REML with z. */
function diversionForcesAlone({
  rows,
  forceOf,
  diversionForces,
}: {
  readonly rows: ComparedRows;
  readonly forceOf: readonly string[];
  readonly diversionForces: readonly string[];
}): PBothWays | null {
  const k = diversionForces.length;
  const effects = diversionForces.flatMap((force, own) => {
    const places = [...forceOf.keys()].filter((at) =>
      rows.treated[at] === 1 ? forceOf[at] === force : at % k === own,
    );
    const found = hazardRatioEffect(rowsAt(rows, places));
    if (!found.ok || found.value.estimate.standardError === null) return [];
    return [{ estimate: Math.log(found.value.estimate.value), standardError: found.value.estimate.standardError }];
  });
  const [none, some] = [0, Math.log(EFFECT)].map((shift) =>
    randomEffectsMetaAnalysis(
      effects.map(({ estimate, standardError }) => ({ estimate: estimate + shift, standardError })),
      { tauSquaredBy: 'reml', interval: 'normal' },
    ),
  );
  return none?.ok === true && some?.ok === true ? [none.value.p, some.value.p] : null;
}

function measured(setting: Setting, runs: number): { readonly [way in Way]?: Rates } {
  const { withScheme, without, spread } = setting;
  const random = SeededRandom.of(`${SEED} ${withScheme} ${without} ${spread}`);
  const tallies: { [way in Way]?: { answered: number; falsePositives: number; found: number } } = {};
  for (let run = 0; run < runs; run += 1) {
    const each = pOfEach(setting, random);
    for (const way of keysIn(each)) {
      const [none, some] = each[way] ?? [1, 1];
      const tally = (tallies[way] ??= { answered: 0, falsePositives: 0, found: 0 });
      tally.answered += 1;
      tally.falsePositives += Number(none < ALPHA);
      tally.found += Number(some < ALPHA);
    }
  }
  return tallies;
}

interface Part {
  readonly setting: Setting;
  readonly runs: number;
}

async function main(): Promise<void> {
  const runs = Number(process.argv[2] ?? 1000);
  const settings = SETTINGS.flatMap(([withScheme, without]) =>
    SPREADS.map((spread): Setting => ({ withScheme, without, spread })),
  );
  const results = new Map<Setting, unknown>();
  const waiting = [...settings];
  const work = async (): Promise<void> => {
    for (let setting = waiting.shift(); setting !== undefined; setting = waiting.shift()) {
      const part: Part = { setting, runs };
      const worker = new Worker(new URL(import.meta.url), { workerData: part });
      const rates = await new Promise<unknown>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
      });
      results.set(setting, rates);
      process.stderr.write(`${setting.withScheme} against ${setting.without}, spread ${setting.spread}: done\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  const file = {
    command: `npm run error-rates -- ${runs}`,
    seed: SEED,
    runs,
    drawn: {
      scale: 'hazard-ratio',
      peopleOfAForce: PEOPLE,
      riskWithout: RISK,
      days: WINDOW,
      effectForPower: EFFECT,
      drawsOfTheBootstrap: DRAWS,
      significantBelow: ALPHA,
    },
    settings: settings.map((setting) => ({ ...setting, rates: results.get(setting) })),
  };
  const path = new URL('../src/evaluation/designs/error-rates/forces.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(file, null, 1)}\n`);
}

if (isMainThread) await main();
else {
  const { setting, runs } = z.object({ setting: settingSchema, runs: z.int() }).parse(workerData);
  parentPort?.postMessage(measured(setting, runs), []);
}
