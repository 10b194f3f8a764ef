import { refusalWithout, type Actor } from '../../access/domain/index.ts';
import { londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { PublishedService, ServiceTime } from '../domain/index.ts';
import type { PublishingRefusal } from '../domain/publishing-refusal.ts';
import type { Booked, Closure } from '../store/providers-store.ts';
import { onOwnService } from './on-own-service.ts';
import type { ProvidersWork } from './providers-work.ts';

/** The services of the actor's own organisation. */
export async function showServices(
  { store }: ProvidersWork,
  actor: Actor,
): Promise<Result<readonly PublishedService[], PublishingRefusal>> {
  const unentitled = refusalWithout(actor, 'publish-services');
  if (unentitled) return refuse(unentitled);
  return ok(await store.as(actor, (services) => services.services()));
}

/** One service with its times to come, who is booked on each, and the days on which it is closed. */
export interface ServiceView {
  readonly service: PublishedService;
  readonly times: readonly ServiceTime[];
  /** Whether there are more times than are shown. */
  readonly hasMore: boolean;
  readonly booked: readonly Booked[];
  readonly closures: readonly Closure[];
  readonly today: CalendarDay;
}

/** How many times one page shows. */
const TIMES_SHOWN = 50;

/** Shows one service of the actor's own organisation. That somebody looked at who is booked is recorded. */
export function showService(
  work: ProvidersWork,
  actor: Actor,
  serviceId: string,
): Promise<Result<ServiceView, PublishingRefusal>> {
  return onOwnService(work, actor, serviceId, async ({ services, service, now }) => {
    const found = await services.timesFrom(serviceId, now, TIMES_SHOWN + 1);
    const times = found.slice(0, TIMES_SHOWN);
    const today = londonDayOf(now);
    const booked = await services.bookedOn(times.map(({ timeId }) => timeId));
    const closures = await services.closures(serviceId, today);
    await services.audit({ serviceId, action: 'places-viewed', at: now, details: {} });
    return ok({ service, times, hasMore: found.length > times.length, booked, closures, today });
  });
}
