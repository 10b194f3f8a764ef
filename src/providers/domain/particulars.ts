import type { Service } from './service.ts';
import type { ServiceKind, ServiceMode } from './service-kinds.ts';

/** What a service says of itself: what it is, where, and whom it takes. */
export interface Particulars {
  readonly kind: ServiceKind;
  readonly mode: ServiceMode;
  /** Where to come, or how to join, in words that are told to the person. */
  readonly where: string;
  /** The local authority that it stands in, by ONS code; null where that is not said, or it stands nowhere. */
  readonly council: string | null;
  /** The local authorities whose residents it takes; none: those of the whole force. */
  readonly takesFrom: readonly string[];
  /** In whole years; null: no limit. */
  readonly youngest: number | null;
  readonly oldest: number | null;
  /** The languages it is given in, in English. */
  readonly languages: readonly string[];
  /** Null where that is not known. */
  readonly isStepFree: boolean | null;
}

/** A service, and what it has published of itself; null where that is nothing yet. */
export interface PublishedService extends Service {
  readonly particulars: Particulars | null;
}

/** A published time of a service, with how many it takes and how many of these are taken. */
export interface ServiceTime {
  readonly timeId: string;
  readonly serviceId: string;
  /** ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly takes: number;
  readonly taken: number;
  /** Why the service is closed that day; null where it is not. */
  readonly closedBecause: string | null;
}

/** How many places of a time may still be booked. */
export function freePlacesOf({ takes, taken, closedBecause }: ServiceTime): number {
  return closedBecause === null ? Math.max(0, takes - taken) : 0;
}
