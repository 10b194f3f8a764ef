import { balance } from '../../statistics/index.ts';
import { COVARIATES, type CovariateName } from '../domain/plan/plan-words.ts';
import { covariateColumns, covariateOf, isNumber } from './covariate-columns.ts';
import type { BalanceRow, BaselineRow } from './design-result.ts';
import type { Subject } from './study-sample.ts';
import { isKeyIn } from '../../shared/tables.ts';

/** Always shown, whatever the plan allows for. */
const ALWAYS: readonly CovariateName[] = ['age', 'sex', 'ethnicity', 'prior_offences'];
/** Of a characteristic with more levels, the largest are shown. */
export const MOST_LEVELS = 8;

/** Everybody who could have been compared, with the weight of each: so that differences have the ruler of the balance. */
export interface WeightedPool {
  readonly subjects: readonly Subject[];
  readonly treated: Uint8Array;
  readonly weights: ArrayLike<number>;
}

/**
 * What people on each side were like before the index event: means of numbers among those recorded, shares of each level
 * among all, with "not recorded" as a level. The difference is in pooled standard deviations, of the pool before it was
 * weighted where there is one.
 */
export function baselineTable(
  subjects: readonly Subject[],
  treated: Uint8Array,
  { covariates, pool }: { readonly covariates: readonly CovariateName[]; readonly pool?: WeightedPool },
): BaselineRow[] {
  const names = [...new Set([...ALWAYS, ...covariates])].filter((name) => name !== 'age_squared');
  const weighed = pool ?? { subjects, treated, weights: new Float64Array(subjects.length).fill(1) };
  return names.flatMap((name) => (isNumber(name) ? numberRow : levelRows)(subjects, treated, { name, pool: weighed }));
}

interface RowTask {
  readonly name: CovariateName;
  readonly pool: WeightedPool;
}

function numberRow(subjects: readonly Subject[], treated: Uint8Array, { name, pool }: RowTask): BaselineRow[] {
  const known = subjects.flatMap((subject, at) => {
    const value = covariateOf(subject, name);
    return value === null ? [] : [{ value: Number(value), arm: treated[at] ?? 0 }];
  });
  const cell = (arm: number) => {
    const values = known.filter((one) => one.arm === arm).map(({ value }) => value);
    return { count: values.length, value: values.length === 0 ? null : sum(values) / values.length };
  };
  return [
    {
      characteristic: COVARIATES[name].says,
      level: null,
      unit: 'mean',
      groups: [cell(1), cell(0)],
      standardisedDifference: differenceIn(pool, (subject) => covariateOf(subject, name)),
    },
  ];
}

function levelRows(subjects: readonly Subject[], treated: Uint8Array, { name, pool }: RowTask): BaselineRow[] {
  const words = subjects.map((subject) => String(covariateOf(subject, name) ?? 'not recorded'));
  const counts = Map.groupBy(words, (word) => word);
  const last = (word: string) => Number(word === 'not recorded');
  const levels = [...counts.keys()].sort(
    (a, b) => last(a) - last(b) || (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0) || (a < b ? -1 : 1),
  );
  const shown = levels.slice(0, MOST_LEVELS);
  const sizes = [1, 0].map((arm) => treated.filter((one) => one === arm).length);
  return shown.map((level) => {
    const marks = words.map((word) => Number(word === level));
    const cell = (arm: 0 | 1) => {
      const count = marks.reduce((total, mark, at) => total + (treated[at] === arm ? mark : 0), 0);
      const size = sizes[1 - arm] ?? 0;
      return { count, value: size === 0 ? null : count / size };
    };
    return {
      characteristic: COVARIATES[name].says,
      level,
      unit: 'share',
      groups: [cell(1), cell(0)],
      standardisedDifference: differenceIn(pool, (subject) =>
        Number(String(covariateOf(subject, name) ?? 'not recorded') === level),
      ),
    };
  });
}

function differenceIn(pool: WeightedPool, valueOf: (subject: Subject) => number | string | null): number | null {
  const known = pool.subjects.flatMap((subject, at) => {
    const value = valueOf(subject);
    return value === null ? [] : [{ value: Number(value), at }];
  });
  const table = balance({
    covariates: [{ name: '', values: known.map(({ value }) => value) }],
    treated: known.map(({ at }) => pool.treated[at] ?? 0),
    weights: known.map(({ at }) => pool.weights[at] ?? 0),
    standardisedBy: 'pooled',
  });
  return table.ok ? (table.value[0]?.after.standardisedDifference ?? null) : null;
}

/** How alike the sides are in every covariate before weighting and after it: in pooled standard deviations. */
export function balanceRows(
  subjects: readonly Subject[],
  {
    treated,
    weights,
    covariates,
  }: {
    readonly treated: Uint8Array;
    readonly weights: ArrayLike<number>;
    readonly covariates: readonly CovariateName[];
  },
): BalanceRow[] {
  const { columns } = covariateColumns(
    subjects,
    covariates.filter((name) => name !== 'age_squared'),
  );
  const table = balance({
    covariates: columns,
    treated,
    weights,
    standardisedBy: 'pooled',
  });
  if (!table.ok) return [];
  return table.value.map(({ name, before, after }) => ({
    name: nameInWords(name).replaceAll('-', ' '),
    before: before.standardisedDifference,
    after: after.standardisedDifference,
  }));
}

function nameInWords(name: string): string {
  const [term = '', level] = name.split(': ');
  const says = isKeyIn(COVARIATES, term) ? COVARIATES[term].says : term;
  return level === undefined ? says : `${says}: ${level}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
