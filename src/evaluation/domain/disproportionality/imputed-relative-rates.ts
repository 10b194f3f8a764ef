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
export interface ImputedStep<Row extends ImputableCount> {
  readonly step: string;
  /** Residents by group, in the order of `groups`; null where the step before is the denominator. */
  readonly residents: readonly number[] | null;
  /** Whether these were at the step before, and whether the step happened to them. */
  readonly isInBase: (row: Row) => boolean;
  readonly isCounted: (row: Row) => boolean;
}

export interface ImputedRatesTask<Row extends ImputableCount> {
  readonly groups: readonly string[];
  readonly reference: string;
  readonly counts: readonly Row[];
  readonly steps: readonly ImputedStep<Row>[];
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
export function imputedRelativeRates<Row extends ImputableCount>(
  task: ImputedRatesTask<Row>,
): Result<readonly ImputedRate[], StatisticsRefusal> {
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

/** What a group has at a step in one completed data set. */
interface Side {
  readonly count: number;
  readonly base: number;
}

interface Table {
  readonly sides: readonly Side[];
  /** Residents are not counted, and so add nothing to the error. */
  readonly isOfResidents: boolean;
}

function completedTable<Row extends ImputableCount>(
  { groups, counts }: ImputedRatesTask<Row>,
  { residents, isInBase, isCounted }: ImputedStep<Row>,
  filling: ReadonlyMap<number, readonly number[]>,
): Table {
  const sides = groups.map(() => ({ count: 0, base: 0 }));
  for (const [at, row] of counts.entries()) {
    if (!isInBase(row)) continue;
    const isThere = isCounted(row);
    const byGroup = filling.get(at);
    for (const [group, side] of sides.entries()) {
      const many = byGroup === undefined ? (row.group === group ? row.count : 0) : (byGroup[group] ?? 0);
      side.base += many;
      if (isThere) side.count += many;
    }
  }
  const isOfResidents = residents !== null;
  return { sides: sides.map((side, at) => ({ ...side, base: residents?.[at] ?? side.base })), isOfResidents };
}

const NOBODY: Side = { count: 0, base: 0 };

function pooled(tables: readonly Table[], at: number, against: number) {
  const estimates: number[] = [];
  const standardErrors: number[] = [];
  for (const { sides, isOfResidents } of tables) {
    const [a, b] = [sides[at] ?? NOBODY, sides[against] ?? NOBODY];
    estimates.push(Math.log(a.count / a.base / (b.count / b.base)));
    standardErrors.push(Math.sqrt(1 / a.count + 1 / b.count - (isOfResidents ? 0 : 1 / a.base + 1 / b.base)));
  }
  const answer = rubinsRules({ estimates, standardErrors });
  if (!answer.ok) return { relative: null, low: null, high: null, fractionMissing: null };
  const { estimate, low, high, fractionMissing } = answer.value;
  return { relative: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high), fractionMissing };
}
