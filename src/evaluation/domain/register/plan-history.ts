import { count, forEvaluators, sentence, setNumber, type Sentence } from '../disclosure/sentence.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { planChanges } from './plan-changes.ts';

/** A time that a plan was seen, and, where it was run on data, on which. */
export interface PlanRun {
  /** As `sha256sum` prints it of the file. */
  readonly planHash: string;
  readonly plan: PlanDocument;
  /** The day, as 2026-03-01. */
  readonly seenOn: string;
  /** Null where no data were opened for it. */
  readonly data: RunData | null;
}

export interface RunData {
  /** Of the files' names and hashes. */
  readonly hash: string;
  /** Null where it was run before rows were counted. */
  readonly rows: number | null;
  readonly reoffences: number | null;
}

/** What became of a plan before this run. */
export interface PlanHistory<Words = Sentence> {
  /** 1 for the first. */
  readonly version: number;
  /** Whether an earlier version was run on these data, so that the answer may have been seen before the plan was fixed. */
  readonly isExplored: boolean;
  readonly says: readonly Words[];
}

/**
 * Which version of its plan this is, what the earlier ones were run on, what changed from one to the next, and how the
 * data differ from those first used. Runs belong together that have a title or a question in common, or their data.
 * `earlier` is in the order in which it happened.
 */
export function planHistory(now: PlanRun & { readonly data: RunData }, earlier: readonly PlanRun[]): PlanHistory {
  const own = earlier.filter((run) => isOfThePlan(run, now));
  const versions = [...Map.groupBy([...own, now], ({ planHash }) => planHash).values()];
  const version = versions.findIndex(([first]) => first?.planHash === now.planHash) + 1;
  const before = versions.filter((_, at) => at !== version - 1);
  const onThese = before.filter((runs) => runs.some((run) => isOnThese(run, now)));
  const firstSeen = versions[version - 1]?.[0]?.seenOn ?? now.seenOn;
  const again = own.filter(({ planHash }) => planHash === now.planHash).length;
  return {
    version,
    isExplored: onThese.length > 0,
    says: [
      sentence`This is the ${ordinal(version)} version of the plan, first seen on ${firstSeen}${whatOfTheOthers({ versions, before, onThese })}.`,
      ...(again > 0 ? [sentence`This version was run before, ${times(again)}.`] : []),
      ...howDataDiffer(now, own),
      ...versions.slice(1).map((runs, at) => whatChanged(versions[at]?.[0], runs[0], at + 1)),
      ...[...own, now].map(runInWords),
    ],
  };
}

function isOfThePlan({ plan, data }: PlanRun, now: PlanRun): boolean {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const sharesData = data !== null && now.data !== null && data.hash === now.data.hash;
  return same(plan.title, now.plan.title) || same(plan.question, now.plan.question) || sharesData;
}

function isOnThese({ data }: PlanRun, now: { readonly data: RunData }): boolean {
  return data !== null && data.hash === now.data.hash;
}

interface Versions {
  readonly versions: readonly (readonly PlanRun[])[];
  readonly before: readonly (readonly PlanRun[])[];
  readonly onThese: readonly (readonly PlanRun[])[];
}

/** "; the first two were run on these data". */
function whatOfTheOthers({ versions, before, onThese }: Versions): string {
  if (before.length === 0) return '';
  const numbers = onThese.map((runs) => versions.indexOf(runs) + 1);
  const others = before.length === 1 ? 'the other' : 'the others';
  if (numbers.length === 0) {
    const wasRun = before.some((runs) => runs.some(({ data }) => data !== null));
    return `; ${others} ${before.length === 1 ? 'was' : 'were'} ${wasRun ? 'run on other data' : 'not run'}`;
  }
  const areFirst = numbers.every((number, at) => number === at + 1);
  const which =
    numbers.length === 1
      ? `the ${ordinal(numbers[0] ?? 1)} was`
      : areFirst
        ? `the first ${cardinal(numbers.length)} were`
        : `${numbers.map((number) => `the ${ordinal(number)}`).join(' and ')} were`;
  return `; ${which} run on these data`;
}

function howDataDiffer(now: PlanRun & { readonly data: RunData }, own: readonly PlanRun[]): Sentence[] {
  const first = own.find(({ data }) => data !== null);
  if (first === undefined || first.data === null || isOnThese(first, now)) return [];
  const rows = inRows('cohort', first.data.rows, now.data.rows);
  const reoffences = inRows('reoffences', first.data.reoffences, now.data.reoffences);
  return [sentence`The data differ from those first used, on ${first.seenOn}: ${rows}; ${reoffences}.`];
}

function inRows(file: string, was: number | null, is: number | null): Sentence {
  if (was === null || is === null) return sentence`how many rows ${file} had then is not known`;
  if (was === is) return sentence`${file} has as many rows as then${forEvaluators` (${is})`}`;
  const more = is > was ? 'more' : 'fewer';
  return sentence`${file} has ${more} rows${forEvaluators`, ${is} in place of ${was}`}`;
}

function whatChanged(before: PlanRun | undefined, after: PlanRun | undefined, from: number): Sentence {
  const changes = before === undefined || after === undefined ? [] : planChanges(before.plan, after.plan);
  const words = changes.length === 0 ? 'spacing and comments alone' : changes.join('; ');
  return sentence`From the ${ordinal(from)} version to the ${ordinal(from + 1)}: ${words}.`;
}

function runInWords({ planHash, seenOn, data }: PlanRun): Sentence {
  const of = data === null ? 'no data opened' : `data ${data.hash.slice(0, 12)}`;
  const known = data === null || data.rows === null || data.reoffences === null ? null : data;
  const rows =
    known === null
      ? sentence``
      : sentence`, ${count(known.rows ?? 0)} rows and ${count(known.reoffences ?? 0)} reoffences`;
  const run = sentence`${seenOn}: plan ${planHash.slice(0, 12)}, ${of}${rows}`;
  // Of the data a board learns no hash, by which a guess could be tried.
  return sentence`${{ counts: run.counts.flatMap(({ counts }) => counts), written: `${textOf(run)}.`, forBoards: '' }}`;
}

function textOf({ words, counts }: Sentence): string {
  return words.map((text, at) => text + (counts[at]?.written ?? '')).join('');
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function ordinal(n: number): string {
  return ORDINALS[n - 1] ?? `${setNumber(n)}th`;
}

function cardinal(n: number): string {
  return CARDINALS[n - 1] ?? setNumber(n);
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${setNumber(n)} times`;
}
