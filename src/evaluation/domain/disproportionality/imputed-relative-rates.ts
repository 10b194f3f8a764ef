import { categoryCounts, rubinsRules, type StatisticsRefusal } from '../../../statistics/index.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { SeededRandom } from '../../../shared/seeded-random.ts';

/** So many people or events that are the same in everything. */
export interface ImputableCount {
  /** The group's place in `groups`; null where it is not recorded. */
  readonly group: number | null;
  /** What foretells the group: a code for each factor. What happened to them must be among these. */
  readonly factors: readonly number[];
  readonly count: number;
}

/** A step whose rates are wanted. */
export interface ImputedStep {
  readonly step: string;
  /** Residents by group, in the order of `groups`; null where the step before is the denominator. */
  readonly residents: readonly number[] | null;
  /** Whether the row of `counts` at a place was at the step before, and whether the step happened to it. */
  readonly isInBase: (row: number) => boolean;
  readonly isCounted: (row: number) => boolean;
}

export interface ImputedRatesTask {
  readonly groups: readonly string[];
  readonly reference: string;
  readonly counts: readonly ImputableCount[];
  readonly steps: readonly ImputedStep[];
  readonly imputations: number;
  readonly random: SeededRandom;
}

/** A relative rate pooled over completed data. Null where a completed table has a zero, which has no logarithm. */
export interface ImputedRate {
  readonly step: string;
  readonly group: string;
  readonly relative: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The share of the uncertainty that is there because groups are not recorded. */
  readonly fractionMissing: number | null;
}

/**
 * The relative rates as they might be had every group been recorded: the missing groups are imputed from the factors by
 * a multinomial model (`categoryCounts`), the rates worked out in each completed table, and the logarithms of their
 * ratios pooled by Rubin's rules. The formulas are those of `relativeRates`: s² = 1/x + 1/x₀, less 1/n + 1/n₀ for a
 * previous step. It supposes that what the factors say is all there is to tell why a group is missing.
 */
export function imputedRelativeRates(task: ImputedRatesTask): Result<readonly ImputedRate[], StatisticsRefusal> {
  const { groups, reference, counts, steps, imputations, random } = task;
  const rows = counts.map(({ group, factors, count }) => ({ level: group, factors, count }));
  const filled = categoryCounts({ rows, imputations, random });
  if (!filled.ok) return filled;
  const against = groups.indexOf(reference);
  return ok(
    steps.flatMap((step) => {
      const tables = filled.value.map((filling) => completedTable(task, step, filling));
      return groups.flatMap((group, at): ImputedRate[] =>
        at === against ? [] : [{ step: step.step, group, ...pooled(tables, at, against) }],
      );
    }),
  );
}

/** What a group has at a step in one completed data set; residents are not counted, and so add nothing to the error. */
interface Table {
  readonly count: Float64Array;
  readonly base: Float64Array;
  readonly isOfResidents: boolean;
}

function completedTable(
  { groups, counts }: ImputedRatesTask,
  { residents, isInBase, isCounted }: ImputedStep,
  filling: ReadonlyMap<number, readonly number[]>,
): Table {
  const count = new Float64Array(groups.length);
  const base = new Float64Array(groups.length);
  for (const [row, { group, count: n }] of counts.entries()) {
    if (!isInBase(row)) continue;
    const isThere = isCounted(row);
    const add = (to: number, many: number): void => {
      base[to]! += many;
      if (isThere) count[to]! += many;
    };
    if (group === null) for (const [to, many] of filling.get(row)!.entries()) add(to, many);
    else add(group, n);
  }
  return { count, base: residents === null ? base : Float64Array.from(residents), isOfResidents: residents !== null };
}

function pooled(tables: readonly Table[], at: number, against: number) {
  const estimates: number[] = [];
  const standardErrors: number[] = [];
  for (const { count, base, isOfResidents } of tables) {
    const [x, n, x0, n0] = [count[at]!, base[at]!, count[against]!, base[against]!];
    estimates.push(Math.log(x / n / (x0 / n0)));
    standardErrors.push(Math.sqrt(1 / x + 1 / x0 - (isOfResidents ? 0 : 1 / n + 1 / n0)));
  }
  const answer = rubinsRules({ estimates, standardErrors });
  if (!answer.ok) return { relative: null, low: null, high: null, fractionMissing: null };
  const { estimate, low, high, fractionMissing } = answer.value;
  return { relative: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high), fractionMissing };
}
