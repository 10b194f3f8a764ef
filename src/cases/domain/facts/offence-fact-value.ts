import { parseCalendarDay } from '../../../shared/calendar-day.ts';
import { modesOfTrial } from '../../../triage/domain/index.ts';

/** Whether one of the offence's own facts can have a value; null is "not known". */
export function isOffenceFactValue(fact: string, value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'string') return false;
  return fact === 'mode-of-trial' ? modesOfTrial.some((mode) => mode === value) : parseCalendarDay(value) !== null;
}
