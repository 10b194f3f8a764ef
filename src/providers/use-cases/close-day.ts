import type { Actor } from '../../access/domain/index.ts';
import { londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { publishingRefusal, type PublishingRefusal } from '../domain/publishing-refusal.ts';
import { onOwnService } from './on-own-service.ts';
import type { ProvidersWork } from './providers-work.ts';

export interface CloseDay {
  readonly serviceId: string;
  readonly day: CalendarDay;
  readonly reason: string;
}

/**
 * Closes a day: nobody is booked on it any more. Those who are booked already stay booked, and are counted in the answer,
 * so that somebody moves them.
 */
export function closeDay(
  work: ProvidersWork,
  actor: Actor,
  { serviceId, day, reason }: CloseDay,
): Promise<Result<{ readonly booked: number }, PublishingRefusal>> {
  return onOwnService(work, actor, serviceId, async ({ services, service, now }) => {
    if (day < londonDayOf(now)) return refuse(publishingRefusal('day-in-the-past'));
    if (!(await services.closeDay(service, { closedOn: day, reason }, now)))
      return refuse(publishingRefusal('day-closed-already'));
    await services.audit({ serviceId, action: 'day-closed', at: now, details: { day } });
    return ok({ booked: await services.bookedOnDay(serviceId, day) });
  });
}

/** Opens a closed day again; null for what is no day. */
export function openDay(
  work: ProvidersWork,
  actor: Actor,
  { serviceId, day }: { readonly serviceId: string; readonly day: CalendarDay | null },
): Promise<Result<null, PublishingRefusal>> {
  return onOwnService(work, actor, serviceId, async ({ services, now }) => {
    if (day === null || !(await services.openDay(serviceId, day))) return refuse(publishingRefusal('day-not-closed'));
    await services.audit({ serviceId, action: 'day-opened-again', at: now, details: { day } });
    return ok(null);
  });
}
