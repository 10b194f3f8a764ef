import { z } from 'zod';
import { calendarDaySchema } from '../../shared/calendar-day-schema.ts';

/** Where an offence may be tried, as it is asked. */
export const modesOfTrial = ['summary-only', 'either-way', 'indictable-only'] as const;

const modeOfTrialSchema = z.enum(modesOfTrial);

/** How serious the law takes the offence to be: where it may be tried. */
export type ModeOfTrial = z.infer<typeof modeOfTrialSchema>;

export const offenceSchema = z.strictObject({
  occurredOn: calendarDaySchema.nullable(),
  /** Null where the officer has not said: then it follows from the offence group, where that settles it. */
  modeOfTrial: modeOfTrialSchema.nullable(),
});

/** What the law needs to know of the offence beside the facts that schemes turn on. */
export type Offence = Readonly<z.infer<typeof offenceSchema>>;
