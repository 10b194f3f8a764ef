import type { Actor } from '../../access/domain/index.ts';
import type { AuditedAction } from '../../audit/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Particulars, PublishedService, ServiceTime } from '../domain/index.ts';

/** A time as it is published. */
export interface NewTime {
  readonly timeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly takes: number;
}

/** A day on which a service is closed. */
export interface Closure {
  readonly closedOn: CalendarDay;
  readonly reason: string;
}

/** Somebody booked on a time, by the reference of the case. */
export interface Booked {
  readonly timeId: string;
  readonly caseId: string;
  readonly reference: string;
}

/** What a use-case may do in its one transaction, within the rights of whoever asks: the services of their own organisation. */
export interface ProvidersTransaction {
  services(): Promise<readonly PublishedService[]>;
  saveParticulars(service: PublishedService, particulars: Particulars, at: Date): Promise<void>;
  /** Adds times; answers how many are new: a service has one time at a moment. */
  addTimes(service: PublishedService, times: readonly NewTime[], at: Date): Promise<number>;
  /** Every time of a service from a moment on, at most as many as asked for. */
  timesFrom(serviceId: string, from: Date, limit: number): Promise<readonly ServiceTime[]>;
  /** Who holds a place of these times. */
  bookedOn(times: readonly string[]): Promise<readonly Booked[]>;
  /** How many hold a place of a service on a day. */
  bookedOnDay(serviceId: string, day: CalendarDay): Promise<number>;
  closures(serviceId: string, from: CalendarDay): Promise<readonly Closure[]>;
  /** Whether the day was open until now. */
  closeDay(service: PublishedService, closure: Closure, at: Date): Promise<boolean>;
  /** Whether the day was closed until now. */
  openDay(serviceId: string, day: CalendarDay): Promise<boolean>;
  audit(entry: {
    readonly serviceId: string;
    readonly action: AuditedAction;
    readonly at: Date;
    readonly details: Readonly<Record<string, unknown>>;
  }): Promise<void>;
}

/** Where services and their places are kept. */
export interface ProvidersStore {
  as<Answer>(actor: Actor, work: (services: ProvidersTransaction) => Promise<Answer>): Promise<Answer>;
}
