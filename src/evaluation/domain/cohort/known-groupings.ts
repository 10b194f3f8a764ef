import type { GroupBy } from './groups.ts';
import { BY_AGE, BY_ETHNICITY, BY_ETHNICITY_SEEN, BY_SEX } from './people-groups.ts';

/** The ways of giving figures by group that a person may ask for, by the words in which they ask. */
export const KNOWN_GROUPINGS: Readonly<Record<string, GroupBy>> = {
  force: 'force',
  scheme: 'scheme',
  arm: 'arm',
  stratum: 'stratum',
  sex: BY_SEX,
  age: BY_AGE,
  ethnicity: BY_ETHNICITY,
  'ethnicity-seen': BY_ETHNICITY_SEEN,
  'offence-group': 'offenceGroup',
  drug: 'drug',
  offered: { name: 'offered', groupOf: ({ offeredOn }) => offeredOn !== null },
  started: { name: 'started', groupOf: ({ startedOn }) => startedOn !== null },
};
