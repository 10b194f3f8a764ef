import type { StudyRow } from '../cohort/study-row.ts';

/** People who are alike in what a reader might know of them from elsewhere, where they are few. */
export interface SmallCell {
  readonly force: string;
  readonly ageBand: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly people: number;
}

/** Fewer people than this in a cell may be recognised: the convention by which counts of 1 to 4 are suppressed, assumed. */
const LEAST = 5;

/**
 * The cells of force, ten years of age, sex and ethnicity (self-defined first) with fewer than 5 people. A pseudonym
 * does not hide somebody who is the only one of their kind: a data set with such rows stays where evaluators work.
 */
export function smallCells(rows: readonly StudyRow[]): readonly SmallCell[] {
  const cells = new Map<string, { readonly cell: Omit<SmallCell, 'people'>; readonly people: Set<string> }>();
  for (const row of rows) {
    const cell = {
      force: row.force,
      ageBand: row.age === null ? 'not recorded' : bandOf(row.age),
      sex: row.sex ?? 'not recorded',
      ethnicity: row.ethnicitySelfDefined ?? row.ethnicityOfficerDefined ?? 'not recorded',
    };
    const key = JSON.stringify(cell);
    const found = cells.get(key) ?? { cell, people: new Set<string>() };
    found.people.add(row.person);
    cells.set(key, found);
  }
  return [...cells.values()]
    .filter(({ people }) => people.size < LEAST)
    .map(({ cell, people }) => ({ ...cell, people: people.size }));
}

function bandOf(age: number): string {
  const from = Math.floor(age / 10) * 10;
  return `${from} to ${from + 9}`;
}
