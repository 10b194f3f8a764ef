/** The body of a form POST: every field is text, or a list of texts where several boxes have one name. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

/** The body as sent; of what is no form (JSON with objects in it, nothing at all) as much as could be one. */
export function formBodyOf(body: unknown): FormBody {
  if (body === null || typeof body !== 'object') return {};
  const fields = Object.entries(body).map(([name, value]: [string, unknown]) => [name, textsIn(value)] as const);
  return Object.fromEntries(fields.filter((field): field is readonly [string, string | string[]] => field[1] !== null));
}

function textsIn(value: unknown): string | string[] | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
}

/**
 * The text of a field without surrounding space; empty when it was not sent, or nothing of it can be seen. The last one
 * wins when sent twice.
 */
export function textOf(body: FormBody, field: string): string {
  return visibleText(textsOf(body, field).at(-1) ?? '');
}

/** What was chosen of a closed list: empty where nothing was, or where two answers contradict each other. */
export function choiceOf(body: FormBody, field: string): string {
  const [only = '', ...others] = new Set(textsOf(body, field));
  return others.length === 0 ? only : '';
}

/** Every value sent for a field: boxes ticked. */
export function textsOf(body: FormBody, field: string): readonly string[] {
  const value = Object.hasOwn(body, field) ? body[field] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Control characters but tabs and line ends: a database keeps no NUL, and nobody types them. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
const ANYTHING_SEEN = /[^\p{C}\p{Z}]/u;

function visibleText(text: string): string {
  const cleaned = text.toWellFormed().replace(CONTROL, '').trim();
  return ANYTHING_SEEN.test(cleaned) ? cleaned : '';
}
