/**
 * Markup that is safe to send. It is made only by the `html` tag, which escapes what is put into it, and by
 * `trustedHtml` around the official GOV.UK macros: a plain string never reaches a page unescaped.
 */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in an `html` template: nothing for null, undefined, false; text escaped; Html as it is; lists joined. */
export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

/** Builds markup from a template: every inserted text is escaped, nested Html is kept. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let markup = strings[0] ?? '';
  parts.forEach((part, index) => {
    markup += markupOf(part) + (strings[index + 1] ?? '');
  });
  return new Html(markup);
}

/** Markup from a source that already escapes: only for rendered templates, never for what somebody typed. */
export function trustedHtml(markup: string): Html {
  return new Html(markup);
}

/** Html pieces one after the other. */
export function joinHtml(parts: readonly HtmlPart[], separator: HtmlPart = ''): Html {
  return new Html(parts.map(markupOf).join(markupOf(separator)));
}

function markupOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return part.map(markupOf).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ESCAPES[character] ?? character);
}
