import { Html, trustedHtml } from '../html.ts';

/**
 * What the generated templates stand on: the filters and tests of nunjucks that GOV.UK's templates use, with the same
 * answers. Held by the official fixtures, and against nunjucks itself on options that nobody thought of.
 */

/** Markup, told from text that is still to be escaped. An empty one counts as true in a template, as it does there. */
export class SafeText {
  readonly val: string;

  constructor(val: string) {
    this.val = val;
  }

  get length(): number {
    return this.val.length;
  }

  toString(): string {
    return this.val;
  }
}

export type Template = (params: unknown) => SafeText;

/** Draws a component with its options. The templates test `html` options as texts: Html inside is turned into its markup. */
export function render(template: Template, options: object): Html {
  return trustedHtml(template(plain(options)).val);
}

function plain(value: unknown): unknown {
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, plain(member)]),
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#92;',
};

function escapeText(text: string): string {
  return text.replace(/[&"'<>\\]/g, (character) => ESCAPES[character] ?? character);
}

/** What `{{ value }}` puts out. */
export function print(value: unknown): string {
  if (value === undefined || value === null) return '';
  return value instanceof SafeText ? value.val : escapeText(textOf(value));
}

export function escape(value: unknown): SafeText {
  return value instanceof SafeText ? value : new SafeText(escapeText(textOf(value ?? '')));
}

export function safe(value: unknown): SafeText {
  return value instanceof SafeText ? value : new SafeText(textOf(value ?? ''));
}

export function trim(value: unknown): SafeText | string {
  return likeBefore(value, textOf(value).replace(/^\s*|\s*$/g, ''));
}

export function indent(value: unknown, width: number, alsoFirst = false): SafeText | string {
  if (value === undefined || value === null || value === false || value === '') return '';
  const space = ' '.repeat(width);
  return likeBefore(value, (alsoFirst ? space : '') + textOf(value).replaceAll('\n', `\n${space}`));
}

/** @param ofEmpty whether anything empty (`''`, 0, false) is replaced too, and not only what is not there. */
export function defaultTo<Value>(value: Value, otherwise: Value, ofEmpty = false): Value {
  const isThere = ofEmpty ? Boolean(value) : value !== undefined;
  return isThere ? value : otherwise;
}

export function replace(value: unknown, before: string, after: unknown): unknown {
  if (typeof value !== 'string' && !(value instanceof SafeText)) return value;
  return value.toString().includes(before)
    ? likeBefore(
        value,
        value.toString().replaceAll(before, () => textOf(after)),
      )
    : value;
}

export function capitalise(value: unknown): SafeText | string {
  const lower = value === undefined || value === null || value === false ? '' : textOf(value).toLowerCase();
  return likeBefore(value, lower.charAt(0).toUpperCase() + lower.slice(1));
}

export function string(value: unknown): SafeText | string {
  return value instanceof SafeText ? value : textOf(value);
}

export function length(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof SafeText) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

/** The members of a list that are not empty; of a text, its characters. */
export function truthyIn(value: unknown): readonly unknown[] {
  return (typeof value === 'string' ? value.split('') : Array.isArray(value) ? value : []).filter(Boolean);
}

/** `a in b`: a member of a list, a part of a text, a key of an object. */
export function isIn(member: unknown, container: unknown): boolean {
  if (Array.isArray(container)) return container.includes(member);
  if (typeof container === 'string') return container.includes(textOf(member));
  return container instanceof Object && textOf(member) in container;
}

export function isEscaped(value: unknown): boolean {
  return value instanceof SafeText;
}

export function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Name and value of each member, for `{% for name, value in ... %}`; of a list, the first two members of each member. */
export function pairsOf(value: unknown): readonly (readonly [unknown, unknown])[] {
  if (Array.isArray(value)) return value.map((member: ArrayLike<unknown>) => [member[0], member[1]]);
  return isMapping(value) ? Object.entries(value) : [];
}

function likeBefore(before: unknown, text: string): SafeText | string {
  return before instanceof SafeText ? new SafeText(text) : text;
}

/** As JavaScript itself writes a value; a template has whatever was put into it. */
function textOf(value: unknown): string {
  return String(value);
}
