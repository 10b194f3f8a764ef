import type { SubgroupName } from '../domain/plan/plan-words.ts';
import { groupOf } from '../domain/disproportionality/ethnic-group.ts';
import type { Subject } from './study-sample.ts';

const AGE_BANDS: readonly (readonly [number, string])[] = [
  [18, 'under 18'],
  [25, '18 to 24'],
  [35, '25 to 34'],
  [50, '35 to 49'],
  [Number.POSITIVE_INFINITY, '50 and over'],
];

/** The group of a subject in one way of dividing people, in words; `not recorded` where it is not known. */
export function groupOfPerson({ row }: Subject, by: SubgroupName): string {
  return groupOfRow(row, by) ?? 'not recorded';
}

function groupOfRow(row: Subject['row'], by: SubgroupName): string | null {
  switch (by) {
    case 'sex':
      return row.sex;
    case 'age_band': {
      const { age } = row;
      return age === null ? null : (AGE_BANDS.find(([below]) => age < below)?.[1] ?? null);
    }
    case 'ethnicity':
      return groupOf(row.ethnicitySelfDefined, row.ethnicityOfficerDefined);
    case 'offence_group':
      return row.offenceGroup;
    case 'drug':
      return row.drug;
    case 'prior_offending':
      return row.priorOffences === null ? null : row.priorOffences === 0 ? 'none before' : 'one or more before';
    case 'prior_treatment':
      return row.priorTreatment === null ? null : row.priorTreatment ? 'in treatment before' : 'not before';
    case 'force':
      return row.force;
    case 'stratum':
      return row.stratum;
  }
}
