import type { Search } from './search-reader.ts';

/** Searches of one file that are the same in all that is asked about them. */
export interface SearchKind {
  /** The first of them, which stands for all. */
  readonly search: Search;
  /** How many there are, copies not counted. */
  count: number;
  /** How many of those counted are the same as a search before, where it cannot be told whether they are copies. */
  likeAnother: number;
  /** How many copies there are besides. */
  copies: number;
}

export interface SearchKinds {
  /** Counts a search. `apart`: searches of which this differs are kept apart, whatever else they have in common. */
  add(search: Search, apart: string | number | null): void;
  /** Hands over what was counted since it was last asked. */
  take(): SearchKind[];
  /** How many kinds there are by now. */
  readonly size: number;
}

/** More than the meanings of each column, "none" among them. */
const ROOM = { age: 16, sex: 16, selfDefined: 64, officerDefined: 16 } as const;

/**
 * Counts searches by kind. Rows are many and kinds are few: what is done for each kind, such as deciding it against every
 * scheme, costs next to nothing beside reading the rows. `byEthnicity`: whether all that is counted keeps searches apart,
 * ethnicity among it; otherwise only what a decision can turn on.
 */
export function searchKinds({ byEthnicity }: { readonly byEthnicity: boolean }): SearchKinds {
  let tables = new Map<string | number | null, Map<number, SearchKind>>();
  let last: { readonly apart: string | number | null; readonly table: Map<number, SearchKind> } | null = null;
  let size = 0;

  function tableOf(apart: string | number | null): Map<number, SearchKind> {
    // Rows are in order of time, mostly, and of one force.
    if (last !== null && last.apart === apart) return last.table;
    const table = tables.get(apart) ?? new Map<number, SearchKind>();
    tables.set(apart, table);
    last = { apart, table };
    return table;
  }

  return {
    get size() {
      return size;
    },
    add(search, apart) {
      const table = tableOf(apart);
      const key = byEthnicity ? keyWithEthnicity(search) : keyOf(search);
      let kind = table.get(key);
      if (kind === undefined) {
        kind = { search, count: 0, likeAnother: 0, copies: 0 };
        table.set(key, kind);
        size += 1;
      }
      if (search.likeness === 'copy') kind.copies += 1;
      else {
        kind.count += 1;
        if (search.likeness === 'like-another') kind.likeAnother += 1;
      }
    },
    take() {
      const kinds = [...tables.values()].flatMap((table) => [...table.values()]);
      tables = new Map();
      last = null;
      size = 0;
      return kinds;
    },
  };
}

/** All that a decision can turn on: of the offence, what is known of it. */
function keyOf({ offence, age, sex }: Search): number {
  return (offence.findCode * ROOM.age + age.code) * ROOM.sex + sex.code;
}

function keyWithEthnicity({ offence, age, sex, selfDefined, officerDefined }: Search): number {
  const person = (age.code * ROOM.sex + sex.code) * ROOM.selfDefined + selfDefined.code;
  return (offence.code * ROOM.age * ROOM.sex * ROOM.selfDefined + person) * ROOM.officerDefined + officerDefined.code;
}
