/** Every measure, in the order of reports. */
import type { GroupBy } from '../domain/cohort/groups.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { UnitCosts } from '../domain/costs/unit-costs.ts';
import type { OutcomeTypeRule } from '../domain/disposals/outcome-type-rule.ts';
import type { HarmWeights } from '../domain/harm/harm-weights.ts';
import type { Measured } from '../domain/measured.ts';
import { clockAndMaturity } from './clock-and-maturity.ts';
import { costPerCase } from './cost-per-case.ts';
import { courtCasesAvoided } from './court-cases-avoided.ts';
import { criminalRecordsAvoided } from './criminal-records-avoided.ts';
import { disproportionality } from './disproportionality.ts';
import { entryToTreatment } from './entry-to-treatment.ts';
import { harmWeightedReoffending } from './harm-weighted-reoffending.ts';
import { netWidening } from './net-widening.ts';
import { offeredToCompleted } from './offered-to-completed.ts';
import { personSatisfaction } from './person-satisfaction.ts';
import { policeHours } from './police-hours.ts';
import { positiveDisposals } from './positive-disposals.ts';
import { reoffendingFrequency } from './reoffending-frequency.ts';
import { reoffendingRate } from './reoffending-rate.ts';
import { timeToContactAndStart } from './time-to-contact-and-start.ts';
import { timeToReoffending } from './time-to-reoffending.ts';
import { victimSatisfaction } from './victim-satisfaction.ts';

/** What measures may need beside the cohort. */
export interface MeasureInputs {
  readonly by?: GroupBy;
  /** From `reference/outcome-types.yaml`. */
  readonly outcomeTypes: readonly OutcomeTypeRule[];
  /** Null where the user gave no table: harm is then not weighed. */
  readonly weights: HarmWeights | null;
  /** Left out where costs are not asked for. */
  readonly unitCosts?: UnitCosts;
  /** Two groups of `by`: what a case of the first costs less than one of the second. */
  readonly saving?: { readonly of: string; readonly against: string };
}

const GROUPINGS = ['ethnicity', 'ethnicity-seen', 'sex', 'age'] as const;

/** Every measure of a cohort, in the order in which a report shows them. */
export function everyMeasure(
  cohort: StudyCohort,
  { by, outcomeTypes, weights, unitCosts, saving }: MeasureInputs,
): readonly Measured[] {
  const options = by === undefined ? {} : { by };
  return [
    clockAndMaturity(cohort, options),
    reoffendingRate(cohort, options),
    reoffendingFrequency(cohort, options),
    timeToReoffending(cohort, options),
    ...(weights === null ? [] : [harmWeightedReoffending(cohort, { ...options, weights })]),
    offeredToCompleted(cohort, options),
    timeToContactAndStart(cohort, options),
    positiveDisposals(cohort, { ...options, outcomeTypes }),
    criminalRecordsAvoided(cohort, options),
    courtCasesAvoided(cohort, options),
    policeHours(cohort, options),
    entryToTreatment(cohort, options),
    netWidening(cohort, options),
    personSatisfaction(cohort, options),
    victimSatisfaction(cohort, options),
    ...(unitCosts === undefined ? [] : [costPerCase(cohort, { ...options, unitCosts, ...(saving && { saving }) })]),
    ...GROUPINGS.map((grouping) => disproportionality(cohort, { grouping })),
  ];
}
