import { ok, refuse, type Result } from '../../../shared/result.ts';
import {
  clusteredCovariance,
  cox,
  leastSquares,
  poissonRegression,
  robustCovariance,
  rubinsRulesTogether,
  termsAt,
  withReferenceGroup,
  type EffectsTogether,
  type NamedColumn,
} from '../../../statistics/index.ts';
import { refusalInWords } from '../../domain/disclosure/refusal-in-words.ts';
import { distinct, forEvaluators, sentence, setNumber, type Sentence } from '../../domain/disclosure/sentence.ts';
import type { EffectScale } from '../finding.ts';
import { rowsAt, type ComparedRows } from './compared-rows.ts';
import { usableColumns } from './usable-columns.ts';

/** Fewer people than this say nothing of a force. */
const FEWEST_PEOPLE = 10;

/** How far each force lies from the others, on the scale where effects add, when what people were like is allowed for. */
export interface ForceLevels {
  readonly forces: readonly string[];
  /** Measured from any one of the forces: only the differences say something. */
  readonly estimates: Float64Array;
  /** Of the chance among people, row after row; what all forces share in it is free. */
  readonly covariance: Float64Array;
  readonly method: Sentence;
  readonly notes: readonly Sentence[];
}

export interface ForceLevelsTask {
  readonly scale: EffectScale;
  /** Everybody, without covariates. */
  readonly rows: ComparedRows;
  readonly forceOf: readonly string[];
  /** Covariates side by side with the rows, once for each completed data set. */
  readonly completed: readonly (readonly NamedColumn[])[];
  readonly places: readonly number[];
}

/**
 * One model of everybody with a term for each force: Cox's for hazards, Poisson regression with robust errors for ratios
 * of risks and rates, a linear one with robust errors for differences. Several completed data sets are put together by
 * Rubin's rules for many numbers at once. A force of fewer than ten people is left out, and in a ratio one where nobody had
 * the event. Refusals are in words.
 */
export function forceLevels({
  scale,
  rows,
  forceOf,
  completed,
  places,
}: ForceLevelsTask): Result<ForceLevels, Sentence> {
  const left = leftOut({ scale, rows, forceOf, places });
  const kept = places.filter((at) => !left.forces.has(forceOf[at] ?? ''));
  const sizes = Map.groupBy(kept, (at) => forceOf[at] ?? '');
  // Measured from the largest, whose own chance is least.
  const forces = [...sizes.keys()].sort(
    (a, b) => (sizes.get(b)?.length ?? 0) - (sizes.get(a)?.length ?? 0) || (a < b ? -1 : 1),
  );
  if (forces.length < 3) return refuse(sentence`Fewer than three forces are left to compare.`);
  const fits: LevelsFit[] = [];
  for (const covariates of completed) {
    const own = rowsAt({ ...rows, covariates }, kept);
    const marks = forces.slice(1).map((force) => ({
      name: force,
      values: Float64Array.from(kept, (at) => Number(forceOf[at] === force)),
    }));
    const fit = fitLevels(scale, own, marks);
    if (!fit.ok) return fit;
    fits.push(fit.value);
  }
  const [first] = fits;
  if (first === undefined) return refuse(sentence`There is no data set to work with.`);
  const pooled = rubinsRulesTogether(fits);
  const imputed = fits.length === 1 ? sentence`` : sentence`; ${setNumber(fits.length)} imputations by Rubin’s rules`;
  return ok({
    forces,
    ...withReferenceGroup(pooled),
    method: sentence`${first.method}${imputed}`,
    notes: [...left.notes, ...distinct(fits.flatMap(({ notes }) => notes)).slice(0, 3)],
  });
}

/** Of every force but the first. */
interface LevelsFit extends EffectsTogether {
  readonly method: Sentence;
  readonly notes: readonly Sentence[];
}

