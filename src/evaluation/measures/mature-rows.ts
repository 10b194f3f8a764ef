import { isMature, MONTHS_FOR_PROOF } from '../domain/cohort/maturity.ts';
import type { StudyRow } from '../domain/cohort/study-row.ts';
import { count, countOf, sentence, setNumber, type Sentence } from '../domain/disclosure/sentence.ts';

/** The rows of which a figure of a window can be said. */
export function matureRows(rows: readonly StudyRow[], windowMonths: number): readonly StudyRow[] {
  return rows.filter((row) => isMature(row, windowMonths));
}

/** What a reader must know of those left out for being too recent; nothing where nobody is. */
export function maturityWarnings(rows: readonly StudyRow[], windows: readonly number[]): readonly Sentence[] {
  return windows.flatMap((months) => {
    const left = rows.length - matureRows(rows, months).length;
    if (left === 0) return [];
    return [
      sentence`At ${setNumber(months)} months ${countOf(left, rows.length, 'some of the')} rows are not mature (the data end less than ${setNumber(months + MONTHS_FOR_PROOF)} months after the index day). They are left out, never counted as not having reoffended.`,
    ];
  });
}

/** Said where a person has several rows, because intervals take each row as of another person. */
export function repeatWarnings(rows: readonly StudyRow[]): readonly Sentence[] {
  const people = new Set(rows.map(({ person }) => person)).size;
  if (people === rows.length) return [];
  return [
    sentence`${count(rows.length)} index events are of ${count(people)} people. Each event has its own clock; intervals take them as independent, and so are somewhat too narrow.`,
  ];
}
