import { groupOf, groupOfOfficerDefined, groupOfSelfDefined } from './ethnic-group.ts';

/** So many searches of persons that are the same in all that is counted. Null is "not recorded". */
export interface SearchCount {
  readonly object: 'drugs' | 'other' | null;
  /** A 16+1 code. */
  readonly selfDefined: string | null;
  /** A word of data.police.uk, or an IC code. */
  readonly officerDefined: string | null;
  readonly sex: string | null;
  readonly age: string | null;
  /** What the search came to, in a word; `no further action` and `not recorded` are two of them. */
  readonly outcome: string;
  /** Whether what was looked for was found. */
  readonly found: 'yes' | 'no' | null;
  readonly count: number;
  /** Of these, those that are the same as another search, where it cannot be told whether they are copies of it. */
  readonly likeAnother?: number;
  /** Copies of these searches, which `count` does not hold. */
  readonly copies?: number;
}

export type Grouping = 'ethnicity' | 'ethnicity as the officer saw it' | 'sex' | 'age';

export const GROUPINGS: Readonly<Record<Grouping, (search: SearchCount) => string | null>> = {
  ethnicity: ({ selfDefined, officerDefined }) => groupOf(selfDefined, officerDefined),
  'ethnicity as the officer saw it': ({ officerDefined }) => groupOfOfficerDefined(officerDefined),
  sex: ({ sex }) => sex,
  age: ({ age }) => age,
};

/** How many searches there are. */
export function searchesIn(searches: readonly SearchCount[]): number {
  return searches.reduce((sum, { count }) => sum + count, 0);
}

/** Where the groups of these searches were taken from: what people said, what the officer saw, or neither. */
export function whereEthnicityIsFrom(searches: readonly SearchCount[]) {
  const from = { selfDefined: 0, officerDefined: 0, neither: 0 };
  for (const { selfDefined, officerDefined, count } of searches) {
    if (groupOfSelfDefined(selfDefined) !== null) from.selfDefined += count;
    else if (groupOfOfficerDefined(officerDefined) !== null) from.officerDefined += count;
    else from.neither += count;
  }
  return from;
}
