import { parseCalendarDay, type CalendarDay } from '../../../shared/calendar-day.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';

export interface CellFault {
  readonly problem: string;
  readonly remedy: string;
}

/** What a column of a file holds: how a cell that is not empty is read, how a value is written, and both in words. */
export interface CellType<Value> {
  readonly kind: 'text' | 'day' | 'whole number' | 'yes or no' | 'choice' | 'code';
  /** The values there are, in words, for the data dictionary. */
  readonly values: string;
  readonly read: (cell: string) => Result<Value, CellFault>;
  readonly write: (value: Value) => string;
}

/** Any words. */
export const text: CellType<string> = { kind: 'text', values: 'any words', read: ok, write: (value) => value };

export const day: CellType<CalendarDay> = {
  kind: 'day',
  values: 'YYYY-MM-DD',
  read(cell) {
    const value = parseCalendarDay(cell);
    if (value !== null) return ok(value);
    return refuse({
      problem: `"${cell}" is no day of the calendar`,
      remedy: 'write it as YYYY-MM-DD, or leave the cell empty where it is not recorded',
    });
  },
  write: (value) => value,
};

export const yesOrNo: CellType<boolean> = {
  kind: 'yes or no',
  values: 'yes, no',
  read(cell) {
    if (cell === 'yes' || cell === 'no') return ok(cell === 'yes');
    return refuse({
      problem: `"${cell}" is neither yes nor no`,
      remedy: 'write yes or no, or leave the cell empty where it is not recorded',
    });
  },
  write: (value) => (value ? 'yes' : 'no'),
};

export function wholeNumber(from: number, to: number): CellType<number> {
  return {
    kind: 'whole number',
    values: `${from} to ${to}`,
    read(cell) {
      const value = /^\d{1,9}$/.test(cell) ? Number(cell) : Number.NaN;
      if (value >= from && value <= to) return ok(value);
      return refuse({
        problem: `"${cell}" is no whole number from ${from} to ${to}`,
        remedy: 'correct it, or leave the cell empty where it is not recorded',
      });
    },
    write: String,
  };
}

/** One of a few words, each of which the dictionary lists. */
export function choice<Word extends string>(words: readonly Word[]): CellType<Word> {
  return {
    kind: 'choice',
    values: words.join(', '),
    read(cell) {
      const word = words.find((candidate) => candidate === cell);
      if (word !== undefined) return ok(word);
      const near = nearestWord(cell, words);
      return refuse({
        problem: `"${cell}" is not one of ${words.join(', ')}`,
        remedy: near === null ? 'write one of these, or leave the cell empty' : `did you mean "${near}"?`,
      });
    },
    write: (value) => value,
  };
}

/** A code of a known form. `example` is named where a cell has another. */
export function code(form: RegExp, { values, example }: { values: string; example: string }): CellType<string> {
  return {
    kind: 'code',
    values,
    read(cell) {
      if (form.test(cell)) return ok(cell);
      return refuse({
        problem: `"${cell}" is not of the form expected here (${values})`,
        remedy: `write it as ${example}, or leave the cell empty where it is not recorded`,
      });
    },
    write: (value) => value,
  };
}
