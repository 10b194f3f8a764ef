import type { FormBody, Html } from '../../src/web/markup/index.ts';

/** What a browser would make of a form's markup. */
export interface DrawnForm {
  /** The names of its fields, each once, in the order drawn. */
  readonly names: readonly string[];
  /** The values that may be chosen, of each field where something is chosen. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** What is sent when nothing is touched. */
  readonly body: FormBody;
  /** The fields where more than one may be chosen. */
  readonly several: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** Not part of what is asked: the token and the version of the case. */
const HIDDEN = ['_csrf', 'seen', 'next'];

const ELEMENT = /<(input|textarea|select|button)\b((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>(?:([\s\S]*?)<\/\1>)?/g;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;

/** Reads markup of GOV.UK's macros, which is regular. */
export function drawnForm(markup: Html | string): DrawnForm {
  const text = String(markup);
  const choices = new Map<string, string[]>();
  const sent = new Map<string, string[]>();
  const [names, several] = [new Set<string>(), new Set<string>()];
  for (const { tag, attributes, content } of elementsIn(text)) {
    const name = attributes.get('name');
    if (name === undefined || HIDDEN.includes(name)) continue;
    names.add(name);
    const send = (value: string): void => void sent.set(name, [...(sent.get(name) ?? []), value]);
    const offer = (value: string): void => void choices.set(name, [...(choices.get(name) ?? []), value]);
    const value = attributes.get('value') ?? '';
    if (tag === 'textarea') send(plain(content).replace(/^\n/, ''));
    else if (tag === 'button') offer(value);
    else if (tag === 'select') {
      for (const option of content.matchAll(/<option((?:\s+[\w-]+(?:="[^"]*")?)*)>/g)) {
        const own = attributesIn(option[1] ?? '');
        if ((own.get('value') ?? '') !== '') offer(own.get('value') ?? '');
        if (own.has('selected')) send(own.get('value') ?? '');
      }
    } else if (attributes.get('type') === 'radio' || attributes.get('type') === 'checkbox') {
      offer(value);
      if (attributes.get('type') === 'checkbox') several.add(name);
      if (attributes.has('checked')) send(value);
    } else send(value);
  }
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => plain(id));
  const body = Object.fromEntries(
    [...sent].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
  return { names: [...names], choices, several, body, ids: new Set(ids) };
}

function* elementsIn(text: string) {
  for (const [, tag = '', attributes = '', content = ''] of text.matchAll(ELEMENT)) {
    yield { tag, attributes: attributesIn(attributes), content };
  }
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, plain(value)]));
}

function plain(escaped: string): string {
  return escaped
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
