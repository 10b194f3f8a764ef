import {
  BulkDecider,
  bulkVerdict,
  type BulkScheme,
  type CompiledScheme,
  type Verdict,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { cellWriter, type CellWriter } from '../cell-writer.ts';
import { offenceAgeDays } from './record-facts.ts';
import type { SearchRecord } from './record-reader.ts';
import type { KnownFacts } from './search-facts.ts';

/** How often each verdict was given for one scheme, and which facts stood in the way of one. */
export interface SchemeTally {
  readonly scheme: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** For how many records each fact was missing, the most often first. */
  readonly missing: readonly (readonly [fact: string, records: number])[];
}

export interface RecordDecider {
  /** Decides one record, sooner or later. */
  add(record: SearchRecord): void;
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

const ROWS_AT_ONCE = 4096;
/** A verdict's ends are three bits. */
const SETS_OF_ENDS = 8;

/**
 * Decides records against schemes in batches, column by column. A batch holds records between two changes of the
 * clauses in force, so that its one day stands for all of theirs. Memory does not grow with the records.
 */
export function recordDecider(settings: DeciderSettings): RecordDecider {
  const { schemes, asOf } = settings;
  const changes = daysOfChange(schemes);
  const batches = new Map<number, Batch>();
  const counts = schemes.map(({ id }) => newCounts(id));

  let last: { day: CalendarDay; batch: Batch } | null = null;

  function batchOn(day: CalendarDay): Batch {
    if (last?.day === day) return last.batch;
    const period = changes.findLastIndex((change) => change <= day);
    let batch = batches.get(period);
    if (!batch) batches.set(period, (batch = newBatch(settings, day)));
    last = { day, batch };
    return batch;
  }

  function decideBatch(batch: Batch): void {
    batch.decider.decide(batch.rows);
    for (const [index, count] of counts.entries()) countVerdicts(batch.decider.schemes[index], batch.rows, count);
    batch.decider.table.clear();
    batch.rows = 0;
  }

  return {
    add(record) {
      const day = asOf ?? record.day;
      const batch = batchOn(day);
      writeRecord(batch, record, day);
      if (batch.rows === ROWS_AT_ONCE) decideBatch(batch);
    },
    finish() {
      for (const batch of batches.values()) decideBatch(batch);
      return counts.map(tallyOf);
    },
  };
}

/** The days on which the clauses in force change in any of the schemes, in order. */
function daysOfChange(schemes: readonly CompiledScheme[]): CalendarDay[] {
  const days = schemes.flatMap(({ periods }) => periods.flatMap(({ from }) => from ?? []));
  return [...new Set(days)].sort();
}

interface Batch {
  readonly decider: BulkDecider;
  rows: number;
  readonly writeForce: CellWriter;
  /** The writer of each of the few things that a field can say. */
  readonly writerOf: (facts: KnownFacts) => CellWriter;
}

function newBatch({ vocabulary, schemes, force }: DeciderSettings, asOf: CalendarDay): Batch {
  const decider = new BulkDecider(vocabulary, schemes, { asOf, rows: ROWS_AT_ONCE });
  const writers = new Map<KnownFacts, CellWriter>();
  const writerOf = (facts: KnownFacts): CellWriter => {
    let writer = writers.get(facts);
    if (!writer) writers.set(facts, (writer = cellWriter(vocabulary, decider.table, facts)));
    return writer;
  };
  return { decider, rows: 0, writeForce: writerOf({ force }), writerOf };
}

function writeRecord(batch: Batch, record: SearchRecord, asOf: CalendarDay): void {
  const { rows: row, writerOf } = batch;
  batch.writeForce(row);
  for (const facts of record.person) writerOf(facts)(row);
  writerOf(record.find.known)(row);
  const days = offenceAgeDays(record, asOf);
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
function countVerdicts(scheme: BulkScheme | undefined, rows: number, { verdicts, missing }: Counts): void {
  if (!scheme) throw new Error('A decider answers for every scheme that it was given');
  const rowsByEnds = new Uint32Array(SETS_OF_ENDS);
  const rowWithEnds = new Uint32Array(SETS_OF_ENDS);
  for (let row = 0; row < rows; row += 1) {
    const ends = scheme.verdicts[row] ?? 0;
    rowsByEnds[ends] = (rowsByEnds[ends] ?? 0) + 1;
    rowWithEnds[ends] = row;
  }
  for (const [ends, count] of rowsByEnds.entries()) {
    if (count === 0) continue;
    const verdict = bulkVerdict(scheme, rowWithEnds[ends] ?? 0);
    verdicts[verdict] += count;
    if (verdict === 'needs-information') countMissing(scheme, { rows, ends }, missing);
  }
}

function countMissing(
  scheme: BulkScheme,
  { rows, ends }: { readonly rows: number; readonly ends: number },
  missing: Map<string, number>,
): void {
  for (let row = 0; row < rows; row += 1) {
    if (scheme.verdicts[row] !== ends) continue;
    for (const fact of scheme.missing(row)) missing.set(fact, (missing.get(fact) ?? 0) + 1);
  }
}

function tallyOf({ scheme, verdicts, missing }: Counts): SchemeTally {
  const mostFirst = [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { scheme, verdicts, missing: mostFirst };
}
