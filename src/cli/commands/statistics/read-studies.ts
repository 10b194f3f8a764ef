import { normal, type StudyEffect } from '../../../statistics/index.ts';
import { InputFault } from '../../exit.ts';
import { cellsOf, numbersOf, type DataFile } from './data-file.ts';
import { completeRows } from './model-columns.ts';

export type Scale = 'ratio' | 'difference';

export interface StudyColumns {
  readonly estimate: string;
  /** Where the uncertainty of an estimate stands: the ends of its interval, or its standard error. */
  readonly spread: { readonly low: string; readonly high: string } | { readonly se: string };
  /** What a study is called; by its row where it is left out. */
  readonly study: string | undefined;
}

export interface StudiesToRead {
  readonly data: DataFile;
  readonly columns: StudyColumns;
  readonly scale: Scale;
  /** Of the intervals in the file. */
  readonly level: number;
}

export interface ReadStudies {
  /** On the scale on which effects add: logarithms of ratios. */
  readonly studies: readonly StudyEffect[];
  readonly names: readonly string[];
  readonly notes: readonly string[];
}

/** An interval whose middle is further than this share of its length from the estimate was worked out in another way. */
const SKEWED = 0.1;

/** Reads the studies of a file. Throws `InputFault` where a row can't be one. */
export function readStudies({ data, columns, scale, level }: StudiesToRead): ReadStudies {
  const { estimate, spread, study } = columns;
  const { rows, notes } = completeRows(data, [estimate, ...Object.values(spread)]);
  const numbers = (column: string) => {
    const all = numbersOf(data, column);
    return Float64Array.from(rows, (row) => all[row] ?? Number.NaN);
  };
  const scaled = (column: string) =>
    numbers(column).map((number, at) => {
      if (scale === 'difference') return number;
      if (number > 0) return Math.log(number);
      const place = `row ${(rows[at] ?? 0) + 1} of ${column}`;
      throw new InputFault(
        `${data.name}: ${place} is ${number}, and a ratio is above zero; for others write --scale difference`,
      );
    });
  const estimates = scaled(estimate);
  const names = Array.from(rows, (row) => (study === undefined ? `row ${row + 1}` : (cellsOf(data, study)[row] ?? '')));
  if ('se' in spread) {
    const errors = numbers(spread.se);
    return { studies: Array.from(estimates, (value, at) => studyOf(value, errors[at])), names, notes };
  }
  const [lows, highs] = [scaled(spread.low), scaled(spread.high)];
  const reach = 2 * normal.upperQuantile((1 - level) / 2);
  const skewed: string[] = [];
  const studies = Array.from(estimates, (value, at) => {
    const [low = Number.NaN, high = Number.NaN] = [lows[at], highs[at]];
    if (!(low < value && value < high)) {
      const place = `row ${(rows[at] ?? 0) + 1}`;
      throw new InputFault(
        `${data.name}: the estimate of ${place} does not lie between its low and its high; put it right`,
      );
    }
    if (Math.abs((low + high) / 2 - value) > SKEWED * (high - low)) skewed.push(names[at] ?? '');
    return studyOf(value, (high - low) / reach);
  });
  const middle = scale === 'ratio' ? 'the logarithms of its low and its high' : 'its low and its high';
  const note = `the estimate of ${skewed.join(', ')} is not midway between ${middle}: its standard error is rough`;
  return { studies, names, notes: skewed.length === 0 ? notes : [...notes, note] };
}

function studyOf(estimate: number, standardError: number | undefined): StudyEffect {
  return { estimate, standardError: standardError ?? Number.NaN };
}
