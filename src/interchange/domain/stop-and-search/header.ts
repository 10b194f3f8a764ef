import { ok, refuse, type Result } from '../../../shared/result.ts';
import { plainName } from '../column-name.ts';
import type { FindingLedger } from '../finding-ledger.ts';
import { readableText } from '../readable-text.ts';
import type { FindingCode } from './finding-codes.ts';

/** The columns that are read, each by the names it goes by: in the files, and in the site's API. */
const READ = {
  type: ['type'],
  date: ['date', 'datetime'],
  gender: ['gender'],
  ageRange: ['age range'],
  object: ['object of search'],
  outcome: ['outcome'],
  link: ['outcome linked to object of search'],
  selfDefined: ['self defined ethnicity'],
  officerDefined: ['officer defined ethnicity'],
} as const;

export type ReadColumn = keyof typeof READ;

/** The columns' names as data.police.uk writes them, for messages. */
const NAMES: Readonly<Record<ReadColumn, string>> = {
  type: 'Type',
  date: 'Date',
  gender: 'Gender',
  ageRange: 'Age range',
  object: 'Object of search',
  outcome: 'Outcome',
  link: 'Outcome linked to object of search',
  selfDefined: 'Self-defined ethnicity',
  officerDefined: 'Officer-defined ethnicity',
};

/** No fact that a scheme may turn on comes from these: who counts them says where they are missing. */
const NO_FACTS: readonly ReadColumn[] = ['selfDefined', 'officerDefined'];

/** Without these a row can be neither told from a vehicle's nor dated. */
const NEEDED: readonly ReadColumn[] = ['type', 'date'];

/** Columns that name the force, added by people who join files. */
const FORCE = ['force', 'force id', 'force name', 'police force', 'reported by', 'falls within', 'source file'];

/** Columns of the format that are not read. */
const UNREAD = [
  'part of a policing operation',
  'policing operation',
  'latitude',
  'longitude',
  'legislation',
  'removal of more than just outer clothing',
  'month',
];

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

export interface HeaderRefusal {
  readonly code: 'street-crime-file' | 'outcomes-file' | 'other-separator' | 'not-stop-and-search';
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
  const names = row.map((field) => readableText(field).text.trim());
  const plain = names.map(plainName);
  const other = otherKind(plain, names);
  if (other) return refuse(other);

  const at = {} as Record<ReadColumn, number>;
  const name = {} as Record<ReadColumn, string>;
  for (const column of Object.keys(READ) as ReadColumn[]) {
    const aliases: readonly string[] = READ[column];
    at[column] = plain.findIndex((candidate) => aliases.includes(candidate));
    name[column] = names[at[column]] ?? NAMES[column];
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
  if (names.length === 1 && names.some((name) => /[;\t|]/.test(name))) {
    return { code: 'other-separator', problem: 'is not separated by commas', remedy: 'save it with commas (CSV)' };
  }
  const columns = missing.map((column) => `"${NAMES[column]}"`).join(' or ');
  return { code: 'not-stop-and-search', problem: `has no column ${columns} in its first line`, remedy: REMEDY };
}

function noteOddColumns(plain: readonly string[], names: readonly string[], ledger: FindingLedger<FindingCode>): void {
  const known = new Set<string>([...Object.values(READ).flat(), ...FORCE, ...UNREAD]);
  plain.forEach((candidate, index) => {
    const shown = names[index] ?? '';
    if (!known.has(candidate)) ledger.counter('column-not-used', shown).add(null);
    else if (plain.indexOf(candidate) < index) ledger.counter('column-repeated', shown).add(null);
  });
}
