import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { countOf, sentence } from '../domain/disclosure/sentence.ts';
import { countFigure } from './figures/count-figure.ts';
import { meanFigure } from './figures/mean-figure.ts';
import { shareFigure } from './figures/share-figure.ts';
import type { MeasureOptions } from './measure-options.ts';

export interface Survey {
  readonly measure: string;
  readonly header: MeasureHeader;
  readonly wasAsked: (row: StudyRow) => boolean | null;
  readonly answerOf: (row: StudyRow) => number | null;
  readonly options: MeasureOptions;
}

const SATISFIED_FROM = 4;
/** Below this response rate a reader is told that those who answered may not be like those who did not. */
const LOW_RESPONSE = 0.6;

/** Response rate, share satisfied and mean score of a survey, for each group. */
export function satisfaction(
  { rows }: StudyCohort,
  { measure, header, wasAsked, answerOf, options }: Survey,
): Measured {
  const asked = rows.filter((row) => wasAsked(row) === true);
  const figures = groupsOf(rows, options.by).flatMap(({ of, rows }) => {
    const asked = rows.filter((row) => wasAsked(row) === true);
    const answers = asked.flatMap((row) => answerOf(row) ?? []);
    const satisfied = answers.filter((answer) => answer >= SATISFIED_FROM).length;
    const unknown = rows.filter((row) => wasAsked(row) === null).length;
    return [
      shareFigure({ of, what: 'answered, of those asked', count: answers.length, n: asked.length }),
      shareFigure({ of, what: 'satisfied (4 or 5), of those who answered', count: satisfied, n: answers.length }),
      meanFigure({ of, what: 'mean score, of those who answered', values: answers, unit: 'points' }),
      countFigure({ of, what: 'not recorded whether asked', count: unknown, n: rows.length }),
    ];
  });
  const answered = asked.filter((row) => answerOf(row) !== null).length;
  const isLow = asked.length > 0 && answered / asked.length < LOW_RESPONSE;
  const warnings = isLow
    ? [
        sentence`${countOf(answered, asked.length, 'Some of those asked')} answered. Those who did not may think otherwise, and nothing here allows for that.`,
      ]
    : [];
  return { measure, header, figures, warnings };
}

/** The words that both surveys share. */
export const SURVEY_HEADER = {
  numerator: 'Answers; answers of 4 or 5 on a scale from 1, very dissatisfied, to 5, very satisfied.',
  denominator: 'Of the response rate: those asked. Of satisfaction: those who answered.',
  clock: 'None: the survey is put once, when the scheme says.',
  window: 'Up to the last day of the data.',
  censoring: 'People who did not answer are missing from satisfaction and shown in the response rate.',
  method: 'Shares with Wilson’s 95% interval; mean by Student’s t.',
} as const;
