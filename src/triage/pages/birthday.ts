import type { CalendarDay } from '../../shared/calendar-day.ts';
import { type FormBody, type FormResult, textOf, typedDayIn, wrong } from '../../web/markup/index.ts';
import { birthdayFault, type BirthdayFault, type BirthdayLimits } from '../domain/birthday-fault.ts';
import { readPastDay } from './past-day.ts';

const FIELD = 'born-on';

const faultWords: Readonly<Record<BirthdayFault, (oldest: number) => string>> = {
  'in-the-future': () => 'The date of birth must be today or in the past',
  'too-long-ago': (oldest) => `The date of birth must not make the person older than ${oldest}`,
  'after-the-offence': () => 'The date of birth must be before the offence',
};

/** A date of birth, in whichever form asks for one in three boxes; null where all of them are empty. */
export function readBirthday(body: FormBody, limits: BirthdayLimits): FormResult<CalendarDay | null> {
  const { today, oldest } = limits;
  const day = readPastDay(body, { field: FIELD, called: 'the date of birth', today, earliest: null });
  const fault = day.ok && day.value !== null ? birthdayFault(day.value, limits) : null;
  return fault === null ? day : wrong({ field: FIELD, text: faultWords[fault](oldest), target: `${FIELD}-day` });
}

/** The same where it is typed in one line, which is a tap and not three. */
export function readBirthdayLine(body: FormBody, limits: BirthdayLimits): FormResult<CalendarDay | null> {
  const { day, month, year } = typedDayIn(textOf(body, FIELD));
  const boxes = { [`${FIELD}-day`]: day, [`${FIELD}-month`]: month, [`${FIELD}-year`]: year };
  const read = readBirthday(boxes, limits);
  return read.ok ? read : { ok: false, errors: read.errors.map(({ field, text }) => ({ field, text })) };
}
