import { ok, refuse, type Result } from '../../../shared/result.ts';
import { plainName } from '../column-name.ts';
import { firstLineWords, isOtherSeparator, OTHER_SEPARATOR } from '../first-line.ts';
import { readableText } from '../readable-text.ts';
import { keysIn, tableFrom } from '../../../shared/tables.ts';

const COLUMNS = {
  crimeId: 'crime id',
  month: 'month',
  crimeType: 'crime type',
  outcome: 'last outcome category',
} as const;

/** The columns that say whose crime it was, the most telling first. */
const FORCE = ['force id', 'force', 'falls within', 'reported by'];

export interface StreetHeader {
  readonly width: number;
  /** Where each column is; -1 for the crime's id where the file does not have it. */
  readonly at: Readonly<Record<keyof typeof COLUMNS, number>>;
  readonly force: readonly number[];
  readonly names: readonly string[];
}

export interface StreetHeaderRefusal {
  readonly code: 'stop-and-search-file' | 'outcomes-file' | 'other-separator' | 'not-street-crime' | 'no-row-usable';
  readonly problem: string;
  readonly remedy: string;
}

const REMEDY =
  'give a street-crime file from data.police.uk, whose header has Month, Crime type and Last outcome category';

/** Finds the columns by name, in any order. Refuses a file of another kind. */
export function parseStreetHeader(row: readonly string[]): Result<StreetHeader, StreetHeaderRefusal> {
  const names = row.map((field) => readableText(field).text.replace('\uFEFF', '').trim());
  const plain = names.map(plainName);
  if (plain.includes('object of search')) {
    const problem = 'is a stop-and-search file, not a street-crime file';
    return refuse({ code: 'stop-and-search-file', problem, remedy: REMEDY });
  }
  if (plain.includes('outcome type')) {
    const problem = 'is a crime-outcomes file, not a street-crime file';
    return refuse({ code: 'outcomes-file', problem, remedy: REMEDY });
  }
  const missing = [COLUMNS.month, COLUMNS.crimeType, COLUMNS.outcome].filter((column) => !plain.includes(column));
  if (missing.length > 0) {
    if (isOtherSeparator(names)) return refuse({ code: 'other-separator', ...OTHER_SEPARATOR });
    const columns = missing.map((column) => `"${column.slice(0, 1).toUpperCase()}${column.slice(1)}"`).join(' or ');
    const problem = `has no column ${columns} in its first line, which is ${firstLineWords(names)}`;
    return refuse({ code: 'not-street-crime', problem, remedy: REMEDY });
  }
  const at = tableFrom(keysIn(COLUMNS), (column) => plain.indexOf(COLUMNS[column]));
  const force = FORCE.flatMap((name) => (plain.includes(name) ? [plain.indexOf(name)] : []));
  return ok({ width: row.length, at, force, names });
}
