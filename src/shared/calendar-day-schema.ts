import { z } from 'zod';

/** A calendar day in a document or a stored row: ISO text, of a day that the calendar has. */
export const calendarDaySchema = z.iso.date().brand<'CalendarDay'>();
