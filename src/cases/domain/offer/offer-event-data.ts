/** What the events of a triage, an override, an offer and a confirmed verdict hold. */
import { unsettledVerdict } from '../facts/index.ts';
import type { EventDataMaker } from '../attempt.ts';
import type { CaseState, ClosedCase, TriagedCase } from '../case-state.ts';
import { decisionFor, verdictThatCounts } from './verdict-that-counts.ts';
import { heldByGuards } from '../event-data/held-by-guards.ts';

export const personTriaged: EventDataMaker<'person-triaged', 'triage-person'> = ({ data, context }) => ({
  ...data,
  asOf: context.today,
});

export const decisionOverridden: EventDataMaker<'decision-overridden', 'override-decision', TriagedCase> = ({
  state,
  data,
}) => ({
  ...data,
  from: heldByGuards(verdictThatCounts(state.record, data.scheme), 'a decision'),
});

export const schemeOffered: EventDataMaker<'scheme-offered', 'offer-scheme', TriagedCase> = (attempt) => {
  const { state, data, context } = attempt;
  return {
    ...data,
    schemeVersion: heldByGuards(decisionFor(state.record, data.scheme), 'a decision').schemeVersion,
    overridden: state.record.overrides.some((override) => override.scheme === data.scheme),
    time: context.earlierTimesOnScheme + 1,
  };
};

type Beyond = Exclude<CaseState, TriagedCase | ClosedCase>;

export const verdictConfirmed: EventDataMaker<'verdict-confirmed', 'confirm-verdict', Beyond> = ({ state, data }) => ({
  ...data,
  scheme: state.offer.scheme,
  verdict: heldByGuards(unsettledVerdict(state), 'a verdict that has turned').to,
});
