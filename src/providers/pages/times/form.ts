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
  parseDateField,
  parseTimeField,
  textOf,
  typedDateOf,
  wrong,
} from '../../../web/markup/index.ts';
import type { WeeklySeries } from '../../domain/index.ts';
import { publishTimes, type TimesPublished } from '../../use-cases/publish-times.ts';
import type { ServiceForm } from '../service-form.ts';
import { requiredWholeNumber } from '../whole-number.ts';

interface Series {
  readonly series: WeeklySeries;
  readonly takes: number;
}

/** Publishes the same hours on the same day of some weeks. */
export const timesForm: ServiceForm<Series> = {
  name: 'times',
  title: 'Publish times',
  button: 'Publish times',
  startWith: () => ({}),
  fields,
  read,
  send: async (site, actor, serviceId, series) => {
    const sent = await publishTimes(site.work, actor, { serviceId, ...series });
    return sent.ok ? { ok: true, value: publishedWords(sent.value) } : sent;
  },
  fieldOf: (code) => (code === 'no-time-on-those-days' ? 'from-time' : 'on'),
};

function fields(form: FormState): Html {
  const short = { classes: 'govuk-input--width-5' };
  const number = { classes: 'govuk-input--width-3', inputmode: 'numeric' };
  return html`<p class="govuk-body">The times are those in the United Kingdom: 10am stays 10am when the clocks change.</p>
    ${dateField(form, { name: 'on', label: 'First day', hint: 'For example, 27 3 2027' })}
    ${lineField(form, { name: 'from-time', label: 'Starts at', hint: 'For example, 9:30am or 14:30', input: short })}
    ${lineField(form, { name: 'to-time', label: 'Ends at', hint: 'A time no later than the start is on the next day', input: short })}
    ${lineField(form, { name: 'weeks', label: 'For how many weeks?', hint: 'Once a week on the same day. Enter 1 for a single time', input: number })}
    ${lineField(form, { name: 'takes', label: 'How many people does each take?', input: number })}`;
}

function read(body: FormBody): FormResult<Series> {
  const isRead = allFields({
    from: parseDateField(typedDateOf(body, 'on'), 'on', 'the first day'),
    startsAt: parseTimeField(textOf(body, 'from-time'), 'from-time'),
    endsAt: parseTimeField(textOf(body, 'to-time'), 'to-time'),
    weeks: requiredWholeNumber(body, 'weeks', {
      from: 1,
      to: 104,
      called: 'The number of weeks',
      missing: 'Enter for how many weeks',
    }),
    takes: requiredWholeNumber(body, 'takes', {
      from: 1,
      to: 500,
      called: 'The number of people',
      missing: 'Enter how many people each takes',
    }),
  });
  if (!isRead.ok) return isRead;
  const { takes, ...series } = isRead.value;
  return series.startsAt === series.endsAt
    ? wrong({ field: 'to-time', text: 'The end must differ from the start' })
    : { ok: true, value: { series, takes } };
}

function publishedWords({ published, before, leftOut }: TimesPublished): string {
  return [
    published === 1 ? '1 time published' : `${published} times published`,
    ...(before > 0 ? [before === 1 ? '1 was published before' : `${before} were published before`] : []),
    ...(leftOut.length > 0
      ? [`none on ${leftOut.map(formatDay).join(', ')}, when the clocks leave that hour out`]
      : []),
  ].join('; ');
}
