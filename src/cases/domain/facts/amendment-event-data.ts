/** What the events of an amendment hold: the old value, the new one, and the decisions taken again. */
import type { EventDataMaker } from '../attempt.ts';
import { recordOf, type CaseRecord, type CaseState } from '../case-state.ts';
import type { AmendedValue } from '../case-event.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { amendedFacts, presentValueOf, verdictsThatChanged } from './amended-record.ts';

export const factAmended: EventDataMaker<'fact-amended', 'amend-fact', CaseState> = ({ state, data, context }) => ({
  ...data,
  old: presentValueOf(recordOf(state), data.fact),
  follows: withOld(recordOf(state), context.following),
  changed: verdictsThatChanged(recordOf(state), context.decidedAgain ?? []),
});

export const birthdayCorrected: EventDataMaker<'birthday-corrected', 'correct-birthday', CaseState> = ({
  state,
  data,
  context,
}) => ({
  ...data,
  follows: withOld(recordOf(state), context.following),
  changed: verdictsThatChanged(recordOf(state), context.decidedAgain ?? []),
});

export const decidedAgain: EventDataMaker<'decided-again', 'decide-again', CaseState> = ({ state, data, context }) => {
  const record = recordOf(state);
  const answers = withOld(record, [...data.answers, ...context.following]);
  return {
    answers,
    reason: data.reason,
    facts: amendedFacts(record.facts, answers),
    asOf: context.today,
    decisions: context.decidedAgain ?? [],
  };
};

/** Each with what it was, where that differs. */
function withOld(record: CaseRecord, amended: readonly Omit<AmendedValue, 'old'>[]): AmendedValue[] {
  return amended
    .map((each) => ({ ...each, old: presentValueOf(record, each.fact) }))
    .filter((each) => canonicalJson(each.old) !== canonicalJson(each.new));
}
