import { z } from 'zod';
import type { StudyRow, WithoutTheScheme } from '../cohort/study-row.ts';
import { eventsOf, type StudiedCase, type StudiedEvent } from './studied-case.ts';

type Route = Pick<
  StudyRow,
  | 'scheme'
  | 'eligible'
  | 'offeredOn'
  | 'acceptedOn'
  | 'referredOn'
  | 'firstContactOn'
  | 'startedOn'
  | 'completedOn'
  | 'lossReason'
  | 'withoutTheScheme'
  | 'outcomeType'
  | 'outcomeOn'
>;

const withoutTheScheme: z.ZodType<WithoutTheScheme | null> = z
  .enum(['prosecution', 'caution', 'penalty-notice', 'community-resolution', 'no-further-action'])
  .nullable();

const CLOSINGS = [
  'outcome-recorded',
  'closed-with-outcome',
  'returned-for-prosecution',
  'no-further-consequence',
  'case-withdrawn',
] as const;

/**
 * How far the person went: the first offer and what came of it. The scheme is the one offered, or else the one that the
 * person was found eligible for where there was one such. A case that was reopened has the ending it came to last.
 */
export function routeOfCase(studied: StudiedCase): Route {
  const first = (...types: readonly string[]): StudiedEvent | undefined => eventsOf(studied, ...types)[0];
  const offer = first('scheme-offered');
  const completed = first('activity-completed');
  const attended = firstAttended(studied);
  const reached = eventsOf(studied, 'contact-attempted').find(({ data }) => data['reached'] === true);
  const contacts = [attended, reached].flatMap((event) => event?.on ?? []).sort();
  const scheme = wordIn(offer, 'scheme') ?? onlyEligible(studied);
  const closing = eventsOf(studied, ...CLOSINGS, 'case-reopened').at(-1);
  const isClosed = closing !== undefined && closing.type !== 'case-reopened';
  return {
    scheme,
    eligible: eligibilityFor(studied, scheme),
    offeredOn: offer?.on ?? null,
    acceptedOn: first('offer-accepted')?.on ?? null,
    referredOn: first('person-referred')?.on ?? null,
    firstContactOn: contacts[0] ?? completed?.on ?? null,
    startedOn: attended?.on ?? completed?.on ?? null,
    completedOn: completed?.on ?? null,
    lossReason: completed === undefined ? lossReasonOf(studied) : null,
    withoutTheScheme: withoutTheScheme.parse(wordIn(offer, 'otherwise')),
    ...outcomeOf(studied, isClosed ? closing : null),
  };
}

/** An outcome that counts from when it was given has the type and the day of that; every other those of the closing. */
function outcomeOf(studied: StudiedCase, closing: StudiedEvent | null): Pick<Route, 'outcomeType' | 'outcomeOn'> {
  const earlier = outcomeGiven(studied);
  const type = closing === null ? null : (wordIn(closing, 'type') ?? wordIn(closing, 'outcomeType'));
  const isOfItsOwn =
    closing !== null && (earlier === null || (type !== null && closing.type !== 'closed-with-outcome'));
  if (isOfItsOwn) return { outcomeType: type, outcomeOn: closing.on };
  return { outcomeType: earlier?.type ?? null, outcomeOn: earlier?.on ?? null };
}

/** The outcome that was given, as it was last corrected; null where none was, or it was taken back. */
function outcomeGiven(studied: StudiedCase) {
  const [last] = eventsOf(studied, 'outcome-given', 'outcome-corrected').slice(-1);
  const day = eventsOf(studied, 'outcome-given').at(-1)?.on;
  if (last === undefined || day === undefined || last.data['takenBack'] === true) return null;
  return { type: wordIn(last, 'type'), on: day };
}

/** The first time that the person came, by the last word on each appointment: what was corrected later does not count. */
function firstAttended(studied: StudiedCase): StudiedEvent | undefined {
  return eventsOf(studied, 'appointment-kept', 'appointment-late', 'attendance-corrected').find(
    ({ type, data }) => data['corrected'] !== true && (type !== 'attendance-corrected' || data['to'] !== 'missed'),
  );
}

/** The last thing that took the person off the way; null while they are on it. */
function lossReasonOf(studied: StudiedCase): string | null {
  const last = studied.events.findLast(({ type }) => type in LOSSES || type === 'case-reopened');
  return last === undefined || last.type === 'case-reopened' ? null : (LOSSES[last.type]?.(last) ?? null);
}

const LOSSES: { readonly [type: string]: (event: StudiedEvent) => string } = {
  'offer-declined': () => 'declined',
  'referral-rejected': (event) => `rejected-by-provider: ${wordIn(event, 'reason') ?? 'other'}`,
  'activity-not-completed': (event) => wordIn(event, 'reason') ?? 'not-completed',
  'case-withdrawn': (event) => `withdrawn: ${wordIn(event, 'is') ?? 'other'}`,
};

const decisions = z.array(z.object({ scheme: z.string(), verdict: z.string() }));

function decisionsOf(studied: StudiedCase): z.infer<typeof decisions> {
  return decisions.parse(eventsOf(studied, 'person-triaged', 'decided-again').at(-1)?.data['decisions'] ?? []);
}

function onlyEligible(studied: StudiedCase): string | null {
  const eligible = decisionsOf(studied).filter(({ verdict }) => verdict === 'eligible');
  return eligible.length === 1 ? (eligible[0]?.scheme ?? null) : null;
}

/** The verdict of the rules as last decided, or of whoever overrode it since; null where it needed more, or no scheme is meant. */
function eligibilityFor(studied: StudiedCase, scheme: string | null): boolean | null {
  if (scheme === null) return null;
  const decided = eventsOf(studied, 'person-triaged', 'decided-again').at(-1);
  const since = studied.events.slice(decided === undefined ? 0 : studied.events.indexOf(decided));
  const overridden = since.findLast(({ type, data }) => type === 'decision-overridden' && data['scheme'] === scheme);
  const verdict = wordIn(overridden, 'to') ?? decisionsOf(studied).find((one) => one.scheme === scheme)?.verdict;
  if (verdict === 'eligible') return true;
  return verdict === 'ineligible' ? false : null;
}

function wordIn(event: StudiedEvent | undefined, name: string): string | null {
  const value = event?.data[name];
  return typeof value === 'string' ? value : null;
}
