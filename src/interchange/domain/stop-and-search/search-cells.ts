import { namedForce } from './named-force.ts';
import type { Force } from '../../../reference/index.ts';
import { OFFICER_DEFINED, SELF_DEFINED } from './ethnicities.ts';
import { OUTCOMES, OUTCOME_NOT_KNOWN, type OutcomeMeaning, type SearchOutcome } from './outcomes.ts';
import type { RecordHandler } from './record-import.ts';
import type { SearchRecord } from './record-reader.ts';
import { wordReader, type NumberedRow, type ReadingPlace } from './row-fields.ts';
import { LINKS } from './search-facts.ts';

/** So many searches of persons that are the same in all that is counted. Null is "not recorded". */
export interface SearchCell {
  /** The force's id; null where neither the caller nor the row says whose search it was. */
  readonly force: string | null;
  readonly object: 'drugs' | 'other' | null;
  /** A 16+1 code, NS where the person did not say. */
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
}

/** Searches counted as they are read, from one file or several. Memory grows with the kinds of search, not with rows. */
export interface SearchCells {
  /** What handles the records of one file; where `force` is null each row names its own. */
  handlerOf(place: ReadingPlace, force: string | null): RecordHandler;
  cells(): SearchCell[];
  /** The months in London that each force has searches of, as 2019-12. */
  months(): ForceMonths[];
}

export interface ForceMonths {
  /** As in the cells. */
  readonly force: string | null;
  readonly months: readonly string[];
}

/** Nothing counted yet. */
export function searchCells(forces: readonly Force[]): SearchCells {
  const counted = new Map<string, { readonly cell: Omit<SearchCell, 'count'>; count: number }>();
  const months = new Map<string | null, Set<string>>();
  let last: { readonly month: string; readonly force: string | null } = { month: '', force: null };
  return {
    handlerOf(place, force) {
      const kindOf = kindReader(place);
      const forceOf = force === null ? forceReader(place, forces) : () => force;
      return (record, row) => {
        const forceId = forceOf(row);
        const kind = kindOf(record, row);
        const key = keyOf(forceId, kind);
        const held = counted.get(key);
        if (held) held.count += 1;
        else counted.set(key, { cell: { force: forceId, ...kind }, count: 1 });
        const month = record.day.slice(0, 7);
        if (month === last.month && forceId === last.force) return;
        last = { month, force: forceId };
        months.set(forceId, (months.get(forceId) ?? new Set()).add(month));
      };
    },
    cells: () => [...counted.values()].map(({ cell, count }) => ({ ...cell, count })),
    months: () => [...months].map(([force, own]) => ({ force, months: [...own].sort() })),
  };
}

function keyOf(force: string | null, kind: Kind): string {
  const { object, selfDefined, officerDefined, sex, age, outcome, found } = kind;
  return `${force}|${object}|${selfDefined}|${officerDefined}|${sex}|${age}|${outcome}|${found}`;
}

type Kind = Omit<SearchCell, 'force' | 'count'>;

/** The objects of a search; any other word is another object. */
const DRUGS: ReadonlyMap<string, 'drugs'> = new Map([['Controlled drugs', 'drugs']]);

function kindReader(place: ReadingPlace): (record: SearchRecord, row: NumberedRow) => Kind {
  noteMissing(place);
  const plain = { blank: null, notRecognised: null };
  const selfDefinedOf = wordReader(place, {
    column: 'selfDefined',
    meanings: SELF_DEFINED,
    blank: 'ethnicity-not-given',
    notRecognised: 'ethnicity-not-recognised',
  });
  const officerDefinedOf = wordReader(place, {
    column: 'officerDefined',
    meanings: OFFICER_DEFINED,
    blank: 'ethnicity-not-given',
    notRecognised: 'ethnicity-not-recognised',
  });
  const drugsOf = wordReader(place, { ...plain, column: 'object', meanings: DRUGS });
  const outcomeOf = wordReader(place, { ...plain, column: 'outcome', meanings: OUTCOMES });
  const linkOf = wordReader(place, { ...plain, column: 'link', meanings: LINKS });
  const objectAt = place.header.at.object;

  return (record, row) => {
    const outcome = outcomeOf(row) ?? OUTCOME_NOT_KNOWN;
    const hasObject = objectAt >= 0 && (row.fields[objectAt] ?? '').trim() !== '';
    const object = drugsOf(row) ?? (hasObject ? 'other' : null);
    return {
      object,
      selfDefined: selfDefinedOf(row) ?? null,
      officerDefined: officerDefinedOf(row) ?? null,
      sex: sexOf(record),
      age: ageOf(record),
      outcome: outcome.kind,
      found: foundOf(outcome, object, linkOf(row)),
    };
  };
}

/** A warning for cannabis or khat says by itself that drugs were found, whatever the link says. */
function foundOf(
  outcome: OutcomeMeaning,
  object: SearchCell['object'],
  isLinked: boolean | undefined,
): SearchCell['found'] {
  if (outcome.isOfAFind === null) return null;
  if (!outcome.isOfAFind) return 'no';
  if (outcome.isDrugWarning && object === 'drugs') return 'yes';
  return isLinked === undefined ? null : isLinked ? 'yes' : 'no';
}

function sexOf({ person: [, sex] }: SearchRecord): string | null {
  return typeof sex['sex'] === 'string' ? sex['sex'] : null;
}

const AGES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [undefined, 'under 10'],
  [10, '10-17'],
  [18, '18-24'],
  [25, '25-34'],
  [35, 'over 34'],
]);

function ageOf({ person: [known] }: SearchRecord): string | null {
  const age = known['age'];
  return typeof age === 'object' && !('oneOf' in age) ? (AGES.get((age as { from?: number }).from) ?? null) : null;
}

/** The force that a row names in a column of the kind that people add when they join files. */
function forceReader({ header }: ReadingPlace, forces: readonly Force[]): (row: NumberedRow) => string | null {
  const known = new Map<string, string | null>();
  const named = (text: string): string | null => {
    if (!known.has(text)) known.set(Array.from(text).join(''), namedForce(text, forces));
    return known.get(text) ?? null;
  };
  return ({ fields }) => {
    for (const at of header.force) {
      const force = named(fields[at] ?? '');
      if (force !== null) return force;
    }
    return null;
  };
}

function noteMissing({ header, ledger }: ReadingPlace): void {
  for (const column of ['selfDefined', 'officerDefined'] as const) {
    if (header.at[column] < 0) ledger.counter('column-missing', header.name[column]).add(null);
  }
}
