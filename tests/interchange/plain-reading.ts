/** A plain reading of stop-and-search files by another parser, all rows in memory: what this program is held against. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { londonDayOf } from '../../src/shared/calendar-day.ts';

export type Row = Readonly<Record<string, string>>;

/** All rows of a file, by csv-parse. */
export function plainRows(path: string): Row[] {
  const bytes = readFileSync(path);
  return parse<Row>(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

/** Columns that whoever kept the files added to those of the format. */
const ADDED = ['month', 'source_file'];

/** Whether a row has a time of day or a place: without both, copies cannot be told. */
function canBeTold(row: Row): boolean {
  const at = new Date(row['Date'] ?? '');
  const inLondon = at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' });
  const isMidnight = inLondon === '00:00:00' || at.toISOString().slice(11, 19) === '00:00:00';
  return !isMidnight || (row['Latitude'] !== '' && row['Longitude'] !== '');
}

/** The searches of persons among the rows, copies left out; and those of them that may be copies. */
export function searchesOf(rows: readonly Row[]): { readonly counted: readonly Row[]; readonly alike: readonly Row[] } {
  const seen = new Set<string>();
  const [counted, alike]: [Row[], Row[]] = [[], []];
  for (const row of rows.filter(({ Type }) => Type !== 'Vehicle search')) {
    const key = JSON.stringify(Object.entries(row).filter(([column]) => !ADDED.includes(column)));
    const isLikeAnother = seen.has(key);
    seen.add(key);
    if (isLikeAnother && canBeTold(row)) continue;
    counted.push(row);
    if (isLikeAnother) alike.push(row);
  }
  return { counted, alike };
}

/** What should become of the rows, by the rule in words. */
export function expectedOf(rows: readonly Row[]) {
  const persons = rows.filter(({ Type }) => Type !== 'Vehicle search');
  const { counted, alike } = searchesOf(rows);
  const days = counted.map((row) => londonDayOf(new Date(row['Date'] ?? ''))).toSorted();
  const adults = counted.filter((row) => !['under 10', '10-17'].includes(row['Age range'] ?? ''));
  return {
    rows: rows.length,
    decided: counted.length,
    alike: alike.length,
    vehicles: rows.length - persons.length,
    duplicates: persons.length - counted.length,
    days: { first: days[0], last: days.at(-1) },
    adultsOrNotKnown: adults.length,
  };
}
