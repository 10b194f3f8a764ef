import {
  chiSquared,
  rateRatio,
  riskRatio,
  wilsonInterval,
  type Estimate,
  type StatisticsRefusal,
} from '../../../statistics/index.ts';
import type { Result } from '../../../shared/result.ts';

/**
 * What the counts are set against. `population`: residents, so that the count may exceed them and is taken as Poisson.
 * `previous-step`: those who were at the step before, of whom the count is a part.
 */
export type Denominator = 'population' | 'previous-step';

/** A group's count at a step, and what it is set against. */
export interface GroupCount {
  readonly group: string;
  readonly count: number;
  /** Residents, or those at the step before. Null where there is no such number, as of people of no recorded group. */
  readonly base: number | null;
}

/** A group's rate, and its ratio to the rate of the group that all are compared with. Null: cannot be said; see `why`. */
export interface RelativeRate extends GroupCount {
  readonly isReference: boolean;
  readonly rate: number | null;
  readonly rateLow: number | null;
  readonly rateHigh: number | null;
  readonly relative: number | null;
  readonly relativeLow: number | null;
  readonly relativeHigh: number | null;
  /** How the interval of the relative rate was made. */
  readonly method: string | null;
  /** Less than four fifths of the reference group's rate, or the reference group's less than four fifths of this one. */
  readonly isBeyondFourFifths: boolean;
  /** Which way the whole interval lies from parity: then it is to be explained, or what makes it reformed. */
  readonly explainOrReform: 'higher' | 'lower' | null;
  readonly why: string | null;
}

export interface RelativeRateOptions {
  readonly denominator: Denominator;
  /** The group that the others are compared with. */
  readonly reference: string;
  /** 0.95 where it is left out. */
  readonly level?: number;
}

/**
 * The relative rate of each group at a step: (count / base) over the same of the reference group.
 *
 * Intervals of the relative rate by the logarithm: log ratio ± z s, with s² = 1/x + 1/x₀ for residents (counts taken as
 * Poisson) and s² = 1/x − 1/n + 1/x₀ − 1/n₀ for a previous step. With fewer than five to whom it happened, or to whom it
 * did not, the logarithm is no guide (one of one would have no error at all), and the exact (Poisson) or the score
 * (Koopman) interval stands in; `method` says which. Rates have Garwood's exact interval
 * where counts are Poisson, Wilson's where they are parts. The four-fifths rule is applied both ways, as a step may be a
 * burden or a benefit. Source: the relative rate index of the Lammy Review's kind; four fifths from the American Uniform
 * Guidelines of 1978; both are conventions, and marked assumed.
 */
export function relativeRates(groups: readonly GroupCount[], options: RelativeRateOptions): RelativeRate[] {
  const reference = groups.find(({ group }) => group === options.reference) ?? null;
  return groups.map((group) => relativeRateOf(group, reference, options));
}

function relativeRateOf(group: GroupCount, reference: GroupCount | null, options: RelativeRateOptions): RelativeRate {
  const isReference = group.group === options.reference;
  const rate = rateOf(group, options);
  const none = { relative: null, relativeLow: null, relativeHigh: null, method: null };
  const unflagged = { isBeyondFourFifths: false, explainOrReform: null };
  const shown = { ...group, isReference, ...rate };
  if (isReference || rate.rate === null) return { ...shown, ...none, ...unflagged };
  const compared = comparison(group, reference, options);
  if ('why' in compared) return { ...shown, ...none, ...unflagged, why: compared.why };
  const { estimate, low, high, method } = compared;
  return {
    ...shown,
    relative: estimate,
    relativeLow: low,
    relativeHigh: high,
    method,
    isBeyondFourFifths: Math.min(estimate, 1 / estimate) < 4 / 5,
    explainOrReform: low > 1 ? 'higher' : high < 1 ? 'lower' : null,
    why: null,
  };
}

function rateOf({ count, base }: GroupCount, { denominator, level = 0.95 }: RelativeRateOptions) {
  const nothing = { rate: null, rateLow: null, rateHigh: null };
  if (base === null) return { ...nothing, why: 'there is no number to set these against' };
  if (base === 0) return { ...nothing, why: 'nobody of this group was there to count among' };
  if (denominator === 'population') return { rate: count / base, ...garwood(count, base, level), why: null };
  const wilson = wilsonInterval({ events: count, n: base }, level);
  if (!wilson.ok) throw new Error(wilson.refusal.message);
  return { rate: count / base, rateLow: wilson.value.low, rateHigh: wilson.value.high, why: null };
}

/** Garwood's exact interval for a Poisson count, over its base: half quantiles of chi-squared with 2x and 2x + 2. */
function garwood(count: number, base: number, level: number) {
  const tail = (1 - level) / 2;
  return {
    rateLow: count === 0 ? 0 : chiSquared(2 * count).quantile(tail) / 2 / base,
    rateHigh: chiSquared(2 * count + 2).upperQuantile(tail) / 2 / base,
  };
}

/** Of those to whom it happened, and of those to whom it did not. */
const FEWEST_FOR_LOG = 5;

function comparison(
  group: GroupCount,
  reference: GroupCount | null,
  { denominator, reference: name, level = 0.95 }: RelativeRateOptions,
): (Estimate & { readonly method: string }) | { readonly why: string } {
  if (reference === null || reference.base === null || reference.base === 0) {
    return { why: `there is nobody in the group ${name} to compare with` };
  }
  // The interval would have a lower end; a ratio to nothing is still no number to print.
  if (reference.count === 0 && group.count > 0) return { why: `it happened to nobody in the group ${name}` };
  const sides = [sideOf(group), sideOf(reference)] as const;
  const isSmall = sides.some(
    ({ count, base }) => Math.min(count, denominator === 'population' ? count : base - count) < FEWEST_FOR_LOG,
  );
  const [ratio, method] =
    denominator === 'population'
      ? ([poissonRatio(sides, isSmall, level), isSmall ? 'exact Poisson' : 'log, Poisson'] as const)
      : ([riskRatioOf(sides, isSmall, level), isSmall ? 'score (Koopman)' : 'log (Katz)'] as const);
  return ratio.ok ? { ...ratio.value, method } : { why: inWords(ratio.refusal, name) };
}

interface Side {
  readonly count: number;
  readonly base: number;
}

function sideOf({ count, base }: GroupCount): Side {
  return { count, base: base ?? 0 };
}

function poissonRatio(
  [a, b]: readonly [Side, Side],
  isSmall: boolean,
  level: number,
): Result<Estimate, StatisticsRefusal> {
  return rateRatio(
    { events: a.count, time: a.base },
    { events: b.count, time: b.base },
    { level, interval: isSmall ? 'exact' : 'log' },
  );
}

function riskRatioOf(
  [a, b]: readonly [Side, Side],
  isSmall: boolean,
  level: number,
): Result<Estimate, StatisticsRefusal> {
  return riskRatio(
    { events: a.count, n: a.base },
    { events: b.count, n: b.base },
    { level, interval: isSmall ? 'score' : 'log' },
  );
}

function inWords({ code, message }: StatisticsRefusal, reference: string): string {
  if (code === 'no-events') return `it happened neither to this group nor to the group ${reference}`;
  return message;
}
