/** One thing wrong with a form, in GOV.UK wording: "Enter a reason", "Select yes if ...". */
export interface FormError {
  /** The name of the field; the summary links to the element with this id. */
  readonly field: string;
  readonly text: string;
  /** Another id to link to, where the field itself has none (the day of a date). */
  readonly target?: string | undefined;
}

/** What parsing a form gives: a command's values, or the errors. What was typed stays with the caller. */
export type FormResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errors: readonly FormError[] };

/** The error of one field in the form that the GOV.UK macros take, or nothing. */
export function errorMessageFor(
  errors: readonly FormError[] | undefined,
  field: string,
): { readonly text: string } | undefined {
  const error = errors?.find((one) => one.field === field);
  return error && { text: error.text };
}
