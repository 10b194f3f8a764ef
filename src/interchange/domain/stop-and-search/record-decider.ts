import {
  BulkDecider,
  bulkVerdict,
  clausesOn,
  parseFacts,
  type BulkAnswers,
  type CompiledClause,
  type CompiledScheme,
  type Facts,
  type Verdict,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { calendarDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import { factsWriter } from '../write-facts.ts';
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

/** Records that differ wait to be decided together; with so many waiting they are decided. */
const MOST_WAITING = 2048;
/** Thirty years of days: more are not remembered. */
const MOST_DAYS = 11_000;
/** Before every clause. */
const SINCE_EVER = calendarDayOf('0001-01-01');
/** A verdict's ends are three bits. */
const SETS_OF_ENDS = 8;

/**
 * Decides records against schemes together, column by column. Records that are the same in all that is written of them
 * are one row, however the clauses in force differ: each list of clauses that was in force for a scheme on some of their
 * days is answered for every row, and each record counts for the lists of its own days. Memory does not grow with the
 * records.
 */
export function recordDecider(settings: DeciderSettings): RecordDecider {
  const { vocabulary, schemes, force, asOf } = settings;
  const changes = daysOfChange(schemes);
  const counts = schemes.map(({ id }) => newCounts(id));
  const alikeNumber = alikeNumbers();
  const periods = new Map<CalendarDay, number>();
  let waiting = new Map<number, WaitingRow>();
  let onDays = new Map<string, OnDays>();

  function periodOn(day: CalendarDay): number {
    const known = periods.get(day);
    if (known !== undefined) return known;
    const period = changes.findLastIndex((change) => change <= day);
    if (periods.size < MOST_DAYS) periods.set(day, period);
    return period;
  }

  /** `offenceOn`: the day whose law counts where it goes by the offence. */
  function countsOn(day: CalendarDay, offenceOn: CalendarDay): number[] {
    const periodOfDecision = periodOn(day);
    const periodOfOffence = periodOn(offenceOn);
    const key = `${periodOfDecision} ${periodOfOffence}`;
    const known = onDays.get(key);
    if (known) return known.counts;
    const decision = changes[periodOfDecision] ?? SINCE_EVER;
    const offence = changes[periodOfOffence] ?? SINCE_EVER;
    const lists = schemes.map((scheme) => clausesOn(scheme, decision, offence));
    const added: OnDays = { lists, counts: [] };
    onDays.set(key, added);
    return added.counts;
  }

  function decideWaiting(): void {
    const rows = [...waiting.values()];
    const days = [...onDays.values()];
    const lists = [...new Set(days.flatMap((on) => on.lists))];
    const decider = new BulkDecider(vocabulary, lists, rows.length);
    const write = factsWriter(vocabulary, decider.table);
    for (const { record, day, row } of rows) write(factsOf(record, day), row);
    decider.decide(rows.length);
    const answersOf = new Map(lists.map((list, index) => [list, decider.answers[index]]));
    for (const [scheme, tally] of counts.entries()) {
      for (const [list, on] of Map.groupBy(days, (each) => each.lists[scheme])) {
        const answers = list && answersOf.get(list);
        if (!answers) throw new Error('A decider answers for every list that it was given');
        countVerdicts(answers, countsOfRows(on, rows.length), tally);
      }
    }
    waiting = new Map();
    onDays = new Map();
  }

  function factsOf(record: SearchRecord, day: CalendarDay): Facts {
    const facts = parseFacts(vocabulary, factsOfRecord(record, force, day));
    if (!facts.ok) throw new Error(`A record holds a fact that is none: ${JSON.stringify(facts.refusal)}`);
    return facts.value;
  }

  return {
    add(record, count = 1) {
      const day = asOf ?? record.day;
      const age = offenceAgeDays(record, day);
      const alike = alikeNumber(record, age);
      const { row } = waiting.get(alike) ?? { row: waiting.size };
      if (row === waiting.size) waiting.set(alike, { record, day, row });
      const counted = countsOn(day, age === null ? day : record.day);
      counted[row] = (counted[row] ?? 0) + count;
      if (waiting.size >= MOST_WAITING) decideWaiting();
    },
    periodOn,
    finish() {
      if (waiting.size > 0) decideWaiting();
      return counts.map(tallyOf);
    },
  };
}

/** Records that are the same in all that is written of them: one of them, and the day of its decision. */
interface WaitingRow {
  readonly record: SearchRecord;
  readonly day: CalendarDay;
  /** Its place among those that wait. */
  readonly row: number;
}

/** What is decided on days with the same clauses in force. */
interface OnDays {
  /** The clauses of each scheme. */
  readonly lists: readonly (readonly CompiledClause[])[];
  /** How many records each row stands for; none where a place is empty. */
  readonly counts: number[];
}

/** How many records each row stands for on some days together. */
function countsOfRows(days: readonly OnDays[], rows: number): Float64Array {
  const sums = new Float64Array(rows);
  for (const { counts } of days) {
    for (let row = 0; row < counts.length; row += 1) sums[row] = (sums[row] ?? 0) + (counts[row] ?? 0);
  }
  return sums;
}

/** More than there are different facts about age, about sex, or of what was found; and than days that are asked about. */
const ROOM = { facts: 2 ** 10, days: 2 ** 20 } as const;

/** Gives records that are the same in all that is written of them the same number. */
function alikeNumbers(): (record: SearchRecord, offenceAge: number | null) => number {
  const numbers = new Map<KnownFacts, number>();
  const numberOf = (facts: KnownFacts): number => {
    const number = numbers.get(facts) ?? numbers.size;
    if (number >= ROOM.facts) throw new Error('More different facts than there is room for');
    numbers.set(facts, number);
    return number;
  };
  return (record, offenceAge) => {
    const [age, sex] = record.person;
    const person = numberOf(age) * ROOM.facts + numberOf(sex);
    const days = offenceAge === null ? 0 : offenceAge + 1;
    return (person * ROOM.facts + numberOf(record.find.known)) * ROOM.days + days;
  };
}

/** The days on which the clauses in force change in any of the schemes or of the law that they rest on, in order. */
function daysOfChange(schemes: readonly CompiledScheme[]): CalendarDay[] {
  const periods = schemes.flatMap((scheme) => [...scheme.periods, ...scheme.lawByDecision, ...scheme.lawByOffence]);
  return [...new Set(periods.flatMap(({ from }) => from ?? []))].sort();
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
function countVerdicts(answers: BulkAnswers, counts: Float64Array, { verdicts, missing }: Counts): void {
  const recordsByEnds = new Float64Array(SETS_OF_ENDS);
  const rowWithEnds = new Uint32Array(SETS_OF_ENDS);
  for (const [row, count] of counts.entries()) {
    if (count === 0) continue;
    const ends = answers.verdicts[row] ?? 0;
    recordsByEnds[ends] = (recordsByEnds[ends] ?? 0) + count;
    rowWithEnds[ends] = row;
  }
  for (const [ends, records] of recordsByEnds.entries()) {
    if (records === 0) continue;
    const verdict = bulkVerdict(answers, rowWithEnds[ends] ?? 0);
    verdicts[verdict] += records;
    if (verdict === 'needs-information') countMissing(answers, { counts, ends }, missing);
  }
}

function countMissing(
  answers: BulkAnswers,
  { counts, ends }: { readonly counts: Float64Array; readonly ends: number },
  missing: Map<string, number>,
): void {
  for (const [row, count] of counts.entries()) {
    if (count === 0 || answers.verdicts[row] !== ends) continue;
    for (const fact of answers.missing(row)) missing.set(fact, (missing.get(fact) ?? 0) + count);
  }
}

function tallyOf({ scheme, verdicts, missing }: Counts): SchemeTally {
  const mostFirst = [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { scheme, verdicts, missing: mostFirst };
}
