import { csvText } from './stop-and-search-file.ts';

/** The columns of a street-crime file as data.police.uk writes them. */
export const STREET_COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
] as const;

export type StreetRow = Partial<Record<string, string>>;

const DRUGS: StreetRow = {
  Month: '2018-12',
  'Reported by': 'Durham Constabulary',
  'Falls within': 'Durham Constabulary',
  Location: 'On or near Parking Area',
  'Crime type': 'Drugs',
  'Last outcome category': 'Local resolution',
};

/** A whole file of drugs crimes, each with an id of its own unless the row has one. */
export function streetFile(rows: readonly StreetRow[], columns: readonly string[] = STREET_COLUMNS): string {
  const fields = rows.map((changes, at) => {
    const row: StreetRow = { ...DRUGS, 'Crime ID': `crime-${at}`, ...changes };
    return columns.map((column) => row[column] ?? '');
  });
  return csvText([columns, ...fields]);
}
