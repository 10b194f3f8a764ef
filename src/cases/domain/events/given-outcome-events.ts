import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';
import { closingEvents } from './closing-events.ts';

const outcome = closingEvents['outcome-recorded'];

/** What the events hold of an outcome that counts from when it is given, while the activity goes on. */
export const givenOutcomeEvents = {
  'outcome-given': outcome.extend({
    /** The day whose law it is held to. */
    givenOn: calendarDaySchema,
  }),
  'outcome-corrected': z.strictObject({
    /** The type that was recorded wrongly. */
    was: z.string().nullable(),
    /** What was given in truth, on the same day; null where nothing was. */
    to: outcome.nullable(),
    reason: z.string(),
  }),
  'closed-with-outcome': z.strictObject({
    outcomeType: z.string().nullable(),
    activity: z.enum(['completed', 'not-completed', 'not-begun']),
    /** Why nothing more follows, where something might; null where nothing does. */
    reason: z.string().nullable(),
  }),
  'youth-justice-told': z.strictObject({
    toldOn: calendarDaySchema,
    /** Which service was told. */
    team: z.string(),
  }),
} as const;
