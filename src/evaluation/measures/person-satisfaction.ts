/** Satisfaction of the person dealt with. What is counted is said in `SURVEY_HEADER` and below. */
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
