import { compileScheme, standingOn, type Standing, type Vocabulary } from '../../eligibility/index.ts';
import type { Scheme } from '../../schemes/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { ok, type Result } from '../../shared/result.ts';
import { duplicateWindow } from '../domain/duplicate-window.ts';
import type { ImportFinding } from '../domain/finding-ledger.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import type { Force } from '../../reference/index.ts';
import { SKIP_REASONS, type SkipReason } from '../domain/stop-and-search/finding-codes.ts';
import type { HeaderRefusal } from '../domain/stop-and-search/header.ts';
import type { SearchRecord } from '../domain/stop-and-search/record-facts.ts';
import { recordDecider, type SchemeTally } from '../domain/stop-and-search/record-decider.ts';
import { NOTHING_KNOWN } from '../domain/stop-and-search/search-facts.ts';
import { recordImport, type ImportCount } from '../domain/stop-and-search/record-import.ts';
import { searchKinds, type SearchKind } from '../domain/stop-and-search/search-kinds.ts';
import type { Search } from '../domain/stop-and-search/search-reader.ts';
import { countFiles, type OnRows } from './count-files.ts';
import { keysIn } from '../../shared/tables.ts';

export interface RecordsQuestion {
  /** Opened one after another, in this order. */
  readonly files: AsyncIterable<RecordFile>;
  readonly vocabulary: Vocabulary;
  readonly schemes: readonly Scheme[];
  /** The id of the force whose searches the files hold. */
  readonly force: string;
  readonly forces: readonly Force[];
  /** The day of every decision; null for the day of each search. */
  readonly asOf: CalendarDay | null;
  /** The day on which the files are read. */
  readonly today: CalendarDay;
  readonly onProgress?: OnRows;
}

/** One scheme's share of the answer. */
export interface SchemeAnswer extends SchemeTally {
  readonly name: string;
  /** Whether the scheme is one of the force's own. */
  readonly isOwn: boolean;
  /** What the scheme was on the last day that was decided on; null where none was. */
  readonly standing: Standing | null;
}

/** What became of the rows of one file. */
export interface DecidedFile extends ImportCount {
  readonly name: string;
}

export interface FileFinding extends ImportFinding {
  readonly file: string;
}

export interface RecordsAnswer extends Pick<ImportCount, 'rows' | 'decided' | 'skipped' | 'days'> {
  readonly files: readonly DecidedFile[];
  /** Of all files, each with the name of its own. */
  readonly findings: readonly FileFinding[];
  /** The force's own schemes first, then the others; each by id. */
  readonly schemes: readonly SchemeAnswer[];
}

/** Why a file cannot be decided, and which. */
export type RecordsRefusal = (FileRefusal | HeaderRefusal) & { readonly file: string };

/** More kinds of search than this are decided before they grow. */
const MOST_KINDS = 65_536;

/**
 * Decides every record of stop-and-search files against every scheme, for the force that published them. Each file is
 * read once, in parts; a row that is a copy of one in a file before is not decided again. Refuses a file that is not of
 * the format, breaks off, or holds not one row that can be used.
 *
 * Records that are alike in all that a decision can turn on are counted together and decided once: so the time of a row
 * hardly depends on how many schemes and clauses there are.
 */
export async function decideRecords(question: RecordsQuestion): Promise<Result<RecordsAnswer, RecordsRefusal>> {
  const { vocabulary, force, forces, asOf, today } = question;
  const schemes = ownFirst(question.schemes, force);
  const compiled = schemes.map((scheme) => compileScheme(vocabulary, scheme));
  const decider = recordDecider({ vocabulary, schemes: compiled, force, asOf });
  const seen = duplicateWindow();

  async function* filesToDecide() {
    for await (const file of question.files) {
      const kinds = searchKinds({ byEthnicity: false });
      const decideKinds = (): void => kinds.take().forEach((kind) => decider.add(recordOf(kind), kind.count));
      const records = recordImport(file, { force, forces, asOf, today, byEthnicity: false, seen }, (search) => {
        if (search.likeness === 'copy') return;
        kinds.add(search, whatDayDecides(search));
        if (kinds.size >= MOST_KINDS) decideKinds();
      });
      yield { file, about: { name: file.name }, records };
      decideKinds();
    }
  }

  /** Searches of one day, or of days with the same clauses in force, are decided alike if all else is alike. */
  let last: { readonly day: CalendarDay; readonly period: number } | null = null;
  function whatDayDecides({ day }: Search): CalendarDay | number {
    if (asOf !== null) return day;
    if (last?.day !== day) last = { day, period: decider.periodOn(day) };
    return last.period;
  }

  const counted = await countFiles(filesToDecide(), question.onProgress);
  if (!counted.ok) return counted;
  const files = counted.value;
  const days = spanOf(files);
  const lastDay = asOf ?? days?.last ?? null;
  const tallies = new Map(decider.finish().map((tally) => [tally.scheme, tally]));
  const answers = schemes.flatMap((scheme): SchemeAnswer[] => {
    const tally = tallies.get(scheme.id);
    const standing = lastDay === null ? null : standingOn(scheme, lastDay);
    return tally ? [{ ...tally, name: scheme.name, isOwn: isOwn(scheme, force), standing }] : [];
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return ok({
    rows: sum(files.map(({ rows }) => rows)),
    decided: sum(files.map(({ decided }) => decided)),
    skipped: skippedIn(files),
    days,
    files,
    findings: files.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, file: name }))),
    schemes: answers,
  });
}

function recordOf({ search: { day, age, sex, offence } }: SearchKind): SearchRecord {
  return { day, person: [age.meaning ?? NOTHING_KNOWN, sex.meaning ?? NOTHING_KNOWN], find: offence.find };
}

function spanOf(files: readonly DecidedFile[]): ImportCount['days'] {
  const days = files.flatMap((file) => (file.days === null ? [] : [file.days.first, file.days.last])).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function skippedIn(files: readonly DecidedFile[]): ImportCount['skipped'] {
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const reason of keysIn(SKIP_REASONS)) {
    const count = files.reduce((sum, file) => sum + (file.skipped[reason] ?? 0), 0);
    if (count > 0) skipped[reason] = count;
  }
  return skipped;
}

function ownFirst(schemes: readonly Scheme[], force: string): Scheme[] {
  return [...schemes].sort(
    (a, b) => Number(isOwn(b, force)) - Number(isOwn(a, force)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function isOwn(scheme: Scheme, force: string): boolean {
  return scheme.forces.includes(force);
}
