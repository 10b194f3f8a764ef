/**
 * Clock and maturity: how many index events of each quarter can be reported on yet. What is counted is said in
 * `headerOf`.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import { MONTHS_FOR_PROOF } from '../domain/cohort/maturity.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Figure, Measured, MeasureHeader } from '../domain/measured.ts';
import { countFigure } from './figures/count-figure.ts';
import { matureRows } from './mature-rows.ts';
import type { MeasureOptions } from './measure-options.ts';

export interface MaturityOptions extends MeasureOptions {
  /** Months; 12 where it is left out. */
  readonly window?: number;
}

/** How many rows of each quarter of the index day are mature and how many are not. */
export function clockAndMaturity(cohort: StudyCohort, { by, window = 12 }: MaturityOptions = {}): Measured {
  const quarters = [...new Set(cohort.rows.map(quarterOf))].sort();
  const figures = groupsOf(cohort.rows, by).flatMap(({ of, rows }) =>
    quarters.flatMap((quarter): Figure[] => {
      const here = rows.filter((row) => quarterOf(row) === quarter);
      const mature = matureRows(here, window).length;
      return [
        countFigure({ of, what: `${quarter}, mature`, count: mature, n: here.length }),
        countFigure({ of, what: `${quarter}, not yet mature`, count: here.length - mature, n: here.length }),
      ];
    }),
  );
  return { measure: 'clock-and-maturity', header: headerOf(window), figures, warnings: [] };
}

/** The calendar quarter of the index day, as "2024 Q1". */
function quarterOf({ indexedOn }: StudyRow): string {
  return `${indexedOn.slice(0, 4)} Q${Math.ceil(Number(indexedOn.slice(5, 7)) / 3)}`;
}

function headerOf(window: number): MeasureHeader {
  return {
    title: 'Clock and maturity',
    numerator: `Index events whose ${window}-month window, with ${MONTHS_FOR_PROOF} months more for proof, lies within the data.`,
    denominator: 'Index events of the quarter.',
    clock: 'Starts on the index day. The quarter is that of the index day, never of proof or of data entry.',
    window: `${window} months by the calendar and ${MONTHS_FOR_PROOF} for proof: a ${window}-month figure is mature at ${window + MONTHS_FOR_PROOF}.`,
    base: 'Everybody in the cohort.',
    censoring: 'None: this measure shows how many people the others leave out.',
    method: 'Counts.',
    source:
      'After the Ministry of Justice’s proven reoffending, as Full Fact describes it. The six months for proof are assumed.',
  };
}
