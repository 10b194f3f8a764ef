/**
 * Disproportionality: the rate of each group at each step, and its ratio to the rate of the group it is compared
 * with. What is counted is said in `headerOf`.
 */
import { SeededRandom } from '../../shared/seeded-random.ts';
import { groupsOf, type Group } from '../domain/cohort/groups.ts';
import { BY_AGE, BY_ETHNICITY, BY_ETHNICITY_SEEN, BY_SEX } from '../domain/cohort/people-groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import { NOT_YET_ASSIGNED } from '../domain/disposals/outcome-type-rule.ts';
import { ETHNIC_GROUPS, groupOfSelfDefined } from '../domain/disproportionality/ethnic-group.ts';
import { imputedRelativeRates, type ImputedRate } from '../domain/disproportionality/imputed-relative-rates.ts';
import {
  comparisonsIn,
  heldToAll,
  heldWords,
  isOfFew,
  type ComparedTable,
} from '../domain/disproportionality/many-comparisons.ts';
import { relativeRates, type RelativeRate } from '../domain/disproportionality/relative-rate.ts';
import {
  EVERYBODY,
  NOT_RECORDED,
  type Figure,
  type LineSum,
  type Measured,
  type MeasureHeader,
} from '../domain/measured.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { count, sentence, setNumber, type Sentence } from '../domain/disclosure/sentence.ts';
import { figureWithout } from './figures/figure-place.ts';
import { shareFigure } from './figures/share-figure.ts';
import { imputableCounts, type StepsReached } from './imputable-counts.ts';

/** How people are told apart, and with whom the others are compared. */
const GROUPINGS = {
  ethnicity: {
    by: BY_ETHNICITY,
    reference: 'White',
    says: 'ethnicity, self-defined first and officer-defined where it is missing',
  },
  'ethnicity-seen': { by: BY_ETHNICITY_SEEN, reference: 'White', says: 'ethnicity as the officer saw it' },
  sex: { by: BY_SEX, reference: 'male', says: 'sex' },
  age: { by: BY_AGE, reference: '25 to 34', says: 'age' },
} as const;
export type DisproportionalityGrouping = keyof typeof GROUPINGS;

export interface DisproportionalityOptions {
  readonly grouping: DisproportionalityGrouping;
  /** Decides the draws of the imputation; 1 where it is left out. */
  readonly seed?: number;
}

const isCharged = ({ outcomeType }: StudyRow) => outcomeType === '1' || outcomeType === '1A';
const isOffered = ({ offeredOn }: StudyRow) => offeredOn !== null;
const isEligible = (row: StudyRow) => row.eligible === true || isOffered(row);

const STEPS = [
  {
    step: 'eligible',
    of: 'people in reach of a scheme',
    among: ({ scheme }: StudyRow) => scheme !== null,
    isCounted: isEligible,
  },
  {
    step: 'offered',
    of: 'eligible',
    among: (row: StudyRow) => row.scheme !== null && isEligible(row),
    isCounted: isOffered,
  },
  { step: 'accepted', of: 'offered', among: isOffered, isCounted: ({ acceptedOn }: StudyRow) => acceptedOn !== null },
  {
    step: 'started',
    of: 'accepted',
    among: ({ acceptedOn }: StudyRow) => acceptedOn !== null,
    isCounted: ({ startedOn }: StudyRow) => startedOn !== null,
  },
  {
    step: 'completed',
    of: 'started',
    among: ({ startedOn }: StudyRow) => startedOn !== null,
    isCounted: ({ completedOn }: StudyRow) => completedOn !== null,
  },
  {
    step: 'charged',
    of: 'finished',
    among: ({ outcomeType }: StudyRow) => outcomeType !== null && outcomeType !== NOT_YET_ASSIGNED,
    isCounted: isCharged,
  },
] as const;
type Step = (typeof STEPS)[number];

const IMPUTATIONS = 20;

/** Rates and relative rates at each step; for ethnicity also with the missing groups imputed. */
export function disproportionality({ rows }: StudyCohort, { grouping, seed = 1 }: DisproportionalityOptions): Measured {
  const { by, reference } = GROUPINGS[grouping];
  const groups = groupsOf(rows, by);
  const held = heldToAll(STEPS.map((step) => tableAt(step, groups, reference)));
  const comparisons = comparisonsIn(held);
  const steps = STEPS.map((step, at) => ({
    step,
    rates: (held[at]?.rates ?? []).filter(({ isReference }) => !isReference),
  }));
  const imputed = grouping === 'ethnicity' ? imputedRates(rows, seed) : null;
  const figures = steps.flatMap(({ step, rates }) => [
    ...groups.map(({ of, rows }) => rateFigure(step, of, rows)),
    ...rates.map((rate) => relativeFigure(step, rate, reference)),
    ...(imputed?.rates ?? []).flatMap((rate) =>
      rate.step === step.step ? [imputedFigure(step, rate, { reference, seed, rows })] : [],
    ),
  ]);
  const warnings = [
    ...steps.flatMap(({ step, rates }) => rates.flatMap((rate) => explainOrReform(step, rate, reference))),
    ...(comparisons === 0 ? [] : [sentence`${heldWords(comparisons)}`]),
    ...ofFew(steps.flatMap(({ rates }) => rates)),
    ...(imputed?.warnings ?? []),
  ];
  const measure = `disproportionality-by-${grouping}`;
  return { measure, header: headerOf(grouping), figures, warnings, sums: sumsOf(reference) };
}

