import {
  BulkDecider,
  bulkVerdict,
  parseFacts,
  type BulkScheme,
  type CompiledScheme,
  type Facts,
  type Verdict,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { calendarDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import { factsWriter, type FactsWriter } from '../write-facts.ts';
import { factsOfRecord, offenceAgeDays, type SearchRecord } from './record-facts.ts';
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

const ROWS_AT_ONCE = 512;
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
  const alikeNumber = alikeNumbers();
  let waiting: Waiting[] = [];

  function periodOn(day: CalendarDay): number {
    return changes.findLastIndex((change) => change <= day);
  }

  /**
   * Most schemes have the same clauses in force on all the days in hand. Those are decided together in one batch, and
   * only the others period by period.
   */
  function decideWaiting(): void {
    const factsOf = factsReader(settings);
    const periods = [...new Set(waiting.map(({ day }) => periodOn(day)))].sort((a, b) => a - b);
    const starts = periods.map((period) => changes[period] ?? SINCE_EVER);
    for (const { members, from } of schemesByChanges(schemes, starts)) {
      for (const [at, first] of from.entries()) {
        const until = from[at + 1];
        const theirs = from.length === 1 ? waiting : waiting.filter(({ day }) => isWithin(day, first, until));
        const different = withoutRepeats(theirs);
        decideIn(batchOf(members, first, different.length), { members, records: different, factsOf });
      }
    }
    waiting = [];
  }

  /** `day`: one on which the clauses are those of the batch. */
  function batchOf(members: readonly number[], day: CalendarDay, records: number): Batch {
    const key = `${periodOn(day)} ${members.join()}`;
    let batch = batches.get(key);
    if (!batch || batch.room < Math.min(records, ROWS_AT_ONCE)) {
      batches.set(key, (batch = newBatch(settings, members, { asOf: day, room: Math.min(records, ROWS_AT_ONCE) })));
    }
    return batch;
  }

  function decideIn(batch: Batch, { members, records, factsOf }: Deciding): void {
    for (let from = 0; from < records.length; from += batch.room) {
      for (const waits of records.slice(from, from + batch.room)) {
        batch.counts[batch.rows] = waits.count;
        batch.write(factsOf(waits), batch.rows);
        batch.rows += 1;
      }
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
      const day = asOf ?? record.day;
      waiting.push({ record, count, day, alike: alikeNumber(record, day) });
      if (waiting.length >= MOST_WAITING) decideWaiting();
    },
    periodOn,
    finish() {
      if (waiting.length > 0) decideWaiting();
      return counts.map(tallyOf);
    },
  };
}

/** What is decided in one batch. */
interface Deciding {
  /** The schemes, by their places. */
  readonly members: readonly number[];
  readonly records: readonly Waiting[];
  readonly factsOf: (waiting: Waiting) => Facts;
}

interface Waiting {
  readonly record: SearchRecord;
  readonly count: number;
  readonly day: CalendarDay;
  /** The same for records that are the same in all that is written of them. */
  readonly alike: number;
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

/** Records that are the same in all that is written of them, as one with their number. */
function withoutRepeats(records: readonly Waiting[]): readonly Waiting[] {
  const different = new Map<number, Waiting>();
  for (const waiting of records) {
    const held = different.get(waiting.alike);
    different.set(waiting.alike, held === undefined ? waiting : { ...held, count: held.count + waiting.count });
  }
  return [...different.values()];
}

/** More than there are different facts about age, about sex, or of what was found; and than days that are asked about. */
const ROOM = { facts: 2 ** 10, days: 2 ** 20 } as const;

/** Gives records that are the same in all that is written of them the same number. */
function alikeNumbers(): (record: SearchRecord, day: CalendarDay) => number {
  const numbers = new Map<KnownFacts, number>();
  const numberOf = (facts: KnownFacts): number => {
    const number = numbers.get(facts) ?? numbers.size;
    if (number >= ROOM.facts) throw new Error('More different facts than there is room for');
    numbers.set(facts, number);
    return number;
  };
  return (record, day) => {
    const [age, sex] = record.person;
    const person = numberOf(age) * ROOM.facts + numberOf(sex);
    const days = offenceAgeDays(record, day);
    return (person * ROOM.facts + numberOf(record.find.known)) * ROOM.days + (days === null ? 0 : days + 1);
  };
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
  /** The most rows that it holds. */
  readonly room: number;
  rows: number;
  /** How many records each row stands for. */
  readonly counts: Float64Array;
  readonly write: FactsWriter;
}

function newBatch(
  { vocabulary, schemes }: DeciderSettings,
  members: readonly number[],
  { asOf, room }: { readonly asOf: CalendarDay; readonly room: number },
): Batch {
  const theirs = members.flatMap((place) => schemes[place] ?? []);
  const decider = new BulkDecider(vocabulary, theirs, { asOf, rows: room });
  return { decider, room, rows: 0, counts: new Float64Array(room), write: factsWriter(vocabulary, decider.table) };
}

/** Parses the facts of records, once for those that are alike. */
function factsReader({ vocabulary, force }: DeciderSettings): (waiting: Waiting) => Facts {
  const known = new Map<number, Facts>();
  return ({ record, day, alike }) => {
    const held = known.get(alike);
    if (held !== undefined) return held;
    const facts = parseFacts(vocabulary, factsOfRecord(record, force, day));
    if (!facts.ok) throw new Error(`A record holds a fact that is none: ${JSON.stringify(facts.refusal)}`);
    known.set(alike, facts.value);
    return facts.value;
  };
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
