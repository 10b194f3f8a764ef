import {
  BulkDecider,
  bulkVerdict,
  type BulkScheme,
  type CompiledScheme,
  type Verdict,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { calendarDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import { cellWriter, type CellWriter } from '../cell-writer.ts';
import { offenceAgeDays, type SearchRecord } from './record-facts.ts';
import type { KnownFacts } from './search-facts.ts';

/** How often each verdict was given for one scheme, and which facts stood in the way of one. */
export interface SchemeTally {
  readonly scheme: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** For how many records each fact was missing, the most often first. */
  readonly missing: readonly (readonly [fact: string, records: number])[];
}

export interface RecordDecider {
  /** Decides so many records that are alike, sooner or later; one where no number is given. */
  add(record: SearchRecord, count?: number): void;
  /** A number for the clauses in force on a day: days that have the same are decided alike. */
  periodOn(day: CalendarDay): number;
  /** Decides what is still waiting, and gives the tallies in the order of the schemes. */
  finish(): SchemeTally[];
}

export interface DeciderSettings {
  readonly vocabulary: Vocabulary;
  readonly schemes: readonly CompiledScheme[];
  readonly force: string;
  /** The day of every decision; null for the day of each search. */
  readonly asOf: CalendarDay | null;
}

const ROWS_AT_ONCE = 2048;
/** Records that differ wait to be decided together; with more waiting than this they are decided. */
const MOST_WAITING = 65_536;
/** Before every clause. */
const SINCE_EVER = calendarDayOf('0001-01-01');
/** A verdict's ends are three bits. */
const SETS_OF_ENDS = 8;

/**
 * Decides records against schemes in batches, column by column. A batch holds records between two changes of the
 * clauses in force, so that its one day stands for all of theirs. Memory does not grow with the records.
 */
export function recordDecider(settings: DeciderSettings): RecordDecider {
  const { schemes, asOf } = settings;
  const changes = daysOfChange(schemes);
  const counts = schemes.map(({ id }) => newCounts(id));
  const batches = new Map<string, Batch>();
  let waiting: Waiting[] = [];

  function periodOn(day: CalendarDay): number {
    return changes.findLastIndex((change) => change <= day);
  }

  /**
   * Most schemes have the same clauses in force on all the days in hand. Those are decided together in one batch, and
   * only the others period by period.
   */
  function decideWaiting(): void {
    const periods = [...new Set(waiting.map(({ day }) => periodOn(day)))].sort((a, b) => a - b);
    const starts = periods.map((period) => changes[period] ?? SINCE_EVER);
    for (const { members, from } of schemesByChanges(schemes, starts)) {
      for (const [at, first] of from.entries()) {
        const until = from[at + 1];
        const theirs = from.length === 1 ? waiting : waiting.filter(({ day }) => isWithin(day, first, until));
        decideIn(batchOf(members, first), theirs, members);
      }
    }
    waiting = [];
  }

  /** `day`: one on which the clauses are those of the batch. */
  function batchOf(members: readonly number[], day: CalendarDay): Batch {
    const key = `${periodOn(day)} ${members.join()}`;
    let batch = batches.get(key);
    if (!batch) batches.set(key, (batch = newBatch(settings, members, day)));
    return batch;
  }

  function decideIn(batch: Batch, records: readonly Waiting[], members: readonly number[]): void {
    for (let from = 0; from < records.length; from += ROWS_AT_ONCE) {
      for (const record of records.slice(from, from + ROWS_AT_ONCE)) writeRecord(batch, record);
      batch.decider.decide(batch.rows);
      for (const [index, member] of members.entries()) {
        countVerdicts(batch.decider.schemes[index], batch, counts[member]);
      }
      batch.decider.table.clear();
      batch.rows = 0;
    }
  }

  return {
    add(record, count = 1) {
      waiting.push({ record, count, day: asOf ?? record.day });
      if (waiting.length >= MOST_WAITING) decideWaiting();
    },
    periodOn,
    finish() {
      if (waiting.length > 0) decideWaiting();
      return counts.map(tallyOf);
    },
  };
}

interface Waiting {
  readonly record: SearchRecord;
  readonly count: number;
  readonly day: CalendarDay;
}

/** Schemes of which the clauses in force change on the same days. */
interface ChangeGroup {
  /** The schemes, by their places. */
  readonly members: readonly number[];
  /** The days from which the clauses are others, the first day first. */
  readonly from: readonly CalendarDay[];
}

/** Schemes by the days on which their clauses change, among some days in order. */
function schemesByChanges(schemes: readonly CompiledScheme[], days: readonly CalendarDay[]): ChangeGroup[] {
  const groups = new Map<string, { members: number[]; from: readonly CalendarDay[] }>();
  for (const [place, { periods }] of schemes.entries()) {
    const inForce = days.map((day) => periods.findLastIndex(({ from }) => from === null || from <= day));
    const from = days.filter((_, at) => inForce[at] !== inForce[at - 1]);
    const group = groups.get(from.join()) ?? { members: [], from };
    groups.set(from.join(), group);
    group.members.push(place);
  }
  return [...groups.values()];
}

function isWithin(day: CalendarDay, first: CalendarDay, until: CalendarDay | undefined): boolean {
  return first <= day && (until === undefined || day < until);
}

/** The days on which the clauses in force change in any of the schemes, in order. */
function daysOfChange(schemes: readonly CompiledScheme[]): CalendarDay[] {
  const days = schemes.flatMap(({ periods }) => periods.flatMap(({ from }) => from ?? []));
  return [...new Set(days)].sort();
}
interface Batch {
  readonly decider: BulkDecider;
  rows: number;
  /** How many records each row stands for. */
  readonly counts: Float64Array;
  readonly writeForce: CellWriter;
  /** The writer of each of the few things that a field can say. */
  readonly writerOf: (facts: KnownFacts) => CellWriter;
}

function newBatch(
  { vocabulary, schemes, force }: DeciderSettings,
  members: readonly number[],
  asOf: CalendarDay,
): Batch {
  const theirs = members.flatMap((place) => schemes[place] ?? []);
  const decider = new BulkDecider(vocabulary, theirs, { asOf, rows: ROWS_AT_ONCE });
  const writers = new Map<KnownFacts, CellWriter>();
  const writerOf = (facts: KnownFacts): CellWriter => {
    let writer = writers.get(facts);
    if (!writer) writers.set(facts, (writer = cellWriter(vocabulary, decider.table, facts)));
    return writer;
  };
  return { decider, rows: 0, counts: new Float64Array(ROWS_AT_ONCE), writeForce: writerOf({ force }), writerOf };
}

function writeRecord(batch: Batch, { record, count, day }: Waiting): void {
  const { rows: row, writerOf } = batch;
  batch.counts[row] = count;
  batch.writeForce(row);
  for (const facts of record.person) writerOf(facts)(row);
  writerOf(record.find.known)(row);
  const days = offenceAgeDays(record, day);
  if (days !== null) batch.decider.table.setNumber('offence-age-days', row, [days, days]);
  batch.rows += 1;
}

interface Counts {
  readonly scheme: string;
  readonly verdicts: Record<Verdict, number>;
  readonly missing: Map<string, number>;
}

function newCounts(scheme: string): Counts {
  const verdicts = { eligible: 0, ineligible: 0, 'needs-information': 0, 'needs-discretion': 0 };
  return { scheme, verdicts, missing: new Map() };
}

/** Rows whose verdicts have the same ends have the same verdict: one of them stands for all. */
function countVerdicts(
  scheme: BulkScheme | undefined,
  { rows, counts }: Pick<Batch, 'rows' | 'counts'>,
  tally: Counts | undefined,
): void {
  if (!scheme || !tally) throw new Error('A decider answers for every scheme that it was given');
  const { verdicts, missing } = tally;
  const recordsByEnds = new Float64Array(SETS_OF_ENDS);
  const rowWithEnds = new Uint32Array(SETS_OF_ENDS);
  for (let row = 0; row < rows; row += 1) {
    const ends = scheme.verdicts[row] ?? 0;
    recordsByEnds[ends] = (recordsByEnds[ends] ?? 0) + (counts[row] ?? 0);
    rowWithEnds[ends] = row;
  }
  for (const [ends, count] of recordsByEnds.entries()) {
    if (count === 0) continue;
    const verdict = bulkVerdict(scheme, rowWithEnds[ends] ?? 0);
    verdicts[verdict] += count;
    if (verdict === 'needs-information') countMissing(scheme, { rows, counts, ends }, missing);
  }
}

function countMissing(
  scheme: BulkScheme,
  { rows, counts, ends }: Pick<Batch, 'rows' | 'counts'> & { readonly ends: number },
  missing: Map<string, number>,
): void {
  for (let row = 0; row < rows; row += 1) {
    if (scheme.verdicts[row] !== ends) continue;
    for (const fact of scheme.missing(row)) missing.set(fact, (missing.get(fact) ?? 0) + (counts[row] ?? 0));
  }
}

function tallyOf({ scheme, verdicts, missing }: Counts): SchemeTally {
  const mostFirst = [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { scheme, verdicts, missing: mostFirst };
}
