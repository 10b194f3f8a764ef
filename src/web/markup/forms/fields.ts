/** The fields that forms are made of, with what was typed and what is wrong with it. */
import {
  govukDateInput,
  govukInput,
  govukRadios,
  govukTextarea,
  type RadiosOptions,
} from '../govuk/index.generated.ts';
import type { Html } from '../html.ts';
import type { TypedDate } from './date-field.ts';
import { choiceOf, type FormBody, textOf } from './form-body.ts';
import { errorMessageFor, type FormError } from './form-error.ts';

/** What was typed into a form so far, and what is wrong with it: every field is drawn from it. */
export interface FormState {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Radios for one of a closed list. */
export function choiceField(
  form: FormState,
  field: Field & { readonly items: RadiosOptions['items']; readonly inline?: boolean; readonly large?: boolean },
): Html {
  const chosen = choiceOf(form.body, field.name);
  return govukRadios({
    idPrefix: field.name,
    name: field.name,
    ...(chosen !== '' && { value: chosen }),
    fieldset: {
      legend: {
        text: field.label,
        classes: field.large ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s',
        isPageHeading: field.large,
      },
    },
    ...(field.hint !== undefined && { hint: { text: field.hint } }),
    ...(field.inline && { classes: 'govuk-radios--inline' }),
    errorMessage: errorMessageFor(form.errors, field.name),
    items: field.items,
  });
}

/** Yes or no. */
export function yesOrNoField(form: FormState, field: Field): Html {
  const items = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ];
  return choiceField(form, { ...field, items, inline: true });
}

/** A box for words: a reason, a note. */
export function wordsField(
  form: FormState,
  field: Field & { readonly rows?: number; readonly classes?: string },
): Html {
  return govukTextarea({
    id: field.name,
    name: field.name,
    value: textOf(form.body, field.name),
    rows: String(field.rows ?? 4),
    ...(field.classes !== undefined && { classes: field.classes }),
    label: { text: field.label, classes: 'govuk-label--s' },
    ...(field.hint !== undefined && { hint: { text: field.hint } }),
    errorMessage: errorMessageFor(form.errors, field.name),
  });
}

type InputKind = Partial<Parameters<typeof govukInput>[0]>;

/** A box for one line. */
export function lineField(form: FormState, field: Field & { readonly input?: InputKind }): Html {
  return govukInput({
    id: field.name,
    name: field.name,
    value: textOf(form.body, field.name),
    label: { text: field.label, classes: 'govuk-label--s' },
    ...(field.hint !== undefined && { hint: { text: field.hint } }),
    errorMessage: errorMessageFor(form.errors, field.name),
    ...field.input,
  });
}

/** The three boxes of a date. */
export function dateField(form: FormState, field: Field): Html {
  const error = form.errors.find((one) => one.field === field.name);
  const boxes = (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    id: `${field.name}-${part}`,
    value: textOf(form.body, `${field.name}-${part}`),
    classes: [
      part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      ...(error && (error.target ?? '').endsWith(part) ? ['govuk-input--error'] : []),
    ].join(' '),
  }));
  return govukDateInput({
    id: field.name,
    namePrefix: field.name,
    fieldset: { legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } },
    ...(field.hint !== undefined && { hint: { text: field.hint } }),
    errorMessage: errorMessageFor(form.errors, field.name),
    items: boxes,
  });
}

/** The three boxes filled with a day, in the form a body has. */
export function typedDay(field: string, day: string): FormBody {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const typed: TypedDate = { day: String(Number(dayOfMonth)), month: String(Number(month)), year };
  return Object.fromEntries(Object.entries(typed).map(([part, value]) => [`${field}-${part}`, value]));
}
