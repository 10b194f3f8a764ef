import { ETHNIC_GROUPS, type EthnicGroup } from './ethnic-group.ts';
import { tableFrom } from '../../../shared/tables.ts';

/** The ages of data.police.uk's files, as it writes them. */
export const AGE_BANDS = ['under 10', '10-17', '18-24', '25-34', 'over 34'] as const;

export type AgeBand = (typeof AGE_BANDS)[number];

/** Those who live in a force's area, or in the areas of several. */
export interface Population {
  /** The forces' ids. */
  readonly forces: readonly string[];
  readonly ethnicity: Readonly<Record<EthnicGroup, number>>;
  /** Null where the table that was given has none. */
  readonly age: Readonly<Record<AgeBand, number>> | null;
  /** Why residents are no fair number to set searches against; null where nothing speaks against it. */
  readonly caution: string | null;
  /** Whose figures these are. */
  readonly source: string;
}

/** The populations of several areas as one. A caution about one is a caution about all. */
export function joinedPopulation(populations: readonly Population[]): Population | null {
  const [first, ...others] = populations;
  return first === undefined ? null : others.reduce(join, first);
}

function join(a: Population, b: Population): Population {
  return {
    forces: [...a.forces, ...b.forces],
    ethnicity: sum(ETHNIC_GROUPS, a.ethnicity, b.ethnicity),
    age: a.age && b.age && sum(AGE_BANDS, a.age, b.age),
    caution: [...new Set([a.caution, b.caution])].filter((caution) => caution !== null).join(' ') || null,
    source: [...new Set([a.source, b.source])].join('; '),
  };
}

function sum<Key extends string>(
  keys: readonly Key[],
  a: Readonly<Record<Key, number>>,
  b: Readonly<Record<Key, number>>,
): Record<Key, number> {
  return tableFrom(keys, (key) => a[key] + b[key]);
}
