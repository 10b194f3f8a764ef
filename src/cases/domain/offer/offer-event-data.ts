import { presentValueOf, verdictsThatChanged } from '../facts/index.ts';
import type { EventDataMaker } from '../attempt.ts';
import { recordOf, type CaseState, type TriagedCase } from '../case-state.ts';
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

export const factAmended: EventDataMaker<'fact-amended', 'amend-fact', CaseState> = ({ state, data, context }) => ({
  ...data,
  old: presentValueOf(recordOf(state), data.fact),
  changed: verdictsThatChanged(recordOf(state), context.decidedAgain ?? []),
});
