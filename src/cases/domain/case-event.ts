import { z } from 'zod';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';
import { instantSchema } from '../../shared/instant-schema.ts';
import { authorSchema, type Author, type Instant } from './author.ts';
import { closingEvents } from './events/closing-events.ts';
import { givenOutcomeEvents } from './events/given-outcome-events.ts';
import { engagementEvents } from './events/engagement-events.ts';
import { offerEvents } from './events/offer-events.ts';
import { referralEvents } from './events/referral-events.ts';
import { triageEvents } from './events/triage-events.ts';

export type { OutcomeBasis, TimeLimitFlag, WithdrawnReason } from './events/closing-events.ts';
export type { Condition } from './events/condition.ts';
export type { Consent, ConsentGivenHow } from './events/consent.ts';
export type {
  Attendance,
  NotCompletedReason,
  PoliceEndingReason,
  StepDose,
  WhoseDoing,
} from './events/engagement-events.ts';
export type { ModeOfTrial, Offence } from '../../triage/domain/index.ts';
export type { AppropriateAdult, OtherwiseConsequence } from './events/offer-events.ts';
export type { RejectionReason } from './events/referral-events.ts';
export type { AmendedValue, ChangedVerdict } from './events/triage-events.ts';

/**
 * What each event holds. None holds the person's name or contact: those stand beside the log, where they can be
 * corrected. None of a provider's holds more than may cross to the police (engagement/provider-event-schemas.ts): its
 * reasons and words stand in its own records.
 *
 * Whatever changes here is a new shape of what is stored: store/shapes/.
 */
export const eventDataSchemas = {
  ...triageEvents,
  ...offerEvents,
  ...referralEvents,
  ...engagementEvents,
  ...givenOutcomeEvents,
  ...closingEvents,
} as const;

export type EventType = keyof typeof eventDataSchemas;

/** What each event holds, as the schemas say it. */
export type EventData = { readonly [T in EventType]: DeepReadonly<z.infer<(typeof eventDataSchemas)[T]>> };

/** One event: what happened, when, by whom. Written as a lookup, so that the compiler keeps type and data together. */
export type EventOf<T extends EventType> = {
  readonly [E in T]: { readonly type: E; readonly at: Instant; readonly by: Author; readonly data: EventData[E] };
}[T];

/** Everything that can happen in the life of a case. */
export type CaseEvent = EventOf<EventType>;

/** An event with its place in the case's log, 1 for the first. */
export interface NumberedEvent {
  readonly sequence: number;
  readonly event: CaseEvent;
}

function eventOf<T extends EventType>(type: T) {
  return z.strictObject({ type: z.literal(type), at: instantSchema, by: authorSchema, data: eventDataSchemas[type] });
}

/** Any event, told apart by its type. case-event.test.ts holds that none is left out. */
export const caseEventSchema = z.discriminatedUnion('type', [
  eventOf('person-triaged'),
  eventOf('decision-overridden'),
  eventOf('fact-amended'),
  eventOf('birthday-corrected'),
  eventOf('decided-again'),
  eventOf('verdict-confirmed'),
  eventOf('scheme-offered'),
  eventOf('offer-declined'),
  eventOf('offer-accepted'),
  eventOf('agreement-signed'),
  eventOf('person-referred'),
  eventOf('place-booked'),
  eventOf('referral-rejected'),
  eventOf('referral-accepted'),
  eventOf('contact-attempted'),
  eventOf('appointment-booked'),
  eventOf('appointment-moved'),
  eventOf('appointment-kept'),
  eventOf('appointment-late'),
  eventOf('appointment-missed'),
  eventOf('attendance-corrected'),
  eventOf('appointment-cancelled'),
  eventOf('condition-varied'),
  eventOf('breach-recorded'),
  eventOf('activity-completed'),
  eventOf('activity-not-completed'),
  eventOf('outcome-given'),
  eventOf('outcome-corrected'),
  eventOf('closed-with-outcome'),
  eventOf('youth-justice-told'),
  eventOf('outcome-recorded'),
  eventOf('returned-for-prosecution'),
  eventOf('no-further-consequence'),
  eventOf('case-withdrawn'),
  eventOf('case-reopened'),
]);
