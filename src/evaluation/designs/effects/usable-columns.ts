import { leastSquares, type NamedColumn } from '../../../statistics/index.ts';
import { sentence, type Sentence } from '../../domain/disclosure/sentence.ts';

export interface UsableColumns {
  readonly columns: readonly NamedColumn[];
  /** Names of those left out, and why, in words. */
  readonly notes: readonly Sentence[];
}

/**
 * The columns that a model of these rows can carry: those with one value, or given by the ones before them, say nothing
 * of their own and are left out; so, where `events` are given, is a mark of 0 and 1 in one level of which nobody or
 * everybody had the event, since its effect would have no finite estimate.
 */
export function usableColumns(columns: readonly NamedColumn[], events: ArrayLike<number> | null): UsableColumns {
  const notes: Sentence[] = [];
  const varying = columns.filter(({ name, values }) => {
    if (isConstant(values)) return false;
    const tells = events === null || !isMark(values) || hasBothInEachLevel(values, events);
    if (!tells)
      notes.push(sentence`${name} is left out of the model: in one of its levels nobody, or everybody, had the event`);
    return tells;
  });
  return { columns: independent(varying), notes };
}

function independent(columns: readonly NamedColumn[]): readonly NamedColumn[] {
  const first = columns[0];
  if (first === undefined) return columns;
  const outcome = new Float64Array(first.values.length);
  const fits = (covariates: readonly NamedColumn[]) => leastSquares({ outcome, covariates }).ok;
  if (fits(columns)) return columns;
  const used: NamedColumn[] = [];
  for (const column of columns) if (fits([...used, column])) used.push(column);
  return used;
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let row = 1; row < values.length; row += 1) if (values[row] !== values[0]) return false;
  return true;
}

function isMark(values: ArrayLike<number>): boolean {
  for (let row = 0; row < values.length; row += 1) if (values[row] !== 0 && values[row] !== 1) return false;
  return true;
}

function hasBothInEachLevel(values: ArrayLike<number>, events: ArrayLike<number>): boolean {
  const seen = new Set<number>();
  for (let row = 0; row < values.length; row += 1) seen.add(2 * Number(values[row]) + Number(Number(events[row]) > 0));
  return seen.size === 4;
}

/** A mark of 0 and 1 for each stratum but the first. */
export function stratumColumns(stratum: Int32Array | null): NamedColumn[] {
  if (stratum === null) return [];
  const count = stratum.reduce((most, code) => Math.max(most, code), 0);
  return Array.from({ length: count }, (_, at) => ({
    name: `stratum ${at + 2}`,
    values: Float64Array.from(stratum, (code) => Number(code === at + 1)),
  }));
}
