import type { GroupBy } from '../domain/cohort/groups.ts';

export interface MeasureOptions {
  /** Figures for each group of this column too, beside everybody's. */
  readonly by?: GroupBy;
}

export interface WindowOptions extends MeasureOptions {
  /** Months after the index day; 6, 12 and 24 where they are left out. */
  readonly windows?: readonly number[];
}

export const USUAL_WINDOWS: readonly number[] = [6, 12, 24];
