/**
 * Court cases avoided: appearances there would have been without the scheme, less those there were. What is counted
 * is said in the measure's header.
 */
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured } from '../domain/measured.ts';
import { avoided, AVOIDED_HEADER } from './avoided.ts';
import type { MeasureOptions } from './measure-options.ts';

export function courtCasesAvoided(cohort: StudyCohort, options: MeasureOptions = {}): Measured {
  return avoided(cohort, {
    measure: 'court-cases-avoided',
    what: 'in court',
    options,
    header: {
      ...AVOIDED_HEADER,
      title: 'Court cases avoided',
      numerator: 'Cases that would have been prosecuted, less those in which the person appeared in court.',
      source:
        'assumed: that a prosecution means an appearance. Some are dropped before, so avoided cases may be too many.',
    },
    caseOf: ({ appearedInCourt, withoutTheScheme }) =>
      appearedInCourt === null || withoutTheScheme === null
        ? null
        : { inFact: appearedInCourt, without: withoutTheScheme === 'prosecution' },
  });
}
