import { groupOfOfficerDefined, groupOfSelfDefined } from '../disproportionality/ethnic-group.ts';
import type { GroupBy } from './groups.ts';
import type { StudyRow } from './study-row.ts';

/** What a person said of themselves, and what the officer saw where they did not say: the coarse group. */
export const BY_ETHNICITY: GroupBy & object = {
  name: 'ethnicity',
  groupOf: ({ ethnicitySelfDefined, ethnicityOfficerDefined }: StudyRow) =>
    groupOfSelfDefined(ethnicitySelfDefined) ?? groupOfOfficerDefined(ethnicityOfficerDefined),
};

/** What the officer saw, whatever the person said. */
export const BY_ETHNICITY_SEEN: GroupBy & object = {
  name: 'ethnicity as the officer saw it',
  groupOf: ({ ethnicityOfficerDefined }: StudyRow) => groupOfOfficerDefined(ethnicityOfficerDefined),
};

export const BY_SEX: GroupBy & object = { name: 'sex', groupOf: ({ sex }: StudyRow) => sex };

const BANDS: readonly (readonly [number, string])[] = [
  [18, 'under 18'],
  [25, '18 to 24'],
  [35, '25 to 34'],
  [Number.POSITIVE_INFINITY, '35 and over'],
];

export const BY_AGE: GroupBy & object = {
  name: 'age',
  groupOf: ({ age }: StudyRow) => (age === null ? null : (BANDS.find(([below]) => age < below)?.[1] ?? null)),
};
