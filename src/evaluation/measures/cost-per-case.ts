/** Cost per case, and what one group costs less than another. What is counted is said in `headerOf`. */
import { SeededRandom } from '../../shared/seeded-random.ts';
import { normalVariate, percentileInterval } from '../../statistics/index.ts';
import { groupsOf } from '../domain/cohort/groups.ts';
import { isMature } from '../domain/cohort/maturity.ts';
import { reoffencesOf } from '../domain/cohort/reoffences-in-window.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import { deflated, type UnitCost, type UnitCosts } from '../domain/costs/unit-costs.ts';
import { EVERYBODY, type Figure, type Measured, type MeasureHeader } from '../domain/measured.ts';
import { countOf, sentence, setNumber, type Sentence } from '../domain/disclosure/sentence.ts';
import { DRAWS, drawnCost, drawPrices, errorOf, type Prices } from './costs/drawn-costs.ts';
import { COST_WINDOW_MONTHS, meanQuantities, type MeanQuantities, type PricedItem } from './costs/mean-quantities.ts';
import { figureWithout } from './figures/figure-place.ts';
import { INDEX_CLOCK } from './index-clock.ts';
import type { MeasureOptions } from './measure-options.ts';

export interface CostOptions extends MeasureOptions {
  readonly unitCosts: UnitCosts;
  /** Two groups of `by`: what a case of the first costs less than one of the second. */
  readonly saving?: { readonly of: string; readonly against: string };
  /** Decides the draws; 1 where it is left out. */
  readonly seed?: number;
}

/** Cost per case with its parts, for each group, and the saving asked for. Items without a figure are left out and said. */
export function costPerCase(cohort: StudyCohort, { by, unitCosts, saving, seed = 1 }: CostOptions): Measured {
  const counted = unitCosts.items.filter(({ counts }) => counts !== 'other');
  const items = counted.flatMap((item): readonly PricedItem[] => {
    const price = deflated(item, unitCosts);
    return price === null ? [] : [{ ...item, price }];
  });
  const needs = new Set(items.map(({ counts }) => counts));
  const known = cohort.rows.filter((row) => isKnown(row, needs));
  const of = reoffencesOf(cohort);
  const prices = drawPrices(items, seed);
  const groups = groupsOf(known, by).map((group) => ({ of: group.of, mean: meanQuantities(group.rows, items, of) }));
  const figures = groups.flatMap(({ of, mean }) => [
    costFigure({ of, what: 'cost per case', mean, prices, seed, parts: items.map((_, at) => at) }),
    ...items.map((item, at) => costFigure({ of, what: `of which: ${item.says}`, mean, prices, seed, parts: [at] })),
  ]);
  const savings = saving === undefined ? [] : [savingFigure({ groups, saving, prices, seed })];
  const left = cohort.rows.length - known.length;
  const warnings = [
    ...unpriced(counted.filter((item) => deflated(item, unitCosts) === null)),
    ...assumptions(items, unitCosts),
    ...(left > 0
      ? [
          sentence`${countOf(left, cohort.rows.length, 'some of the')} rows are left out: not mature at ${setNumber(COST_WINDOW_MONTHS)} months, or police time or the court not recorded.`,
        ]
      : []),
  ];
  return { measure: 'cost-per-case', header: headerOf(unitCosts), figures: [...figures, ...savings], warnings };
}

function isKnown(row: StudyRow, needs: ReadonlySet<UnitCost['counts']>): boolean {
  return (
    (!needs.has('police-hour') || row.policeMinutes !== null) &&
    (!needs.has('court-case') || row.appearedInCourt !== null) &&
    (!needs.has('reoffence') || isMature(row, COST_WINDOW_MONTHS))
  );
}

interface CostOf {
  readonly of: string;
  readonly what: string;
  readonly mean: MeanQuantities;
  readonly prices: Prices;
  readonly seed: number;
  /** Which items are added up. */
  readonly parts: readonly number[];
}

function costFigure({ of, what, mean, prices, seed, parts }: CostOf): Figure {
  const place = { of, what, n: mean.n, unit: 'pounds', method: methodOf(seed) } as const;
  if (mean.n === 0) return figureWithout(place, 'there is nobody to count');
  if (parts.length === 0) return figureWithout(place, 'no item has a unit cost');
  const random = SeededRandom.of(`${seed} ${of} ${what}`);
  const draws = Float64Array.from(
    prices.draws,
    (price) => drawnCost(mean, price, parts) + errorOf(mean, price, parts) * normalVariate(random),
  );
  return intervalFigure(place, drawnCost(mean, prices.central, parts), draws);
}

