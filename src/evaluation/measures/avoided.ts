import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { countOf, sentence } from '../domain/disclosure/sentence.ts';
import { pairedFigures, type FactAndWord } from './figures/paired-figures.ts';
import type { MeasureOptions } from './measure-options.ts';

export interface Avoided {
  readonly measure: string;
  readonly header: MeasureHeader;
  readonly what: string;
  /** Null where one of the two is not recorded. */
  readonly caseOf: (row: StudyRow) => FactAndWord | null;
  readonly options: MeasureOptions;
}

/** What was avoided among those offered, by holding what happened against the officer's word on what would have. */
export function avoided({ rows }: StudyCohort, { measure, header, what, caseOf, options }: Avoided): Measured {
  const offered = rows.filter(({ offeredOn }) => offeredOn !== null);
  const known = offered.filter((row) => caseOf(row) !== null);
  const figures = groupsOf(known, options.by).flatMap(({ of, rows }) =>
    pairedFigures(
      of,
      what,
      rows.flatMap((row) => caseOf(row) ?? []),
    ),
  );
  const left = offered.length - known.length;
  const warnings = [
    sentence`What would have happened is the word of the officer at the offer, not an observation. A comparison with people who were not offered the scheme is the better evidence.`,
    ...(left > 0
      ? [
          sentence`Of ${countOf(left, offered.length, 'some of the')} offered, the outcome or the officer’s word is not recorded. They are left out.`,
        ]
      : []),
  ];
  const count = (line: string) => ({ what: `${what}, ${line}`, part: 'count' as const });
  const sums = [
    {
      whole: count('without the scheme by the officer’s word'),
      parts: [count('in fact'), count('avoided on balance')],
    },
  ];
  return { measure, header, figures, warnings, sums };
}

/** The words for clock, window and base that these measures share. */
export const AVOIDED_HEADER = {
  denominator: 'Index events with an offer of which both the outcome and the officer’s word are recorded.',
  clock: 'Starts on the day of the offer.',
  window: 'Up to the last day of the data.',
  base: 'Everybody offered, whether they completed or not: people who are sent back count against the scheme.',
  censoring: 'Cases that are not finished, or of which the officer’s word is not recorded, are left out and counted.',
  method: 'Shares with Wilson’s 95% interval; the difference per person by Student’s t.',
} as const;
