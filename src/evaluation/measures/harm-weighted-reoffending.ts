/**
 * Harm-weighted reoffending: the weight of all proven reoffences of a person, by a table that the user supplies.
 * What is counted is said in `headerOf`.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import { reoffencesInWindow, reoffencesOf } from '../domain/cohort/reoffences-in-window.ts';
import type { Reoffence, StudyCohort } from '../domain/cohort/study-row.ts';
import type { HarmWeights } from '../domain/harm/harm-weights.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { forEvaluators, joined, sentence, type Sentence } from '../domain/disclosure/sentence.ts';
import { bootstrapMeanFigure } from './figures/bootstrap-mean-figure.ts';
import { countFigure } from './figures/count-figure.ts';
import { matureRows, maturityWarnings, repeatWarnings } from './mature-rows.ts';
import { USUAL_WINDOWS, type WindowOptions } from './measure-options.ts';
import { INDEX_CLOCK } from './index-clock.ts';

export interface HarmOptions extends WindowOptions {
  readonly weights: HarmWeights;
  /** Decides the bootstrap's draws; 1 where it is left out. */
  readonly seed?: number;
}

/** The weight of reoffending per person, and how many reoffences had no weight, for each window and group. */
export function harmWeightedReoffending(
  cohort: StudyCohort,
  { by, weights: table, windows = USUAL_WINDOWS, seed = 1 }: HarmOptions,
): Measured {
  const of = reoffencesOf(cohort);
  const weightOf = ({ offenceCode }: Reoffence) => (offenceCode === null ? undefined : table.weights.get(offenceCode));
  const unweighted = new Map<string, number>();
  const figures = groupsOf(cohort.rows, by).flatMap(({ of: group, rows }, at) =>
    windows.flatMap((months) => {
      const lists = matureRows(rows, months).map((row) => reoffencesInWindow(row, of, months));
      const all = lists.flat();
      const without = all.filter((reoffence) => weightOf(reoffence) === undefined);
      if (at === 0 && months === Math.max(...windows)) {
        for (const { offenceCode } of without) {
          const code = offenceCode ?? 'no code';
          unweighted.set(code, (unweighted.get(code) ?? 0) + 1);
        }
      }
      const values = lists.map((list) => list.reduce((sum, reoffence) => sum + (weightOf(reoffence) ?? 0), 0));
      return [
        bootstrapMeanFigure({ of: group, what: `${months} months, weight per person`, values, unit: 'weight' }, seed),
        countFigure({
          of: group,
          what: `${months} months, reoffences without a weight`,
          count: without.length,
          n: all.length,
        }),
      ];
    }),
  );
  const warnings = [
    ...maturityWarnings(cohort.rows, windows),
    ...unweightedWarnings(unweighted),
    ...repeatWarnings(cohort.rows),
  ];
  return { measure: 'harm-weighted-reoffending', header: headerOf(table), figures, warnings };
}

function unweightedWarnings(unweighted: ReadonlyMap<string, number>): readonly Sentence[] {
  if (unweighted.size === 0) return [];
  const list = [...unweighted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, n]) => sentence`${code}${forEvaluators` (${n})`}`);
  return [
    sentence`The table has no weight for: ${joined(list, ', ')}. These reoffences add nothing, so the weight is too low.`,
  ];
}

function headerOf({ name, version, licence, codeColumn, weightColumn }: HarmWeights): MeasureHeader {
  return {
    title: `Harm-weighted reoffending by ${name}`,
    numerator: 'Sum of the weights of the proven reoffences committed within the window.',
    denominator: 'Index events whose window is mature.',
    clock: INDEX_CLOCK,
    window:
      'From the day after the index day for so many months by the calendar; proof in the window or in the 6 months after.',
    base: 'Everybody in the cohort; people who did not reoffend have a weight of 0.',
    censoring:
      'Rows that are not mature are left out and counted. Reoffences without a code, or whose code has no weight, add nothing, and are counted beside it.',
    method: 'Mean with a 95% interval by bootstrap of people, as few people carry most of the weight.',
    source: `Weights: ${name}, version ${version}, licence ${licence}, columns ${codeColumn} and ${weightColumn}, given by the user.`,
  };
}