function leftOut({ scale, rows, forceOf, places }: Omit<ForceLevelsTask, 'completed'>) {
  const byForce = Map.groupBy(places, (at) => forceOf[at] ?? '');
  const forces = new Set<string>();
  const notes: Sentence[] = [];
  for (const [force, own] of byForce) {
    const name = force.replaceAll('-', ' ');
    if (own.length < FEWEST_PEOPLE) {
      forces.add(force);
      notes.push(sentence`${forEvaluators`${name} is left out, with fewer than ${FEWEST_PEOPLE} people`}`);
    } else if (scale.endsWith('ratio') && !own.some((at) => (rows.value[at] ?? 0) > 0)) {
      forces.add(force);
      notes.push(
        sentence`${forEvaluators`${name} is left out, as nobody there had the event and a ratio would have no end`}`,
      );
    }
  }
  return { forces, notes };
}

function fitLevels(scale: EffectScale, rows: ComparedRows, marks: readonly NamedColumn[]): Result<LevelsFit, Sentence> {
  const isRatio = scale.endsWith('ratio');
  const usable = usableColumns([...marks, ...rows.covariates], null);
  const covariates = isRatio
    ? usableColumns(usable.columns.slice(marks.length), rows.value)
    : { columns: usable.columns.slice(marks.length), notes: [] };
  const columns = [...marks, ...covariates.columns];
  const allowing = covariates.columns.length > 0 ? ' allowing for covariates' : '';
  const size = marks.length;
  const cluster = rows.cluster;
  const clustered = cluster === null ? '' : ', errors robust to clusters';
  if (scale === 'hazard-ratio') {
    const fit = cox({
      time: rows.days,
      event: rows.value,
      covariates: columns,
      ...(cluster === null ? {} : { cluster }),
    });
    if (!fit.ok) return refuse(refusalInWords(fit.refusal));
    const { coefficients, covariance, robustCovariance: robust } = fit.value;
    return ok({
      ...termsAt(coefficients, robust ?? covariance, { from: 0, size }),
      method: sentence`Cox’s model with a term for each force${allowing}, ties by Efron${clustered}`,
      notes: covariates.notes,
    });
  }
  if (isRatio) {
    const own = { outcome: rows.value, covariates: columns, ...(cluster === null ? {} : { cluster }) };
    const fit = poissonRegression(own, { robust: true });
    if (!fit.ok) return refuse(refusalInWords(fit.refusal));
    const { coefficients, covariance, robustCovariance: robust } = fit.value;
    return ok({
      ...termsAt(coefficients, robust ?? covariance, { from: 1, size }),
      method: sentence`Poisson regression with a term for each force${allowing}, ${cluster === null ? 'robust errors' : 'errors robust to clusters'}`,
      notes: covariates.notes,
    });
  }
  const fit = leastSquares({ outcome: rows.value, covariates: columns });
  if (!fit.ok) return refuse(refusalInWords(fit.refusal));
  const errors =
    cluster === null ? ok({ covariance: robustCovariance(fit.value, 'hc1') }) : clusteredCovariance(fit.value, cluster);
  if (!errors.ok) return refuse(refusalInWords(errors.refusal));
  const { residualVariance, unscaledCovariance, coefficients } = fit.value;
  if (!(residualVariance > 0))
    return refuse(sentence`The outcome does not vary, so chance has nothing to be measured by.`);
  const plain = unscaledCovariance.map((value) => value * residualVariance);
  const varies = everyForceVaries(rows.value, marks);
  return ok({
    ...termsAt(coefficients, varies ? errors.value.covariance : plain, { from: 1, size }),
    method: sentence`Linear regression with a term for each force${allowing}, ${!varies ? 'errors taken as alike in all forces' : cluster === null ? 'HC1 robust errors' : 'errors robust to clusters'}`,
    notes: [],
  });
}

/** Robust errors of a force in which everybody came out the same are nothing, and it would outweigh all others. */
function everyForceVaries(value: Float64Array, marks: readonly NamedColumn[]): boolean {
  const ranges = new Map<number, { low: number; high: number }>();
  for (const [row, own] of value.entries()) {
    const force = marks.findIndex(({ values }) => values[row] === 1);
    const range = ranges.get(force) ?? { low: Infinity, high: -Infinity };
    ranges.set(force, { low: Math.min(range.low, own), high: Math.max(range.high, own) });
  }
  return [...ranges.values()].every(({ low, high }) => high > low);
}
