import { reoffencesInWindow, type ReoffencesOf } from '../../domain/cohort/reoffences-in-window.ts';
import type { StudyRow } from '../../domain/cohort/study-row.ts';
import type { UnitCost } from '../../domain/costs/unit-costs.ts';

/** Months in which a reoffence is priced. */
export const COST_WINDOW_MONTHS = 12;

export interface PricedItem extends UnitCost {
  /** In the prices of the table's year. */
  readonly price: number;
}

/** The mean quantities of each item per case, and how they vary together. */
export interface MeanQuantities {
  readonly n: number;
  readonly mean: readonly number[];
  /** Of the means: covariances over n. */
  readonly covariance: readonly (readonly number[])[];
}

/** The means over rows of which all quantities are known. */
export function meanQuantities(
  rows: readonly StudyRow[],
  items: readonly PricedItem[],
  of: ReoffencesOf,
): MeanQuantities {
  const n = rows.length;
  const quantities = rows.map((row) => quantitiesOf(row, items, of));
  const mean = items.map((_, at) => quantities.reduce((sum, row) => sum + (row[at] ?? 0), 0) / Math.max(1, n));
  const product = (row: readonly number[], a: number, b: number) =>
    ((row[a] ?? 0) - (mean[a] ?? 0)) * ((row[b] ?? 0) - (mean[b] ?? 0));
  const covariance = items.map((_, a) =>
    items.map(
      (_, b) => quantities.reduce((sum, row) => sum + product(row, a, b), 0) / Math.max(1, n - 1) / Math.max(1, n),
    ),
  );
  return { n, mean, covariance };
}

function quantitiesOf(row: StudyRow, items: readonly PricedItem[], of: ReoffencesOf): readonly number[] {
  const listed = new Set(items.flatMap(({ codes }) => codes));
  return items.map(({ counts, codes }) => {
    switch (counts) {
      case 'police-hour':
        return (row.policeMinutes ?? 0) / 60;
      case 'court-case':
        return Number(row.appearedInCourt === true);
      case 'scheme-place':
        return Number(row.startedOn !== null);
      case 'reoffence':
        return reoffencesInWindow(row, of, COST_WINDOW_MONTHS).filter(({ offenceCode }) =>
          codes.length === 0 ? !listed.has(offenceCode ?? '') : codes.includes(offenceCode ?? ''),
        ).length;
      case 'other':
        return 0;
    }
  });
}
