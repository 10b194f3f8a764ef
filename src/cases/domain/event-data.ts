/* oxlint-disable typescript/no-non-null-assertion -- the guards of transitions.ts have held that these are there */
import { presentValueOf, verdictsThatChanged } from './amended-record.ts';
import type { Attempt } from './attempt.ts';
import type { CommandType } from './case-command.ts';
import type { EventData, EventType } from './case-event.ts';
import {
  conditionById,
  recordOf,
  type CaseState,
  type EngagingCase,
  type NotCompletedCase,
  type ProviderSideOf,
  type ReturnedCase,
  type TriagedCase,
} from './case-state.ts';
import { consequenceThatFollows } from './consequence.ts';
import { doseOf } from './dose.ts';
import { legalBasisOf } from './outcome-rules.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';
import { decisionFor, verdictThatCounts } from './verdict-that-counts.ts';

type Gives<E extends EventType, C extends CommandType, State = unknown> = (attempt: Attempt<C, State>) => EventData[E];

const personTriaged: Gives<'person-triaged', 'triage-person'> = ({ said, context }) => ({
  ...said,
  asOf: context.today,
});

const decisionOverridden: Gives<'decision-overridden', 'override-decision', TriagedCase> = ({ state, said }) => ({
  ...said,
  from: verdictThatCounts(state.record, said.scheme)!,
});

const schemeOffered: Gives<'scheme-offered', 'offer-scheme', TriagedCase> = ({ state, said, context }) => ({
  ...said,
  schemeVersion: decisionFor(state.record, said.scheme)!.schemeVersion,
  overridden: state.record.overrides.some((override) => override.scheme === said.scheme),
  time: context.earlierTimesOnScheme + 1,
});

const personReferred: Gives<'person-referred', 'refer-person'> = ({ said, context }) => ({
  referralId: said.referralId,
  providerOrganisationId: context.service!.organisationId,
  providerName: context.service!.organisationName,
  serviceId: context.service!.serviceId,
  serviceName: context.service!.name,
});

const appointmentKept: Gives<'appointment-kept', 'record-attendance'> = ({ said }) => ({
  appointmentId: said.appointmentId,
});

const appointmentNotKept: Gives<'appointment-late' | 'appointment-missed', 'record-attendance'> = ({ said }) => ({
  appointmentId: said.appointmentId,
  whose: 'whose' in said && said.whose !== null ? said.whose : 'logistics',
});

const conditionVaried: Gives<'condition-varied', 'vary-condition', EngagingCase> = ({ state, said }) => ({
  ...said,
  from: conditionById(state.agreement, said.conditionId)!.words,
});

const activityCompleted: Gives<'activity-completed', 'complete-activity', ProviderSideOf<'engaging'>> = (attempt) => ({
  dose: doseOf(attempt.context.scheme!, attempt.state.engagement.appointments),
  shortfallReason: attempt.said.shortfallReason,
});

const outcomeRecorded: Gives<'outcome-recorded', 'record-outcome'> = ({ said }) => ({
  ...said,
  legalBasis: legalBasisOf(said.type, said.basis),
});

const returnedForProsecution: Gives<
  'returned-for-prosecution',
  'return-for-prosecution',
  ReturnedCase | NotCompletedCase
> = ({ state, said, context }) => {
  const follows = consequenceThatFollows(state, context.scheme);
  return {
    ...said,
    consequence: follows.is === 'consequence' ? follows.consequence : 'prosecution',
    timeLimit: statutoryTimeLimit(state.record, context.today),
  };
};

const factAmended: Gives<'fact-amended', 'amend-fact', CaseState> = ({ state, said, context }) => ({
  ...said,
  old: presentValueOf(recordOf(state), said.fact),
  changed: verdictsThatChanged(recordOf(state), context.decidedAgain ?? []),
});

const gives: { readonly [E in EventType]?: (attempt: never) => EventData[E] } = {
  'person-triaged': personTriaged,
  'decision-overridden': decisionOverridden,
  'scheme-offered': schemeOffered,
  'person-referred': personReferred,
  'appointment-kept': appointmentKept,
  'appointment-late': appointmentNotKept,
  'appointment-missed': appointmentNotKept,
  'condition-varied': conditionVaried,
  'activity-completed': activityCompleted,
  'outcome-recorded': outcomeRecorded,
  'returned-for-prosecution': returnedForProsecution,
  'fact-amended': factAmended,
};

/** What an event holds: what was said, with what the case and the scheme add. Only for attempts that the guards let by. */
export function eventDataOf(event: EventType, attempt: Attempt<CommandType, unknown>): EventData[EventType] {
  const give = gives[event];
  return give ? give(attempt as never) : (attempt.said as EventData[EventType]);
}
