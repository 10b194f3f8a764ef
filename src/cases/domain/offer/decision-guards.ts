/** What keeps a triage from being finished, and a decision from being overridden or confirmed. */
import { hasWords, unless, type Guard } from '../attempt.ts';
import { exclusionInLaw, lawInDecision } from './exclusion-in-law.ts';
import type { CommandContext } from '../case-command.ts';
import type { CaseRefusal } from '../case-refusal.ts';
import type { CaseState, ClosedCase, TriagedCase } from '../case-state.ts';
import { isOpenTo } from '../../../schemes/domain/index.ts';
import type { RecordedDecision } from '../../../triage/domain/index.ts';
import type { Judge } from '../../../eligibility/index.ts';
import { ranksAskedFor } from './ranks-asked-for.ts';
import { decisionFor, verdictThatCounts } from './verdict-that-counts.ts';

export const somethingIsDecided: Guard<'triage-person'> = ({ data }) =>
  unless(data.decisions.length > 0, 'no-decision');

export const decidedForToday: Guard<'triage-person'> = ({ data, context }) =>
  unless(
    data.decisions.every((decision) => decision.asOf === context.today),
    'decision-for-another-day',
  );

export const schemeWasDecided: Guard<'override-decision' | 'offer-scheme', TriagedCase> = ({ state, data }) =>
  unless(decisionFor(state.record, data.scheme) !== undefined, 'scheme-not-known', data.scheme);

export const decisionWouldChange: Guard<'override-decision', TriagedCase> = ({ state, data }) =>
  unless(verdictThatCounts(state.record, data.scheme) !== data.to, 'nothing-to-override');

/** Only what the force itself may offer today can be decided otherwise. */
export const schemeIsLiveHere: Guard<'override-decision', TriagedCase> = ({ state, context }) => {
  const isOwn = context.scheme !== null && isOpenTo(state.record.force, context.scheme);
  return unless(context.schemeIsLive && isOwn, 'override-not-live-here');
};

/** What nobody knew is found out and decided on again; an override would let somebody in past what was never asked. */
export const answersAreKnown: Guard<'override-decision', TriagedCase> = ({ state, data }) =>
  unless(
    data.to === 'ineligible' || decisionFor(state.record, data.scheme)?.verdict !== 'needs-information',
    'answers-needed',
  );

/** Nobody may let in whom the law keeps out; keeping somebody out needs no leave of the law. */
export const notPastTheLaw: Guard<'override-decision', TriagedCase> = ({ state, data, context }) => {
  if (data.to === 'ineligible') return null;
  const exclusion = exclusionInLaw(context.law, state.record, context);
  const [keptOut] = lawInDecision(context.law, state.record, data.scheme).keepingOut;
  return (
    unless(exclusion !== 'excluded', 'excluded-in-law') ??
    unless(keptOut === undefined, 'excluded-in-law', keptOut?.says) ??
    unless(exclusion !== 'not-settled', 'exclusion-not-settled')
  );
};

/** The ranks above officer that a scheme's questions of judgement ask for, and what each needs. */
export const ranksAreThere: Guard<'override-decision', TriagedCase> = ({ state, data, context }) =>
  ranksOf(decisionFor(state.record, data.scheme), { data, context });

/** The same of whoever lets a case go on though its verdict has turned. */
export const ranksMayConfirm: Guard<'confirm-verdict', Exclude<CaseState, TriagedCase | ClosedCase>> = ({
  state,
  data,
  context,
}) => ranksOf(decisionFor(state.record, state.offer.scheme), { data, context });

function ranksOf(
  decision: RecordedDecision | undefined,
  { data, context }: { readonly data: { readonly authority: string | null }; readonly context: CommandContext },
): CaseRefusal | null {
  const asked = ranksAskedFor(context.scheme, decision);
  const asksFor = (...ranks: Judge[]) => asked.some((by) => ranks.includes(by));
  return (
    unless(!asksFor('sergeant', 'inspector') || context.actor.rights.has('judge-as-sergeant'), 'supervisor-needed') ??
    unless(!asksFor('inspector', 'prosecutor') || hasWords(data.authority), 'authority-needed')
  );
}
