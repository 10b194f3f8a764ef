import { eventDataSchemas, type CaseEvent, type EventType } from '../case-event.ts';
import { endings } from '../events/engagement-events.ts';

/**
 * What the events hold that a provider may write. The police read every event, so all that crosses to them stands here:
 * closed lists, yes or no, counts, moments, and codes in which no words fit. The database holds the same
 * (`event_rights.provider_members`); provider-event-schemas.test.ts holds every schema here to it.
 */
export const providerEventSchemas = {
  'referral-rejected': eventDataSchemas['referral-rejected'],
  'referral-accepted': eventDataSchemas['referral-accepted'],
  'contact-attempted': eventDataSchemas['contact-attempted'],
  'appointment-booked': eventDataSchemas['appointment-booked'],
  'appointment-moved': eventDataSchemas['appointment-moved'],
  'appointment-kept': eventDataSchemas['appointment-kept'],
  'appointment-late': eventDataSchemas['appointment-late'],
  'appointment-missed': eventDataSchemas['appointment-missed'],
  'attendance-corrected': eventDataSchemas['attendance-corrected'],
  'appointment-cancelled': eventDataSchemas['appointment-cancelled'],
  'activity-completed': eventDataSchemas['activity-completed'],
  'activity-not-completed': endings.byProvider,
} as const satisfies { readonly [E in EventType]?: unknown };

type ProviderEventType = keyof typeof providerEventSchemas;

/** Whether an event holds no more than may cross from a provider to the police. */
export function mayCross({ type, data }: CaseEvent): boolean {
  return isOfProviders(type) && providerEventSchemas[type].safeParse(data).success;
}

function isOfProviders(type: EventType): type is ProviderEventType {
  return Object.hasOwn(providerEventSchemas, type);
}
