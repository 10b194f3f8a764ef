import { parseCalendarDay } from '../../../shared/calendar-day.ts';
import type { ModeOfTrial } from '../case-event.ts';

/** Where an offence may be tried, as it is asked. */
const modesOfTrial = ['summary-only', 'either-way', 'indictable-only'] as const satisfies ModeOfTrial[];

/** Whether one of the offence's own facts can have a value; null is "not known". */
export function isOffenceFactValue(fact: string, value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'string') return false;
  return fact === 'mode-of-trial' ? modesOfTrial.some((mode) => mode === value) : parseCalendarDay(value) !== null;
}
