import { ETHNIC_GROUPS, ofEachGroup, type EthnicGroup, type Population } from '../../../evaluation/index.ts';
import type { Force } from '../../../reference/index.ts';
import { openRecordFile } from '../../../interchange/store/open-record-file.ts';
import { InputFault } from '../../exit.ts';
import { knownForce } from '../../known-force.ts';
import type { DisproportionalityRequest } from './read-request.ts';

const COLUMNS = ['force', ...ETHNIC_GROUPS];

/**
 * Residents from a table of the caller's own: one row a force, with its id and the residents of each group. Throws
 * `InputFault` with the row and the column.
 */
export async function readPopulationTable(
  { population: path }: Pick<DisproportionalityRequest, 'population'>,
  forces: readonly Force[],
): Promise<readonly Population[]> {
  if (path === null) return [];
  const [header = [], ...rows] = await rowsOf(path);
  const names = header.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new InputFault(`${path}: has no column ${missing.join(', ')}; its first line must be ${COLUMNS.join(',')}`);
  }
  const populations = rows.map((row, at) => {
    const cell = (column: string): string => (row[names.indexOf(column)] ?? '').trim();
    const force = knownForce(`${path}: row ${at + 1}`, cell('force'), forces).id;
    const residents = (group: EthnicGroup): number => residentsIn(cell(group), `${path}: row ${at + 1}, ${group}`);
    return { forces: [force], ethnicity: ofEachGroup(residents), age: null, caution: null, source: path };
  });
  const twice = populations.find(
    ({ forces: [id] }, at) => populations.findIndex((other) => other.forces[0] === id) < at,
  );
  if (twice !== undefined) throw new InputFault(`${path}: ${twice.forces[0]} has two rows; leave one`);
  return populations;
}

async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  const file = await openRecordFile(path);
  if (!file.ok) throw new InputFault(`${path}: ${file.refusal.problem}; ${file.refusal.remedy}`);
  const rows: (readonly string[])[] = [];
  for await (const part of file.value.blocks) {
    if ('code' in part) throw new InputFault(`${path}: ${part.problem}; ${part.remedy}`);
    rows.push(...part.rows.filter((row) => row.some((field) => field.trim() !== '')));
  }
  return rows;
}

/** Thousands may be set off by commas. */
function residentsIn(text: string, where: string): number {
  const plain = text.replaceAll(',', '');
  if (/^\d+$/.test(plain) && Number(plain) > 0) return Number(plain);
  throw new InputFault(`${where}: "${text}" is no number of residents; write a whole number above zero`);
}
