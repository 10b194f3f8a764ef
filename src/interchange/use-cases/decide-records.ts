import { compileScheme, standingOn, type Standing, type Vocabulary } from '../../eligibility/index.ts';
import type { Scheme } from '../../schemes/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { Force } from '../../reference/index.ts';
import type { HeaderRefusal } from '../domain/stop-and-search/header.ts';
import { recordDecider, type SchemeTally } from '../domain/stop-and-search/record-decider.ts';
import { recordImport, type ImportCount } from '../domain/stop-and-search/record-import.ts';
import { countFile } from './count-files.ts';

export interface RecordsQuestion {
  readonly file: RecordFile;
  readonly vocabulary: Vocabulary;
  readonly schemes: readonly Scheme[];
  /** The id of the force whose searches the file holds. */
  readonly force: string;
  readonly forces: readonly Force[];
  /** The day of every decision; null for the day of each search. */
  readonly asOf: CalendarDay | null;
  /** Called now and then with the rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

/** One scheme's share of the answer. */
export interface SchemeAnswer extends SchemeTally {
  readonly name: string;
  /** Whether the scheme is one of the force's own. */
  readonly isOwn: boolean;
  /** What the scheme was on the last day that was decided on; null where none was. */
  readonly standing: Standing | null;
}

export interface RecordsAnswer extends ImportCount {
  /** The force's own schemes first, then the others; each by id. */
  readonly schemes: readonly SchemeAnswer[];
}

export type RecordsRefusal = FileRefusal | HeaderRefusal;

/**
 * Decides every record of a stop-and-search file against every scheme, for the force that published the file. The file
 * is read once, in parts. Refuses a file that is not of the format, or that breaks off.
 */
export async function decideRecords(question: RecordsQuestion): Promise<Result<RecordsAnswer, RecordsRefusal>> {
  const { file, vocabulary, force, forces, asOf } = question;
  const schemes = ownFirst(question.schemes, force);
  const compiled = schemes.map((scheme) => compileScheme(vocabulary, scheme));
  const decider = recordDecider({ vocabulary, schemes: compiled, force, asOf });
  const records = recordImport(file, { force, forces, asOf }, () => (record) => decider.add(record));

  const count = await countFile(file, records, question.onProgress);
  if (!count.ok) return count;
  const lastDay = asOf ?? count.value.days?.last ?? null;
  const tallies = new Map(decider.finish().map((tally) => [tally.scheme, tally]));
  const answers = schemes.flatMap((scheme): SchemeAnswer[] => {
    const tally = tallies.get(scheme.id);
    const standing = lastDay === null ? null : standingOn(scheme, lastDay);
    return tally ? [{ ...tally, name: scheme.name, isOwn: isOwn(scheme, force), standing }] : [];
  });
  return ok({ ...count.value, schemes: answers });
}

function ownFirst(schemes: readonly Scheme[], force: string): Scheme[] {
  return [...schemes].sort(
    (a, b) => Number(isOwn(b, force)) - Number(isOwn(a, force)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function isOwn(scheme: Scheme, force: string): boolean {
  return scheme.forces.includes(force);
}
