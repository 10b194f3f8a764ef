/** Reads what was typed into a form, field by field, or says what is wrong with it. */
import { choiceOf, type FormBody, textOf } from './form-body.ts';
import type { FormError, FormResult } from './form-error.ts';

/** The longest text a box takes: more is a mistake in pasting. */
const LONGEST_TEXT = 4000;
/** The longest that a box of one line takes: a name, a reference. */
export const LONGEST_LINE = 200;

/** Text that must be there. `missing` is what to say where it is not: "Enter a reason". */
export function requiredText(
  body: FormBody,
  field: string,
  missing: string,
  atMost: number = LONGEST_TEXT,
): FormResult<string> {
  const text = textOf(body, field);
  if (text === '') return wrong({ field, text: missing });
  return withinLength(field, text, atMost);
}

/** Text that may be left out: null then. */
export function optionalText(body: FormBody, field: string, atMost: number = LONGEST_TEXT): FormResult<string | null> {
  const text = textOf(body, field);
  return text === '' ? { ok: true, value: null } : withinLength(field, text, atMost);
}

/** One of a closed list. `missing` is what to say where none of them, or more than one, was chosen: "Select a reason". */
export function requiredChoice<const Value extends string>(
  body: FormBody,
  field: string,
  { of, missing }: { readonly of: readonly Value[]; readonly missing: string },
): FormResult<Value> {
  const choice = choiceOf(body, field);
  const chosen = of.find((value) => value === choice);
  return chosen === undefined ? wrong({ field, text: missing }) : { ok: true, value: chosen };
}

/** Yes or no. */
export function requiredYesOrNo(body: FormBody, field: string, missing: string): FormResult<boolean> {
  const answer = requiredChoice(body, field, { of: ['yes', 'no'], missing });
  return answer.ok ? { ok: true, value: answer.value === 'yes' } : answer;
}

type Values<Fields> = { readonly [F in keyof Fields]: Fields[F] extends FormResult<infer Value> ? Value : never };

/** Every field's value, or every field's errors in the order of the fields. */
export function allFields<Fields extends Readonly<Record<string, FormResult<unknown>>>>(
  fields: Fields,
): FormResult<Values<Fields>> {
  const errors = Object.values(fields).flatMap((result) => (result.ok ? [] : result.errors));
  if (errors.length > 0) return { ok: false, errors };
  const values = Object.entries(fields).map(([name, result]) => [name, result.ok ? result.value : null]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the value of each field, under its own name
  return { ok: true, value: Object.fromEntries(values) as Values<Fields> };
}

/** A form that is wrong in one place. */
export function wrong(error: FormError): { readonly ok: false; readonly errors: readonly FormError[] } {
  return { ok: false, errors: [error] };
}

function withinLength(field: string, text: string, atMost: number): FormResult<string> {
  if (text.length <= atMost) return { ok: true, value: text };
  return wrong({ field, text: `Shorten this to ${atMost} characters or fewer` });
}
