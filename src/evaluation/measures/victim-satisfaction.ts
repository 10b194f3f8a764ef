/**
 * Satisfaction of victims. Most drug offences have none: where there is no victim nothing is recorded. What is
 * counted is said in `SURVEY_HEADER` and below.
 */
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured } from '../domain/measured.ts';
import type { MeasureOptions } from './measure-options.ts';
import { satisfaction, SURVEY_HEADER } from './satisfaction.ts';

export function victimSatisfaction(cohort: StudyCohort, options: MeasureOptions = {}): Measured {
  return satisfaction(cohort, {
    measure: 'victim-satisfaction',
    options,
    header: {
      ...SURVEY_HEADER,
      title: 'Satisfaction of victims',
      base: 'Every victim asked. Where an offence has no victim nothing is recorded.',
      source:
        'Satisfaction of victims was an outcome of Operation Turning Point (its research map). The scale is assumed.',
    },
    wasAsked: ({ victimSurveyAsked }) => victimSurveyAsked,
    answerOf: ({ victimSatisfaction: answer }) => answer,
  });
}
