import { ok, refuse, type Result } from '../../shared/result.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { chainedEquations, nelsonAalen, type ImputationColumn, type NamedColumn } from '../../statistics/index.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { COVARIATES, type CovariateName } from '../domain/plan/plan-words.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import type { Sentence } from '../domain/disclosure/sentence.ts';
import { covariateOf, isNumber } from './covariate-columns.ts';
import { codesOf } from './effects/compared-rows.ts';
import type { OutcomeValues } from './outcome-values.ts';
import type { Work } from './progress.ts';
import type { Subject } from './study-sample.ts';

/** What stands where the plan leaves the number of imputations out: that of the national evaluation. */
const USUAL_IMPUTATIONS = 20;

/** Rounds of chained equations for each data set. */
const ROUNDS = 5;
const ROUNDS_OF_ONE_COLUMN = 1;
const FEWEST_IN_A_LEVEL = 5;

/** The covariates as columns for a model, once for each completed data set. */
export interface ImputedCovariates {
  /** Columns side by side with the subjects; one data set where nothing was missing. */
  readonly completed: readonly (readonly NamedColumn[])[];
  /** Covariates with something missing, and how much. */
  readonly holes: readonly { readonly name: string; readonly missing: number }[];
}

export interface ImputationOptions {
  readonly plan: Plan;
  readonly subjects: readonly Subject[];
  /** The primary outcome: what is missing is foretold from it too, or effects would be drawn towards nothing. */
  readonly values: OutcomeValues;
}

/**
 * Fills what is missing in the covariates by chained equations. The models hold every covariate, the force, whether the
 * person reoffended and the cumulative hazard at the end of their time (White and Royston 2009). Age squared follows age.
 */
export function* imputedCovariates(options: ImputationOptions): Work<Result<ImputedCovariates, Sentence>> {
  const { plan, subjects, values } = options;
  const names = plan.covariates.filter((name) => name !== 'age_squared');
  const sources = names.map((name) => sourceOf(name, subjects)).filter(({ varies }) => varies);
  const holes = sources.flatMap(({ name, missing }) =>
    missing === 0 ? [] : [{ name: COVARIATES[name].says, missing }],
  );
  const squared = plan.covariates.includes('age_squared');
  if (holes.length === 0) {
    const columns = sources.flatMap((source) => columnsOf(source, source.values, squared));
    return ok({ completed: [columns], holes });
  }
  const m = plan.comparison.imputations ?? USUAL_IMPUTATIONS;
  const task: ImputationColumn[] = [
    ...sources.map(({ name, values }) => ({
      name,
      kind: isNumber(name) ? ('number' as const) : ('category' as const),
      values,
    })),
    ...outcomeColumns(subjects, values),
  ];
  const random = SeededRandom.of(plan.seed);
  // One column with holes has nothing to wait for in the others.
  const rounds = holes.length === 1 ? ROUNDS_OF_ONE_COLUMN : ROUNDS;
  const completed: NamedColumn[][] = [];
  for (let at = 0; at < m; at += 1) {
    yield { doing: `filling in what is missing, ${at + 1} of ${m}`, share: 0.05 + (0.45 * at) / m };
    // One data set at a time draws the same numbers as all at once, and can be stopped between them.
    const drawn = chainedEquations({ columns: task, imputations: 1, rounds, random });
    if (!drawn.ok) return refuse(refusalInWords(drawn.refusal));
    const [filled] = drawn.value.completed;
    completed.push(sources.flatMap((source) => columnsOf(source, filled?.get(source.name) ?? source.values, squared)));
  }
  return ok({ completed, holes });
}

interface Source {
  readonly name: CovariateName;
  /** Numbers, or the place of a level among `levels`; NaN where it is not recorded. */
  readonly values: Float64Array;
  readonly levels: readonly string[];
  readonly missing: number;
  readonly varies: boolean;
}

function sourceOf(name: CovariateName, subjects: readonly Subject[]): Source {
  const raw = subjects.map((subject) => covariateOf(subject, name));
  const missing = raw.filter((value) => value === null).length;
  if (isNumber(name)) {
    const values = Float64Array.from(raw, (value) => (value === null ? Number.NaN : Number(value)));
    return { name, values, levels: [], missing, varies: new Set(raw.filter((value) => value !== null)).size > 1 };
  }
  const counts = Map.groupBy(
    raw.filter((value) => value !== null),
    String,
  );
  const sorted = [...counts.entries()].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const levels = sorted.filter(([, rows]) => rows.length >= FEWEST_IN_A_LEVEL).map(([level]) => level);
  // A level of a handful goes with the commonest.
  const placeOf = (value: string) => Math.max(0, levels.indexOf(value));
  const values = Float64Array.from(raw, (value) => (value === null ? Number.NaN : placeOf(String(value))));
  return { name, values, levels, missing, varies: levels.length > 1 };
}

function columnsOf({ name, levels }: Source, values: Float64Array, squared: boolean): NamedColumn[] {
  if (levels.length === 0) {
    const age = { name, values };
    return name === 'age' && squared ? [age, { name: 'age_squared', values: values.map((age) => age ** 2) }] : [age];
  }
  return levels
    .slice(1)
    .map((level, at) => ({ name: `${name}: ${level}`, values: values.map((value) => Number(value === at + 1)) }));
}

function outcomeColumns(subjects: readonly Subject[], { value, days }: OutcomeValues): ImputationColumn[] {
  const curve = nelsonAalen({ time: days, event: value });
  const hazardAt = new Map<number, number>();
  if (curve.ok) {
    for (const [at, time] of curve.value.times.entries()) hazardAt.set(time, curve.value.hazard[at] ?? 0);
  }
  return [
    { name: '(force)', kind: 'category', values: codesOf(subjects.map(({ row }) => row.force)) },
    { name: '(event)', kind: 'category', values: value },
    { name: '(hazard)', kind: 'number', values: days.map((day) => hazardAt.get(day) ?? 0) },
  ];
}
