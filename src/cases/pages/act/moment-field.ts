import type { CalendarDay } from '../../../shared/calendar-day.ts';
import {
  allFields,
  dateField,
  type FormBody,
  formatDateTime,
  type FormResult,
  type FormState,
  type Html,
  html,
  lineField,
  londonInstants,
  parseDateField,
  parseTimeField,
  textOf,
  typedDateOf,
  wrong,
} from '../../../web/markup/index.ts';
import { isAfterReferral, isWithinTwoYears } from '../../domain/engagement/index.ts';

/** A day and a time of day in London. */
export function momentFields(form: FormState): Html {
  return html`${dateField(form, { name: 'on', label: 'Date', hint: 'For example, 27 3 2027' })}
    ${lineField(form, { name: 'at', label: 'Time', hint: 'For example, 9:30am or 14:30', input: { classes: 'govuk-input--width-5' } })}`;
}

/** What a moment is held against: nothing was done for a referral before it, nor is anything booked years ahead. */
export interface MomentLimits {
  readonly referredAt: string;
  readonly today: CalendarDay;
}

/** A moment that was typed. */
export interface TypedMoment {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** What to say of it: that it comes twice, as clocks go back, and the first is meant. */
  readonly says: string | undefined;
}

/** The moment typed, or what is wrong with it beside the field where it is. */
export function readMoment(body: FormBody, { referredAt, today }: MomentLimits): FormResult<TypedMoment> {
  const read = allFields({
    day: parseDateField(typedDateOf(body, 'on'), 'on', 'the date of the appointment'),
    minute: parseTimeField(textOf(body, 'at'), 'at'),
  });
  if (!read.ok) return read;
  const [first, second] = londonInstants(read.value.day, read.value.minute);
  if (first === undefined) {
    return wrong({
      field: 'at',
      text: 'Enter another time: the clocks go forward that night, and this one is left out',
    });
  }
  const at = first.toISOString();
  const wrongDay = (text: string) => wrong({ field: 'on', text, target: 'on-day' });
  if (!isAfterReferral(at, referredAt))
    return wrongDay(`The appointment must be after the referral, ${formatDateTime(new Date(referredAt))}`);
  if (!isWithinTwoYears(at, today)) return wrongDay('The appointment must be within the next two years');
  const says = second && 'The clocks go back that night and the time comes twice: the first of the two was taken';
  return { ok: true, value: { at, says } };
}
