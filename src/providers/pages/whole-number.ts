import { type FormBody, type FormResult, textOf, wrong } from '../../web/markup/index.ts';

interface Bounds {
  readonly from: number;
  readonly to: number;
  /** How the field is called at the beginning of a sentence: "The youngest age". */
  readonly called: string;
}

/** A whole number within bounds that may be left out: null then. */
export function optionalWholeNumber(
  body: FormBody,
  field: string,
  { from, to, called }: Bounds,
): FormResult<number | null> {
  const typed = textOf(body, field);
  if (typed === '') return { ok: true, value: null };
  if (!/^\d{1,6}$/.test(typed)) return wrong({ field, text: `${called} must be a whole number, like ${from}` });
  const value = Number(typed);
  return value < from || value > to
    ? wrong({ field, text: `${called} must be between ${from} and ${to}` })
    : { ok: true, value };
}

/** The same where it must be there. `missing` is what to say where it is not: "Enter how many weeks". */
export function requiredWholeNumber(
  body: FormBody,
  field: string,
  { missing, ...bounds }: Bounds & { readonly missing: string },
): FormResult<number> {
  const read = optionalWholeNumber(body, field, bounds);
  if (!read.ok) return read;
  return read.value === null ? wrong({ field, text: missing }) : { ok: true, value: read.value };
}
