/**
 * Satisfaction of the person dealt with.
 *
 * numerator    answers; answers of 4 or 5 out of 5
 * denominator  those asked; those who answered
 * clock        none: the survey is put once
 * window       up to the last day of the data
 * base         everybody asked, diverted or not
 * censoring    who did not answer is missing from satisfaction and shown in the response rate
 */
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured } from '../domain/measured.ts';
import type { MeasureOptions } from './measure-options.ts';
import { satisfaction, SURVEY_HEADER } from './satisfaction.ts';

export function personSatisfaction(cohort: StudyCohort, options: MeasureOptions = {}): Measured {
  return satisfaction(cohort, {
    measure: 'person-satisfaction',
    options,
    header: {
      ...SURVEY_HEADER,
      title: 'Satisfaction of the person',
      base: 'Everybody asked, diverted or not.',
      source: 'assumed: no survey of persons was found to follow.',
    },
    wasAsked: ({ personSurveyAsked }) => personSurveyAsked,
    answerOf: ({ personSatisfaction: answer }) => answer,
  });
}
