import type { CaseActor } from '../../src/access/index.ts';
import type { WaymarkDatabase } from '../../src/db/index.ts';
import { closeDay, publishService, publishTimes, type ProvidersWork } from '../../src/providers/index.ts';
import type { Particulars } from '../../src/providers/domain/index.ts';
import { providersInDatabase } from '../../src/providers/store/providers-in-database.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { divertService, worker } from './people.ts';

/** A made-up course that takes every adult. */
export const aCourse: Particulars = {
  kind: 'course',
  mode: 'in-person',
  where: '1 Made-up Street',
  council: null,
  takesFrom: [],
  youngest: 18,
  oldest: null,
  languages: ['English'],
  isStepFree: true,
};

/** Publishes services of the tests, as their provider does. */
export class Publishing {
  readonly work: ProvidersWork;

  constructor(db: WaymarkDatabase, clock: () => Date) {
    this.work = { store: providersInDatabase(db), clock, newId: () => crypto.randomUUID() };
  }

  async publishes(
    times: { readonly from: string; readonly weeks: number; readonly takes: number },
    { by = worker, serviceId = divertService, as = {} }: PublishedAs = {},
  ): Promise<void> {
    const { from, weeks, takes } = times;
    done(await publishService(this.work, by, { serviceId, particulars: { ...aCourse, ...as } }));
    const series = { from: calendarDayOf(from), weeks, startsAt: 10 * 60, endsAt: 12 * 60 };
    done(await publishTimes(this.work, by, { serviceId, series, takes }));
  }

  async closes(day: string, { by = worker, serviceId = divertService }: Omit<PublishedAs, 'as'> = {}) {
    return done(await closeDay(this.work, by, { serviceId, day: calendarDayOf(day), reason: 'Staff training' }));
  }
}

interface PublishedAs {
  readonly by?: CaseActor;
  readonly serviceId?: string;
  readonly as?: Partial<Particulars>;
}

function done<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
