import { knownNumber } from '../../../eligibility/index.ts';
import type { DrugsBy } from './search-object.ts';
import type { SearchOutcome } from './outcomes.ts';
import type { KnownFacts } from './search-facts.ts';
import { searchKinds, type SearchKind } from './search-kinds.ts';
import type { Search } from './search-reader.ts';

/** So many searches of persons that are the same in all that is counted. Null is "not recorded". */
export interface SearchCell {
  /** The force's id; null where neither the caller nor the row says whose search it was. */
  readonly force: string | null;
  /** What was looked for, by the power or the object of the search; null where neither tells. */
  readonly object: 'drugs' | 'other' | null;
  /** How it is known that it was drugs; two of these ways are contradictions. Null where it was not. */
  readonly drugsBy: DrugsBy | null;
  /** A 16+1 or 18+1 code, the letter of a group where only that is given, NS where the person did not say. */
  readonly selfDefined: string | null;
  /** White, Black, Asian, Mixed or Other: what the officer took the person to be. */
  readonly officerDefined: string | null;
  readonly sex: string | null;
  /** As data.police.uk writes it: under 10, 10-17, 18-24, 25-34, over 34. */
  readonly age: string | null;
  readonly outcome: SearchOutcome;
  /**
   * Whether what was looked for was found: `yes` where the search came to something (an arrest, a warning, ...) that the
   * file says was linked to the object of the search; `no` where it came to nothing or to something else; null where
   * the outcome or the link is not recorded.
   */
  readonly found: 'yes' | 'no' | null;
  readonly count: number;
  /** Of these, the ones that are the same as another search, where it cannot be told whether they are copies of it. */
  readonly likeAnother: number;
  /** Copies of these searches, which are not counted. */
  readonly copies: number;
}

/** Searches counted as they are read, from one file or several. Memory grows with the kinds of search, not with rows. */
export interface SearchCells {
  /** Begins a file; what it handles is counted once `finish` was called. */
  ofFile(): { readonly handle: (search: Search) => void; readonly finish: () => void };
  cells(): SearchCell[];
  /** The months in London that each force has searches of, as 2019-12. */
  months(): ForceMonths[];
}

export interface ForceMonths {
  /** As in the cells. */
  readonly force: string | null;
  readonly months: readonly string[];
}

/** More kinds than this are counted together before they grow. */
const MOST_KINDS = 65_536;

type CellCounts = Pick<SearchCell, 'count' | 'likeAnother' | 'copies'>;
type Kind = Omit<SearchCell, keyof CellCounts>;

/** Nothing counted yet. */
export function searchCells(): SearchCells {
  const counted = new Map<string, { readonly kind: Kind; count: number; likeAnother: number; copies: number }>();
  const months = new Map<string | null, Set<string>>();
  let last: { readonly day: string; readonly force: string | null } = { day: '', force: null };

  function addMonth({ day, force, likeness }: Search): void {
    if ((day === last.day && force === last.force) || likeness === 'copy') return;
    last = { day, force };
    const own = months.get(force) ?? new Set();
    months.set(force, own.add(day.slice(0, 7)));
  }

  function addKind({ search, count, likeAnother, copies }: SearchKind): void {
    const kind = kindOf(search);
    const key = Object.values(kind).join('|');
    const held = counted.get(key) ?? { kind, count: 0, likeAnother: 0, copies: 0 };
    counted.set(key, held);
    held.count += count;
    held.likeAnother += likeAnother;
    held.copies += copies;
  }

  return {
    ofFile() {
      const kinds = searchKinds({ byEthnicity: true });
      const finish = (): void => kinds.take().forEach(addKind);
      return {
        handle(search) {
          addMonth(search);
          kinds.add(search, search.force);
          if (kinds.size >= MOST_KINDS) finish();
        },
        finish,
      };
    },
    cells: () =>
      [...counted.values()].map(({ kind, count, likeAnother, copies }) => ({ ...kind, count, likeAnother, copies })),
    months: () => [...months].map(([force, own]) => ({ force, months: [...own].sort() })),
  };
}

function kindOf({ force, age, sex, selfDefined, officerDefined, offence }: Search): Kind {
  const { object, drugsBy, outcome, found } = offence;
  return {
    force,
    object,
    drugsBy,
    selfDefined: selfDefined.meaning ?? null,
    officerDefined: officerDefined.meaning ?? null,
    sex: sexOf(sex.meaning),
    age: ageOf(age.meaning),
    outcome: outcome.kind,
    found,
  };
}

function sexOf(known: KnownFacts | undefined): string | null {
  const sex = known?.['sex'];
  return typeof sex === 'string' ? sex : null;
}

const AGES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [undefined, 'under 10'],
  [10, '10-17'],
  [18, '18-24'],
  [25, '25-34'],
  [35, 'over 34'],
]);

function ageOf(known: KnownFacts | undefined): string | null {
  const age = knownNumber(known?.['age']);
  return typeof age === 'object' && !('oneOf' in age) ? (AGES.get(age.from) ?? null) : null;
}
