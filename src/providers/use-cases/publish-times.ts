import type { Actor } from '../../access/domain/index.ts';
import { addDays, londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { weeklyTimes, type WeeklySeries } from '../domain/index.ts';
import { publishingRefusal, type PublishingRefusal } from '../domain/publishing-refusal.ts';
import { onOwnService } from './on-own-service.ts';
import type { ProvidersWork } from './providers-work.ts';

export interface PublishTimes {
  readonly serviceId: string;
  readonly series: WeeklySeries;
  /** How many each time takes. */
  readonly takes: number;
}

export interface TimesPublished {
  readonly published: number;
  /** Those that were published before, and stay as they were. */
  readonly before: number;
  /** The days on which clocks leave the hour out. */
  readonly leftOut: readonly CalendarDay[];
}

/** Publishes a weekly series of times. */
export function publishTimes(
  work: ProvidersWork,
  actor: Actor,
  { serviceId, series, takes }: PublishTimes,
): Promise<Result<TimesPublished, PublishingRefusal>> {
  return onOwnService(work, actor, serviceId, async ({ services, service, now }) => {
    if (service.particulars === null) return refuse(publishingRefusal('service-not-published'));
    const { times, leftOut } = weeklyTimes(series);
    const [first, last] = [times[0], times.at(-1)];
    if (first === undefined || last === undefined) return refuse(publishingRefusal('no-time-on-those-days'));
    if (first.startsAt <= now) return refuse(publishingRefusal('times-in-the-past'));
    if (londonDayOf(last.startsAt) > addDays(londonDayOf(now), 2 * 365))
      return refuse(publishingRefusal('times-too-far-ahead'));
    const added = times.map((time) => ({ ...time, timeId: work.newId(), takes }));
    const published = await services.addTimes(service, added, now);
    if (published === 0) return refuse(publishingRefusal('times-published-already'));
    const [firstAt, lastAt] = [first.startsAt.toISOString(), last.startsAt.toISOString()];
    const details = { times: published, takes, firstAt, lastAt };
    await services.audit({ serviceId, action: 'times-published', at: now, details });
    return ok({ published, before: times.length - published, leftOut });
  });
}
