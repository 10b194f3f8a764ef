import { ok, refuse, type Result } from '../../../shared/result.ts';
import { plainName } from '../column-name.ts';
import type { FindingLedger } from '../finding-ledger.ts';
import { firstLineWords, isOtherSeparator, OTHER_SEPARATOR } from '../first-line.ts';
import { readableText } from '../readable-text.ts';
import type { FindingCode } from './finding-codes.ts';
import { keysIn, tableFrom } from '../../../shared/tables.ts';

/** The columns that are read, each by the names it goes by: in the files, and in the site's API. */
const READ = {
  type: ['type'],
  date: ['date', 'datetime'],
  isOperation: ['part of a policing operation'],
  operation: ['policing operation'],
  latitude: ['latitude'],
  longitude: ['longitude'],
  gender: ['gender'],
  ageRange: ['age range'],
  selfDefined: ['self defined ethnicity'],
  officerDefined: ['officer defined ethnicity'],
  power: ['legislation'],
  object: ['object of search'],
  outcome: ['outcome'],
  link: ['outcome linked to object of search'],
  clothing: ['removal of more than just outer clothing'],
} as const;

/** The columns of the format: all of them, and no others, tell a search from its copy. */
export type ReadColumn = keyof typeof READ;

/** The columns' names as data.police.uk writes them, for messages. */
const NAMES: Readonly<Record<ReadColumn, string>> = {
  type: 'Type',
  date: 'Date',
  isOperation: 'Part of a policing operation',
  operation: 'Policing operation',
  latitude: 'Latitude',
  longitude: 'Longitude',
  gender: 'Gender',
  ageRange: 'Age range',
  selfDefined: 'Self-defined ethnicity',
  officerDefined: 'Officer-defined ethnicity',
  power: 'Legislation',
  object: 'Object of search',
  outcome: 'Outcome',
  link: 'Outcome linked to object of search',
  clothing: 'Removal of more than just outer clothing',
};

/** No fact that a scheme may turn on comes from these: who counts them says where they are missing. */
const NO_FACTS: readonly ReadColumn[] = [
  'isOperation',
  'operation',
  'latitude',
  'longitude',
  'selfDefined',
  'officerDefined',
  'clothing',
];

/** Without these a row can be neither told from a vehicle's nor dated. */
const NEEDED: readonly ReadColumn[] = ['type', 'date'];

/** Columns that name the force, added by people who join files. */
const FORCE = ['force', 'force id', 'force name', 'police force', 'reported by', 'falls within', 'source file'];

/** A column of people who join files of several months; the date says the same. */
const UNREAD = ['month'];

export interface StopAndSearchHeader {
  readonly width: number;
  /** Where each column is; -1 where the file does not have it. */
  readonly at: Readonly<Record<ReadColumn, number>>;
  /** Each column's name as the file writes it; as data.police.uk does where the file does not have it. */
  readonly name: Readonly<Record<ReadColumn, string>>;
  /** The names of all columns, as the file writes them. */
  readonly names: readonly string[];
  /** Where the columns are that name the force. */
  readonly force: readonly number[];
}

/** Where a reader finds its columns and puts its findings. */
export interface ReadingPlace {
  readonly header: StopAndSearchHeader;
  readonly ledger: FindingLedger<FindingCode>;
}

export interface HeaderRefusal {
  readonly code: 'street-crime-file' | 'outcomes-file' | 'other-separator' | 'not-stop-and-search' | 'no-row-usable';
  readonly problem: string;
  readonly remedy: string;
}

const REMEDY = 'give a stop-and-search file from data.police.uk, whose header has Type, Date and Object of search';

/**
 * Finds the columns by name, in any order, whatever the capitals and the signs between words. Columns that are missing,
 * repeated or not of the format go into the ledger; a file of another kind is refused.
 */
export function parseHeader(
  row: readonly string[],
  ledger: FindingLedger<FindingCode>,
): Result<StopAndSearchHeader, HeaderRefusal> {
  const names = row.map((field) => readableText(field).text.replace('\uFEFF', '').trim());
  const plain = names.map(plainName);
  const other = otherKind(plain, names);
  if (other) return refuse(other);

  const columns = keysIn(READ);
  const at = tableFrom(columns, (column) => {
    const aliases: readonly string[] = READ[column];
    return plain.findIndex((candidate) => aliases.includes(candidate));
  });
  const name = tableFrom(columns, (column) => names[at[column]] ?? NAMES[column]);
  for (const column of columns) {
    if (at[column] < 0 && !NO_FACTS.includes(column)) ledger.counter('column-missing', NAMES[column]).add(null);
  }
  noteOddColumns(plain, names, ledger);
  const force = plain.flatMap((candidate, index) => (FORCE.includes(candidate) ? [index] : []));
  return ok({ width: row.length, at, name, names, force });
}

/** What the file is instead, where it is not a stop-and-search file. */
function otherKind(plain: readonly string[], names: readonly string[]): HeaderRefusal | null {
  if (plain.includes('crime type')) {
    return { code: 'street-crime-file', problem: 'is a street-crime file, not a stop-and-search file', remedy: REMEDY };
  }
  if (plain.includes('outcome type')) {
    return { code: 'outcomes-file', problem: 'is a crime-outcomes file, not a stop-and-search file', remedy: REMEDY };
  }
  const missing = NEEDED.filter((column) => !plain.some((name) => (READ[column] as readonly string[]).includes(name)));
  if (missing.length === 0) return null;
  if (isOtherSeparator(names)) return { code: 'other-separator', ...OTHER_SEPARATOR };
  const columns = missing.map((column) => `"${NAMES[column]}"`).join(' or ');
  const problem = `has no column ${columns} in its first line, which is ${firstLineWords(names)}`;
  return { code: 'not-stop-and-search', problem, remedy: REMEDY };
}

function noteOddColumns(plain: readonly string[], names: readonly string[], ledger: FindingLedger<FindingCode>): void {
  const known = new Set<string>([...Object.values(READ).flat(), ...FORCE, ...UNREAD]);
  plain.forEach((candidate, index) => {
    const shown = names[index] === '' ? '(no name)' : (names[index] ?? '');
    if (!known.has(candidate)) ledger.counter('column-not-used', shown).add(null);
    else if (plain.indexOf(candidate) < index) ledger.counter('column-repeated', shown).add(null);
  });
}
