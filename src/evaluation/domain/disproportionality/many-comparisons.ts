import { NOT_RECORDED } from '../measured.ts';
import { fisherExactTest, rateRatio } from '../../../statistics/index.ts';
import type { Denominator, GroupCount, RelativeRate } from './relative-rate.ts';

/** The rates of a step with what they are compared with. */
export interface ComparedTable {
  readonly denominator: Denominator;
  readonly reference: string;
  readonly rates: readonly RelativeRate[];
}

/** Where there is no difference anywhere, so many of 100 answers have a comparison to be explained: assumed, as is usual. */
const ERROR_RATE = 0.05;

/** How many comparisons there are: of every group that is recorded, at every step, with the group all are compared with. */
export function comparisonsIn(tables: readonly ComparedTable[]): number {
  return tables.reduce((sum, { rates }) => sum + rates.filter(isCompared).length, 0);
}

function isCompared({ group, relative, isReference }: RelativeRate): boolean {
  return relative !== null && !isReference && group !== NOT_RECORDED;
}

/**
 * The tables with `explainOrReform` held to all their comparisons together: it stays where an exact test (Fisher’s, or of
 * two Poisson counts) gives a p of at most 0.05 / m, m being the number of comparisons (Bonferroni). So at most 5 of 100 answers flag anybody
 * where there is no difference; with each held to 95% by itself 73 to 85 did. Intervals shown stay at 95%.
 */
export function heldToAll<Table extends ComparedTable>(tables: readonly Table[]): readonly Table[] {
  const level = 1 - ERROR_RATE / Math.max(1, comparisonsIn(tables));
  return tables.map((table) => ({ ...table, rates: table.rates.map((rate) => heldRate(rate, table, level)) }));
}

function heldRate(rate: RelativeRate, { rates, denominator }: ComparedTable, level: number): RelativeRate {
  if (rate.explainOrReform === null) return rate;
  const other = rates.find(({ isReference }) => isReference);
  const isHeld = other !== undefined && isOffParity([rate, other], denominator, level);
  return isHeld ? rate : { ...rate, explainOrReform: null };
}

/** By exact tests: so far out the logarithm's interval is too narrow, and flagged 8 of 100 where there was nothing. */
function isOffParity(
  [one, other]: readonly [GroupCount, GroupCount],
  denominator: Denominator,
  level: number,
): boolean {
  if (denominator === 'population') {
    const ratio = rateRatio(
      { events: one.count, time: one.base ?? 0 },
      { events: other.count, time: other.base ?? 0 },
      { level, interval: 'exact' },
    );
    return ratio.ok && (ratio.value.low > 1 || ratio.value.high < 1);
  }
  const test = fisherExactTest({ events: one.count, n: one.base ?? 0 }, { events: other.count, n: other.base ?? 0 });
  return test.ok && test.value.p <= 1 - level;
}

/** Whether a comparison rests on so few that it can hardly find a difference: the interval is not by the logarithm. */
export function isOfFew({ method }: RelativeRate): boolean {
  return method !== null && !method.startsWith('log');
}

/** What holding to all comparisons means, for whoever reads them. */
export function heldWords(comparisons: number): string {
  return `Held to all ${comparisons} comparisons together (Bonferroni): where there is no difference anywhere, at most 5 of 100 such answers have anything to be explained.`;
}
