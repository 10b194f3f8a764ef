import { addMonths } from '../../../shared/add-months.ts';
import { addDays, type CalendarDay } from '../../../shared/calendar-day.ts';
import type { TimeLimitFlag } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import { modeOfTrial } from '../offer/index.ts';
import { knownValue } from '../known-facts.ts';

const TIME_LIMIT_MONTHS = 6;

/**
 * Whether a charge is still in time. A summary-only offence must be charged within six calendar months of the day it
 * happened (Magistrates' Courts Act 1980 s127; in Scotland Criminal Procedure (Scotland) Act 1995 s136); any other
 * offence has no such limit. Where the kind of offence or its day is not known, so is the limit.
 */
export function statutoryTimeLimit(record: CaseRecord, today: CalendarDay): TimeLimitFlag {
  const mode = modeOfTrial(record.facts, record.offence);
  if (mode !== null && mode !== 'summary-only') return { applies: 'no', lastDay: null, passed: false };
  const occurredOn = dayOfOffence(record);
  if (mode === null || occurredOn === null) return { applies: 'not-known', lastDay: null, passed: false };
  const lastDay = addMonths(occurredOn, TIME_LIMIT_MONTHS);
  return { applies: 'yes', lastDay, passed: today > lastDay };
}

function dayOfOffence({ offence, facts, triagedOn }: CaseRecord): CalendarDay | null {
  if (offence.occurredOn !== null) return offence.occurredOn;
  const daysAgo = knownValue(facts, 'offence-age-days');
  return typeof daysAgo === 'number' ? addDays(triagedOn, -daysAgo) : null;
}