/** The counts of a relative rate are those of the rate. */
function sumsOf(reference: string): readonly LineSum[] {
  return STEPS.flatMap(({ step, of }) =>
    (['n', 'count'] as const).map((part) => ({
      whole: { what: `${step}, relative to ${reference}`, part },
      parts: [{ what: `${step}, of the ${of}`, part }],
    })),
  );
}

/** Where few are compared nothing is found, which is no finding that there is nothing. */
function ofFew(rates: readonly RelativeRate[]): Sentence[] {
  const few = rates.filter((rate) => rate.group !== NOT_RECORDED && isOfFew(rate)).length;
  if (few === 0) return [];
  return [
    sentence`${count(few)} comparisons rest on fewer than ${setNumber(5)} to whom it happened, or to whom it did not: they are too few to tell a difference from chance, and none found there is no sign of parity.`,
  ];
}

function tableAt(step: Step, groups: readonly Group[], reference: string): ComparedTable {
  const counts = groups
    .filter(({ of }) => of !== EVERYBODY)
    .map(({ of, rows }) => {
      const base = rows.filter(step.among);
      return { group: of, count: base.filter(step.isCounted).length, base: base.length };
    });
  const denominator = 'previous-step';
  return { denominator, reference, rates: relativeRates(counts, { denominator, reference }) };
}

function rateFigure({ step, of: base, among, isCounted }: Step, of: string, rows: readonly StudyRow[]): Figure {
  const atBase = rows.filter(among);
  return shareFigure({ of, what: `${step}, of the ${base}`, count: atBase.filter(isCounted).length, n: atBase.length });
}

function relativeFigure({ step }: Step, rate: RelativeRate, reference: string): Figure {
  const place = {
    of: rate.group,
    what: `${step}, relative to ${reference}`,
    n: rate.base ?? 0,
    count: rate.count,
    unit: 'ratio' as const,
    method: `relative rate, 95% ${rate.method ?? ''}`.trim(),
  };
  if (rate.relative === null) return figureWithout(place, rate.why ?? 'there is nothing to compare');
  return {
    ...place,
    value: rate.relative,
    low: rate.relativeLow,
    high: finite(rate.relativeHigh),
    why: null,
    suppressed: false,
  };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function explainOrReform({ step, of }: Step, rate: RelativeRate, reference: string): readonly Sentence[] {
  if (rate.explainOrReform === null || rate.group === NOT_RECORDED) return [];
  const fifths = rate.isBeyondFourFifths ? ', and beyond four fifths' : '';
  return [
    sentence`Explain or reform: of the ${of}, the rate of ${step} of the group ${rate.group} is ${rate.explainOrReform} than that of the group ${reference}${fifths}. Its interval excludes parity, held to all comparisons.`,
  ];
}

interface Imputed {
  readonly rates: readonly ImputedRate[];
  readonly warnings: readonly Sentence[];
}

function imputedRates(rows: readonly StudyRow[], seed: number): Imputed {
  const groups = ETHNIC_GROUPS.filter((group) =>
    rows.some(({ ethnicitySelfDefined }) => groupOfSelfDefined(ethnicitySelfDefined) === group),
  );
  const result = imputedRelativeRates<StepsReached>({
    groups,
    reference: GROUPINGS.ethnicity.reference,
    counts: imputableCounts(rows, STEPS, groups),
    steps: STEPS.map(({ step }, at) => ({
      step,
      residents: null,
      isInBase: ({ reached }) => (reached[at] ?? 0) > 0,
      isCounted: ({ reached }) => reached[at] === 2,
    })),
    imputations: IMPUTATIONS,
    random: SeededRandom.of(seed),
  });
  if (result.ok) return { rates: result.value, warnings: [] };
  return {
    rates: [],
    warnings: [sentence`The missing groups could not be imputed: ${refusalInWords(result.refusal)}`],
  };
}

interface ImputedPlace {
  readonly reference: string;
  readonly seed: number;
  readonly rows: readonly StudyRow[];
}

function imputedFigure({ step, among }: Step, rate: ImputedRate, { reference, seed, rows }: ImputedPlace): Figure {
  const place = {
    of: rate.group,
    what: `${step}, relative to ${reference}, self-defined imputed`,
    n: rows.filter(among).length,
    unit: 'ratio' as const,
    method: `relative rate, ${IMPUTATIONS} imputations (seed ${seed}), Rubin 95%`,
  };
  if (rate.relative === null) return figureWithout(place, 'in a completed table a group has none, or all');
  return { ...place, count: null, value: rate.relative, low: rate.low, high: rate.high, why: null, suppressed: false };
}

function headerOf(grouping: DisproportionalityGrouping): MeasureHeader {
  const { says, reference } = GROUPINGS[grouping];
  return {
    title: `Disproportionality by ${says}`,
    numerator: 'Index events that reached the step.',
    denominator:
      'Index events that reached the step before: eligible of those in reach, offered of the eligible, and so on; of charges, all cases that are finished.',
    clock: 'None: a step is reached or not.',
    window: 'Up to the last day of the data.',
    base: 'Everybody of the group who was at the step before. A gap that arose earlier, at the stop or the arrest, does not show here.',
    censoring:
      'People who were still on the way have not reached the step. People of no recorded group are shown as a group of their own.',
    method: `Shares with Wilson’s 95% interval; relative to the group ${reference} with a 95% interval on the log scale. For ethnicity also with self-defined ethnicity imputed where it is missing, from what the officer saw, how far people came, sex, age and force; n is then everybody at the step before.`,
    source:
      '“Explain or reform” is the Lammy Review’s; how it and the four-fifths rule are applied here is a convention, and assumed.',
  };
}
