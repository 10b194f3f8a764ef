import { isMature, MONTHS_FOR_PROOF } from '../domain/cohort/maturity.ts';
import type { StudyRow } from '../domain/cohort/study-row.ts';

/** The rows of which a figure of a window can be said. */
export function matureRows(rows: readonly StudyRow[], windowMonths: number): readonly StudyRow[] {
  return rows.filter((row) => isMature(row, windowMonths));
}

/** What a reader must know of those left out for being too recent; nothing where nobody is. */
export function maturityWarnings(rows: readonly StudyRow[], windows: readonly number[]): readonly string[] {
  return windows.flatMap((months) => {
    const left = rows.length - matureRows(rows, months).length;
    if (left === 0) return [];
    return [
      `At ${months} months ${left} of ${rows.length} rows are not mature (the data end less than ${months + MONTHS_FOR_PROOF} months after the index day). They are left out, never counted as not having reoffended.`,
    ];
  });
}

/** Said where a person has several rows, because intervals take each row as of another person. */
export function repeatWarnings(rows: readonly StudyRow[]): readonly string[] {
  const people = new Set(rows.map(({ person }) => person)).size;
  if (people === rows.length) return [];
  return [
    `${rows.length} index events are of ${people} people. Each event has its own clock; intervals take them as independent, and so are somewhat too narrow.`,
  ];
}
