/** The body of a form POST: every field is text, or a list of texts where several boxes have one name. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

/** The body as sent, with what is no form (JSON, nothing) read as an empty form. */
export function formBodyOf(body: unknown): FormBody {
  return body !== null && typeof body === 'object' ? (body as FormBody) : {};
}

/** The text of a field without surrounding space; empty when it was not sent. The last one wins when sent twice. */
export function textOf(body: FormBody, field: string): string {
  const value = body[field];
  return (typeof value === 'string' ? value : (value?.at(-1) ?? '')).trim();
}

/** Every value sent for a field: boxes ticked. */
export function textsOf(body: FormBody, field: string): readonly string[] {
  const value = body[field];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
