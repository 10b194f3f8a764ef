import { gzipSync } from 'node:zlib';

/** The columns of a stop-and-search file as data.police.uk writes them. */
export const COLUMNS = [
  'Type',
  'Date',
  'Part of a policing operation',
  'Policing operation',
  'Latitude',
  'Longitude',
  'Gender',
  'Age range',
  'Self-defined ethnicity',
  'Officer-defined ethnicity',
  'Legislation',
  'Object of search',
  'Outcome',
  'Outcome linked to object of search',
  'Removal of more than just outer clothing',
] as const;

export type SearchRow = Partial<Record<string, string>>;

/** A person search of a man of 18 to 24 for drugs in which nothing was found; nobody's. */
const NOTHING_FOUND: SearchRow = {
  Type: 'Person search',
  Date: '2019-12-01T13:38:10+00:00',
  Latitude: '54.776',
  Longitude: '-1.575',
  Gender: 'Male',
  'Age range': '18-24',
  Legislation: 'Misuse of Drugs Act 1971 (section 23)',
  'Object of search': 'Controlled drugs',
  Outcome: 'A no further action disposal',
  'Outcome linked to object of search': 'False',
  'Removal of more than just outer clothing': 'False',
};

/** The fields of one row. A minute apart by `minute`, so that rows are not copies of each other. */
export function searchRow(changes: SearchRow = {}, minute = 0, columns: readonly string[] = COLUMNS): string[] {
  const at = new Date(Date.UTC(2019, 11, 1, 13, minute)).toISOString().replace('.000Z', '+00:00');
  const row: SearchRow = { ...NOTHING_FOUND, Date: at, ...changes };
  return columns.map((column) => row[column] ?? '');
}

/** CSV text of rows, each written as the format does: quoted only where it must be. */
export function csvText(rows: readonly (readonly string[])[], lineEnd = '\n'): string {
  const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return rows.map((row) => row.map(quoted).join(',') + lineEnd).join('');
}

/** A whole file of searches, each a minute after the one before. */
export function searchFile(rows: readonly SearchRow[], columns: readonly string[] = COLUMNS): string {
  return csvText([columns, ...rows.map((row, index) => searchRow(row, index, columns))]);
}

/** Compressed in several members, as by joining compressed files. */
export function gzipMembers(...texts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(texts.map((text) => gzipSync(text)));
}
