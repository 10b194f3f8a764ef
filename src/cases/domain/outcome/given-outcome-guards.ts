/** What keeps an outcome from being given before the case closes, from being corrected, and from closing the case. */
import { hasWords, unless, type CaseGuard, type Guard } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import type { CaseRecord, CaseState, OpenCase } from '../case-state.ts';
import { boundsOf } from '../known-facts.ts';
import { attemptOf } from './attempt-of-command.ts';
import { mayFall } from './closing-guards.ts';
import type { CaseWithGivenOutcome } from './given-outcome.ts';
import { givenOutcomeStands } from './given-outcome-stands.ts';
import { waitsForActivity } from './law-of-outcome.ts';
import { isForbiddenNow, refusedOutcome } from './outcome-rules.ts';

type WhileGoingOn = Extract<OpenCase, { readonly status: 'accepted' | 'referred' | 'sent-back' | 'engaging' }>;
interface WithRecord {
  readonly record: CaseRecord;
}

/** A scheme that holds a decision back gives nothing before the activity has ended. */
export const schemeGivesItNow: CaseGuard = ({ context: { scheme, law } }) => {
  const isHeldBack = scheme?.kind === 'deferred-prosecution';
  const waits = waitsForActivity(law, scheme?.outcome.completed.type ?? null, scheme?.disposals);
  return unless(!isHeldBack && !waits, 'outcome-waits');
};

export const noOutcomeIsGiven: CaseGuard<WithRecord> = ({ state }) =>
  unless(state.record.outcomeGiven === null, 'outcome-given-already');

export const anOutcomeIsGiven: CaseGuard<WithRecord> = ({ state }) =>
  unless(state.record.outcomeGiven !== null, 'no-outcome-given');

/** The law of a disposal on the day when it is given. */
export const givenOutcomeIsLawful: Guard<'give-outcome', WhileGoingOn> = ({ state, data, context }) => {
  if (waitsForActivity(context.law, data.type, context.scheme?.disposals)) return refusalOf('activity-not-done');
  return refusedOutcome(attemptOf({ state, data, context }));
};

/** What is put in its place is held to the law of the same day. */
export const correctedOutcomeIsLawful: Guard<'correct-outcome', OpenCase> = ({ state, data: { to }, context }) => {
  const { outcomeGiven } = state.record;
  if (to === null || outcomeGiven === null) return null;
  if (waitsForActivity(context.law, to.type, context.scheme?.disposals)) return refusalOf('activity-not-done');
  return refusedOutcome(attemptOf({ state, data: to, context: { ...context, today: outcomeGiven.givenOn } }));
};

/** Facts that were amended since may forbid what was given: it is corrected before the case is closed. */
export const givenOutcomeIsStillLawful: Guard<'close-case', CaseWithGivenOutcome> = ({ state, context }) => {
  const { outcomeGiven } = state.record;
  if (outcomeGiven === null) return null;
  const onTheDay = { ...context, today: outcomeGiven.givenOn };
  const attempt = attemptOf({ state, data: outcomeGiven, context: onTheDay });
  return unless(!isForbiddenNow(attempt), 'given-outcome-forbidden');
};

/** Where a breach may be prosecuted, letting that fall is decided as every other consequence is. */
export const mayCloseWithOutcome: CaseGuard<CaseWithGivenOutcome> = ({ state, context }) =>
  state.status !== 'not-completed' || givenOutcomeStands(context.law, state.record, context.scheme)
    ? null
    : mayFall({ state, context });

export const whyNothingFollows: Guard<'close-case', CaseWithGivenOutcome> = ({ state, data, context }) =>
  unless(
    state.status !== 'not-completed' ||
      givenOutcomeStands(context.law, state.record, context.scheme) ||
      hasWords(data.reason),
    'reason-needed',
  );

/** A person who is known to have been 18 or over is nobody's whom the youth justice service is told of. */
export const mayBeAChild: CaseGuard<CaseState> = ({ state }) => {
  const { facts } = state.status === 'closed' ? state.before.record : state.record;
  return unless(boundsOf(facts, 'age').least < 18, 'not-a-child');
};

export const toldByToday: Guard<'tell-youth-justice'> = ({ data, context }) =>
  unless(data.toldOn <= context.today, 'told-in-the-future');

export const somebodyWasTold: Guard<'tell-youth-justice'> = ({ data }) => unless(hasWords(data.team), 'team-needed');
