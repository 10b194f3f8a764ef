import type { Actor } from '../../access/domain/index.ts';
import { addDays, londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import type { Particulars, PublishedService } from '../domain/index.ts';
import { closeDay } from '../use-cases/close-day.ts';
import { publishService } from '../use-cases/publish-service.ts';
import { publishTimes } from '../use-cases/publish-times.ts';
import type { ProvidersWork } from '../use-cases/providers-work.ts';
import { showServices } from '../use-cases/show-services.ts';

const WEEKS = 8;

/**
 * Made-up places, so that whoever looks at the demonstration sees some: a course on each service of the demonstration's
 * providers, once a week for the next weeks. What was published or changed by hand stays; each start adds the weeks that
 * are new.
 */
export async function publishDemonstrationPlaces(work: ProvidersWork, publishers: readonly Actor[]): Promise<void> {
  for (const publisher of publishers) {
    const services = await showServices(work, publisher);
    if (!services.ok) continue;
    for (const service of services.value.filter(({ name }) => name.endsWith('(demonstration)')))
      await publish(work, publisher, service);
  }
}

async function publish(work: ProvidersWork, publisher: Actor, { serviceId, force, particulars }: PublishedService) {
  const isNew = particulars === null;
  if (isNew) await publishService(work, publisher, { serviceId, particulars: courseIn(force) });
  const series = { from: nextTuesday(londonDayOf(work.clock())), weeks: WEEKS, startsAt: 10 * 60, endsAt: 12 * 60 };
  // Refused where every week is published already.
  await publishTimes(work, publisher, { serviceId, series, takes: 12 });
  const lastDay = addDays(series.from, 7 * (WEEKS - 1));
  if (isNew) await closeDay(work, publisher, { serviceId, day: lastDay, reason: 'Staff training (demonstration)' });
}

/** Where each is held: a council area of its force, as far as the reference has one. */
const COUNCILS: Readonly<Record<string, string>> = {
  durham: 'E06000047',
  'west-midlands': 'E08000025',
  'thames-valley': 'E06000038',
  'avon-and-somerset': 'E06000023',
};

function courseIn(force: string): Particulars {
  return {
    kind: 'course',
    mode: 'in-person',
    where: '1 Made-up Street (demonstration)',
    council: COUNCILS[force] ?? null,
    takesFrom: [],
    youngest: 18,
    oldest: null,
    languages: ['English'],
    isStepFree: true,
  };
}

function nextTuesday(today: CalendarDay): CalendarDay {
  const daysAhead = (9 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7;
  return addDays(today, daysAhead === 0 ? 7 : daysAhead);
}
