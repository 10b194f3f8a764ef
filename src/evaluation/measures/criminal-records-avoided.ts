/**
 * Criminal records avoided: charges and cautions there would have been without the scheme, less those there were.
 * What is counted is said in the measure's header.
 */
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import { NOT_YET_ASSIGNED } from '../domain/disposals/outcome-type-rule.ts';
import type { Measured } from '../domain/measured.ts';
import { avoided, AVOIDED_HEADER } from './avoided.ts';
import type { MeasureOptions } from './measure-options.ts';

/** Outcome types by which a person is criminalised: the flag of the national evaluation's own code (S-PDD). */
const CRIMINALISING: ReadonlySet<string> = new Set(['1', '1A', '3', '3A']);

export function criminalRecordsAvoided(cohort: StudyCohort, options: MeasureOptions = {}): Measured {
  return avoided(cohort, {
    measure: 'criminal-records-avoided',
    what: 'criminalised',
    options,
    header: {
      ...AVOIDED_HEADER,
      title: 'Criminal records avoided',
      numerator:
        'Cases that would have ended in a charge or an adult caution, less those that did (outcome types 1, 1A, 3 and 3A).',
      source:
        'The flag “criminalised” in the published code of the national evaluation (pdd_analysis_public). A charge is not yet a conviction.',
    },
    caseOf: ({ outcomeType, withoutTheScheme }) =>
      outcomeType === null || outcomeType === NOT_YET_ASSIGNED || withoutTheScheme === null
        ? null
        : {
            inFact: CRIMINALISING.has(outcomeType),
            without: withoutTheScheme === 'prosecution' || withoutTheScheme === 'caution',
          },
  });
}
