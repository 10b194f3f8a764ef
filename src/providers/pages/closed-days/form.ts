import type { CalendarDay } from '../../../shared/calendar-day.ts';
import {
  allFields,
  dateField,
  type FormBody,
  formatDay,
  type FormResult,
  type FormState,
  html,
  type Html,
  lineField,
  LONGEST_LINE,
  parseDateField,
  requiredText,
  typedDateOf,
} from '../../../web/markup/index.ts';
import { closeDay } from '../../use-cases/close-day.ts';
import type { ServiceForm } from '../service-form.ts';

interface ClosedDay {
  readonly day: CalendarDay;
  readonly reason: string;
}

/** Closes a day, with the reason that officers are told. */
export const closedDaysForm: ServiceForm<ClosedDay> = {
  name: 'closed-days',
  title: 'Close a day',
  button: 'Close the day',
  startWith: () => ({}),
  fields,
  read,
  send: async (site, actor, serviceId, closed) => {
    const sent = await closeDay(site.work, actor, { serviceId, ...closed });
    return sent.ok ? { ok: true, value: closedWords(closed.day, sent.value.booked) } : sent;
  },
  fieldOf: () => 'on',
};

function fields(form: FormState): Html {
  return html`<p class="govuk-body">Nobody is booked on a closed day. People who are booked already stay booked until you move them.</p>
    ${dateField(form, { name: 'on', label: 'Which day?', hint: 'For example, 27 3 2027' })}
    ${lineField(form, { name: 'reason', label: 'Why?', hint: 'Officers see this. Do not name anybody' })}`;
}

function read(body: FormBody): FormResult<ClosedDay> {
  return allFields({
    day: parseDateField(typedDateOf(body, 'on'), 'on', 'the day'),
    reason: requiredText(body, 'reason', 'Enter a reason', LONGEST_LINE),
  });
}

function closedWords(day: CalendarDay, booked: number): string {
  const closed = `Closed on ${formatDay(day)}`;
  if (booked === 0) return closed;
  return `${closed}. ${booked === 1 ? '1 person is' : `${booked} people are`} booked on it: move them`;
}