interface SavingOf {
  readonly groups: readonly { readonly of: string; readonly mean: MeanQuantities }[];
  readonly saving: { readonly of: string; readonly against: string };
  readonly prices: Prices;
  readonly seed: number;
}

function savingFigure({ groups, saving, prices, seed }: SavingOf): Figure {
  const [one, other] = [saving.of, saving.against].map((name) => groups.find(({ of }) => of === name)?.mean);
  const what = `saving per case: ${saving.against} less ${saving.of}`;
  const n = (one?.n ?? 0) + (other?.n ?? 0);
  const place = { of: EVERYBODY, what, n, unit: 'pounds', method: methodOf(seed) } as const;
  if (one === undefined || other === undefined || one.n === 0 || other.n === 0)
    return figureWithout(place, 'one of the two groups has nobody in it');
  const parts = one.mean.map((_, at) => at);
  if (parts.length === 0) return figureWithout(place, 'no item has a unit cost');
  const random = SeededRandom.of(`${seed} ${what}`);
  const draws = Float64Array.from(prices.draws, (price) => {
    const error = Math.hypot(errorOf(one, price, parts), errorOf(other, price, parts));
    return drawnCost(other, price, parts) - drawnCost(one, price, parts) + error * normalVariate(random);
  });
  const value = drawnCost(other, prices.central, parts) - drawnCost(one, prices.central, parts);
  return intervalFigure(place, value, draws);
}

type CostPlace = Pick<Figure, 'of' | 'what' | 'n' | 'unit' | 'method'>;

function intervalFigure(place: CostPlace, value: number, draws: Float64Array): Figure {
  const interval = percentileInterval(draws);
  const ends = interval.ok ? interval.value : { low: null, high: null };
  return {
    ...place,
    count: null,
    value,
    ...ends,
    why: interval.ok ? null : interval.refusal.message,
    suppressed: false,
  };
}

function methodOf(seed: number): string {
  return `Monte Carlo, ${DRAWS} draws, seed ${seed}: gamma unit costs, normal mean quantities; 2.5% and 97.5% of the draws`;
}

function unpriced(items: readonly UnitCost[]): readonly Sentence[] {
  if (items.length === 0) return [];
  return [
    sentence`No unit cost is known, and nothing is counted, for: ${items.map(({ says }) => says.toLowerCase()).join('; ')}. What it comes to is too low by these.`,
  ];
}

function assumptions(items: readonly PricedItem[], { deflator, pricesOf }: UnitCosts): readonly Sentence[] {
  const assumed = items.filter(({ standing }) => standing === 'assumed').map(({ id }) => id);
  const exact = items.filter(({ spread }) => spread === null).map(({ id }) => id);
  const isDeflated = items.some(({ priceYear }) => priceYear !== pricesOf);
  return [
    ...(assumed.length > 0 ? [sentence`Assumed unit costs: ${assumed.join(', ')}.`] : []),
    ...(exact.length > 0 ? [sentence`No spread is given for ${exact.join(', ')}: intervals take them as exact.`] : []),
    ...(isDeflated && deflator.standing === 'assumed' ? [sentence`The deflator is assumed. ${deflator.says}`] : []),
  ];
}

function headerOf({ pricesOf, items }: UnitCosts): MeasureHeader {
  const sources = [
    ...new Set(items.flatMap(({ counts, source }) => (counts === 'other' || source === null ? [] : [source]))),
  ];
  return {
    title: 'Cost per case',
    numerator: 'Police hours, court appearances, places on the scheme and proven reoffences, each times its unit cost.',
    denominator: 'Index events of which all that is priced is known.',
    clock: INDEX_CLOCK,
    window: `${COST_WINDOW_MONTHS} months for reoffences, proof in the 6 months after; up to the last day of the data for the rest.`,
    base: 'Everybody in the group.',
    censoring:
      'Rows that are not mature, or of which police time or the court is not recorded, are left out and counted.',
    method: `Mean in prices of ${pricesOf}; 95% interval from ${DRAWS} draws of unit costs (gamma) and of mean quantities (normal, with their covariances).`,
    source: `The table of unit costs that was given; its sources for what is counted: ${sources.join(', ') || 'none, so all of it is assumed'}.`,
  };
}
