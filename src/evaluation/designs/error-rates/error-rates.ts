import type { Outcome, Plan } from '../../domain/plan/plan-document.ts';
import { USUAL_META_ANALYSIS, type Design, type MetaAnalysisName } from '../../domain/plan/plan-words.ts';
import designs from './designs.json' with { type: 'json' };
import forces from './forces.json' with { type: 'json' };

/**
 * What a report says of its errors: how often such an interval held the truth, and such a test found what was not there,
 * when it was tried on studies whose truth is known. The figures are kept beside this file, each with the seed and the
 * command that made them; nothing here is said of a method that was not tried.
 */

/** How often a way of putting forces together erred with some numbers of forces, over every spread that was tried. */
export interface ForcesErrors {
  readonly withScheme: number;
  readonly without: number;
  readonly runs: number;
  /** Least and greatest share of studies without an effect that were called significant at 0.05. */
  readonly least: number;
  readonly most: number;
  readonly leastSpread: number;
  readonly mostSpread: number;
}

interface Rates {
  readonly answered: number;
  readonly falsePositives: number;
  readonly found: number;
}

type Way = MetaAnalysisName | 'diversion-forces-alone';

const ALPHA = 0.05;
/** As many forces as were tried, give or take this factor: beyond it the figures are of something else. */
const NEAR_ENOUGH = 1.5;

/** The errors of a way with numbers of forces as near to these as were tried; null where it was not tried. */
export function errorsOfForces(way: Way, [withScheme, without]: readonly [number, number]): ForcesErrors | null {
  const tried = forces.settings.flatMap((setting) => {
    const rates: { readonly [way in Way]?: Rates } = setting.rates;
    const own = rates[way];
    return own === undefined ? [] : [{ ...setting, own }];
  });
  const far = (one: { readonly withScheme: number; readonly without: number }) =>
    Math.abs(Math.log(one.withScheme / withScheme)) + Math.abs(Math.log(one.without / without));
  const [nearest] = [...tried].sort((a, b) => far(a) - far(b));
  if (nearest === undefined) return null;
  const alike = tried.filter((one) => one.withScheme === nearest.withScheme && one.without === nearest.without);
  const shares = alike.map(({ own }) => own.falsePositives / own.answered);
  const spreads = alike.map(({ spread }) => spread);
  return {
    withScheme: nearest.withScheme,
    without: nearest.without,
    runs: forces.runs,
    least: Math.min(...shares),
    most: Math.max(...shares),
    leastSpread: Math.min(...spreads),
    mostSpread: Math.max(...spreads),
  };
}

/** What a report says of the errors of its main answer, in a sentence or two. */
export function errorRatesInWords({ comparison, outcomes }: Pick<Plan, 'comparison' | 'outcomes'>): string {
  return comparison.design === 'natural-experiment'
    ? ofForces(comparison)
    : ofPeople(comparison.design, outcomes.primary.measure);
}

function ofForces(comparison: Plan['comparison']): string {
  const { diversionForces = [], comparisonForces = [] } = comparison;
  const way = wayOf(comparison);
  const here = [diversionForces.length, comparisonForces.length] as const;
  const errors = way === null ? null : errorsOfForces(way, here);
  if (errors === null) {
    return 'How often this way of putting forces together errs has not been measured: read its interval as no more than a 95% interval by name.';
  }
  const { withScheme, without, runs, least, most, leastSpread, mostSpread } = errors;
  const isSame = withScheme === here[0] && without === here[1];
  const which = isSame
    ? `${here[0]} forces with a scheme and ${here[1]} without, as here`
    : `${withScheme} forces with a scheme and ${without} without, the nearest tried to the ${here[0]} and ${here[1]} here`;
  const said = `Tried on ${runs.toLocaleString('en-GB')} made-up studies for each of several spreads between forces (standard deviations of ${leastSpread} to ${mostSpread} in the logarithm of the hazard), with ${which}: where there was no effect, this method called ${range(least, most)} of 100 studies significant at 0.05, and its 95% interval held the truth in ${range(1 - most, 1 - least)} of 100.`;
  const more = most > tolerated(runs) ? ' That is more errors than the 5 of 100 that such an interval promises.' : '';
  const isFar = [withScheme / here[0], without / here[1]].some(
    (ratio) => ratio > NEAR_ENOUGH || ratio < 1 / NEAR_ENOUGH,
  );
  const far = isFar ? ' These are other numbers of forces than here, so it may be otherwise here.' : '';
  return `${said}${more}${far}`;
}

function ofPeople(design: Exclude<Design, 'natural-experiment'>, measure: Outcome['measure']): string {
  const ofDesign = designs.studies.filter((one) => one.design === design);
  const study = ofDesign.find((one) => one.measure === measure) ?? ofDesign[0];
  if (study === undefined) {
    return 'How often this design errs has not been measured: read its interval as no more than a 95% interval by name.';
  }
  const { answered, held } = study;
  const other =
    study.measure === measure ? '' : ` That was with another outcome (${study.says}); with this one it was not tried.`;
  const more =
    answered - held > tolerated(answered) * answered
      ? ' That is fewer than the 95 of 100 that such an interval promises.'
      : '';
  return `Tried on ${answered.toLocaleString('en-GB')} made-up studies of this design whose true effect is known, the 95% interval held it in ${((100 * held) / answered).toFixed(1)} of 100.${more}${other}`;
}

/** How the forces were put together; null for a way that was never measured. */
function wayOf({ metaAnalysis = USUAL_META_ANALYSIS, spreadOf }: Plan['comparison']): Way | null {
  if (spreadOf !== 'diversion-forces') return metaAnalysis;
  return metaAnalysis === 'reml' ? 'diversion-forces-alone' : null;
}

/** Above this share, chance in so many runs alone would hardly ever make 5 of 100. */
function tolerated(runs: number): number {
  return ALPHA + 3 * Math.sqrt((ALPHA * (1 - ALPHA)) / runs);
}

function range(low: number, high: number): string {
  const [one, other] = [low, high].map((share) => (100 * share).toFixed(1));
  return one === other ? `${one}` : `${one} to ${other}`;
}
