import { describe, expect, test } from 'vitest';
import type { FormBody, FormError, FormResult, Html } from '../../src/web/markup/index.ts';
import { type DrawnForm, drawnForm } from './drawn-form.ts';
import { type Expected, namesOf, pressedIn, type Row, rowsOf, type Situation, without } from './form-table.ts';

/** How a form is read and drawn, whatever room it is of. */
export interface HeldForm<Input> {
  readonly title: string;
  readonly situations: readonly Situation<Input>[];
  readonly read: (
    input: Input,
    body: FormBody,
  ) => Promise<FormResult<{ readonly data: object; readonly note?: object | undefined }>>;
  /** The whole content of its page; null where there is none. */
  readonly draw: (
    input: Input,
    typed: { readonly body: FormBody; readonly errors: readonly FormError[] },
  ) => Html | null;
  readonly startsWith: (input: Input) => FormBody;
}

/** Holds a form to its table: what it reads, what it draws, and that the two are the same. */
export function hold<Input>(form: HeldForm<Input>): void {
  const looked = new Map<Situation<Input>, Promise<ReadonlySet<string>>>();
  const readIn = (situation: Situation<Input>): Promise<ReadonlySet<string>> => {
    const read = looked.get(situation) ?? fieldsRead(form, situation);
    looked.set(situation, read);
    return read;
  };
  describe.each(form.situations.map((situation) => [situation.when, situation] as const))(
    `${form.title}: %s`,
    (_when, situation) => {
      const rows = rowsOf(situation);
      test.each(rows)('%s', async (_title, body, expected) => {
        expect(answerOf(await form.read(situation.input, body))).toEqual(expected);
      });
      if (situation.isNotThere) holdNoPage(form, situation);
      else holdPage(form, { situation, rows, readIn });
    },
  );

  test(`${form.title}: every field drawn is read`, async () => {
    const ofEach = await Promise.all(form.situations.map(readIn));
    const read = new Set(ofEach.flatMap((names) => [...names]));
    expect(form.situations.flatMap(namesOf).filter((name) => !read.has(name))).toEqual([]);
  });
}

async function fieldsRead<Input>(form: HeldForm<Input>, situation: Situation<Input>): Promise<ReadonlySet<string>> {
  const looked = new Set<string>();
  for (const [, body] of rowsOf(situation)) await form.read(situation.input, watched(body, looked));
  return looked;
}

function holdNoPage<Input>(form: HeldForm<Input>, { input }: Situation<Input>): void {
  test('there is no page', () => {
    expect(form.draw(input, { body: {}, errors: [] })).toBeNull();
  });
}

interface HeldPage<Input> {
  readonly situation: Situation<Input>;
  readonly rows: readonly Row[];
  /** The fields that reading every row looks at. */
  readonly readIn: (situation: Situation<Input>) => Promise<ReadonlySet<string>>;
}

function holdPage<Input>(form: HeldForm<Input>, { situation, rows, readIn }: HeldPage<Input>): void {
  const { input, right, fields } = situation;
  const draw = (body: FormBody, errors: readonly FormError[] = []): string => {
    const page = form.draw(input, { body, errors });
    if (page === null) throw new Error('There is no page');
    return String(page);
  };

  test('the fields drawn are those that the table holds', () => {
    expect([...drawnForm(draw({})).names].sort()).toEqual([...namesOf(situation)].sort());
  });

  test('no field is read that is not drawn', async () => {
    const looked = await readIn(situation);
    expect([...looked].filter((name) => !namesOf(situation).includes(name))).toEqual([]);
  });

  test('the choices drawn are those that are taken', () => {
    const drawn = drawnForm(draw({})).choices;
    const held = Object.entries(fields).flatMap(([name, { choices }]) => (choices ? [[name, choices] as const] : []));
    expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(held));
  });

  test('the fields hold at first what is known already', () => {
    const { body } = drawnForm(draw(form.startsWith(input)));
    expect(filled(body)).toEqual(filled(situation.startsWith ?? {}));
  });

  test('what was typed is kept, and each error stands at a field that is there', async () => {
    for (const [title, body] of rows) {
      const read = await form.read(input, body);
      if (read.ok) continue;
      const page = draw(body, read.errors);
      const drawn = drawnForm(page);
      const leads = read.errors.map(({ field, target }) => target ?? field);
      expect({ title, leads: leads.filter((id) => !drawn.ids.has(id)) }).toEqual({ title, leads: [] });
      for (const { text } of read.errors) expect(page).toContain(asMarkup(text));
      const typed = without(body, ...Object.keys(pressedIn(situation, body)));
      expect({ title, kept: filled(drawn.body) }).toEqual({ title, kept: filled(typedIn(typed, drawn)) });
    }
  });

  if (right === null) return;
  test('what is drawn filled in is read as it was meant', async () => {
    const sent = { ...drawnForm(draw(right.body)).body, ...pressedIn(situation, right.body) };
    expect(answerOf(await form.read(input, sent))).toEqual({
      data: right.data,
      ...(right.note && { note: right.note }),
    });
  });
}

function answerOf(result: Awaited<ReturnType<HeldForm<unknown>['read']>>): Expected {
  if (!result.ok) {
    return {
      errors: result.errors.map(({ field, text, target }) =>
        target === undefined ? ([field, text] as const) : ([field, text, target] as const),
      ),
    };
  }
  const { data, note } = result.value;
  return { data, ...(note && { note }) };
}

/** A body that notes which of its fields are looked at. */
function watched(body: FormBody, looked: Set<string>): FormBody {
  const note = (name: string | symbol): void => void (typeof name === 'string' && looked.add(name));
  return new Proxy(body, {
    get: (target, name, receiver): unknown => (note(name), Reflect.get(target, name, receiver)),
    has: (target, name) => (note(name), Reflect.has(target, name)),
    getOwnPropertyDescriptor: (target, name) => (note(name), Reflect.getOwnPropertyDescriptor(target, name)),
  });
}

/** What of a body its fields can hold: one text, of choices those that are drawn, and of two that differ neither. */
function typedIn(body: FormBody, { names, choices, several }: DrawnForm): FormBody {
  const own = Object.entries(body).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    own.map(([name, value]): readonly [string, string | readonly string[]] => {
      const texts = typeof value === 'string' ? [value] : value;
      const offered = choices.get(name);
      if (offered === undefined) return [name, texts.at(-1) ?? ''];
      if (!several.has(name) && new Set(texts).size > 1) return [name, ''];
      return [name, texts.filter((text) => offered.includes(text))];
    }),
  );
}

/** A body without its empty fields, and without the space and the control characters that no field keeps. */
function filled(body: FormBody): FormBody {
  return Object.fromEntries(
    Object.entries(body)
      .map(([name, value]) => {
        const texts = [...new Set(typeof value === 'string' ? [value] : value)].map(visible).filter(Boolean);
        return [name, texts.length === 1 ? (texts[0] ?? '') : texts] as const;
      })
      .filter(([, value]) => value.length > 0),
  );
}

function visible(text: string): string {
  return /[^\p{C}\p{Z}]/u.test(text) ? text.replace(/[^\P{Cc}\n\r\t]/gu, '').trim() : '';
}

function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
