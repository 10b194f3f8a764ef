import {
  allFields,
  dateField,
  type FormBody,
  type FormResult,
  type FormState,
  type Html,
  html,
  lineField,
  londonInstant,
  parseDateField,
  parseTimeField,
  textOf,
  typedDateOf,
} from '../../../web/markup/index.ts';

/** A day and a time of day in London. */
export function momentFields(form: FormState): Html {
  return html`${dateField(form, { name: 'on', label: 'Date', hint: 'For example, 27 3 2027' })}
    ${lineField(form, { name: 'at', label: 'Time', hint: 'For example, 9:30am or 14:30', input: { classes: 'govuk-input--width-5' } })}`;
}

/** The moment as ISO 8601 in UTC. */
export function readMoment(body: FormBody): FormResult<string> {
  const read = allFields({
    day: parseDateField(typedDateOf(body, 'on'), 'on', 'the date of the appointment'),
    minute: parseTimeField(textOf(body, 'at'), 'at'),
  });
  return read.ok ? { ok: true, value: londonInstant(read.value.day, read.value.minute).toISOString() } : read;
}
