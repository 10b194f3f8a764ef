import type { FormBody } from '../../src/web/markup/index.ts';

/** What a form answers: the data of its command and a provider's own note, or every error with the id it leads to. */
export type Expected =
  { readonly data: object; readonly note?: object | undefined } | { readonly errors: readonly ExpectedError[] };

export type ExpectedError = readonly [field: string, text: string, target?: string];

/** One line of a form's table. */
export type Row = readonly [title: string, body: FormBody, expected: Expected];

/** A body that is right, and what comes of it. */
export interface Right {
  readonly body: FormBody;
  readonly data: object;
  readonly note?: object;
}

/** What differs from the right answer, and what must be sent besides. */
export interface Change {
  readonly data?: object;
  readonly note?: object;
  readonly body?: FormBody;
}

/** A field of a form as its table describes it: from it come the rows of everything it takes and refuses. */
export interface Field {
  /** The names that it is drawn with: three for a date. */
  readonly names: (name: string) => readonly string[];
  /** Every value that may be chosen; undefined where something is typed. */
  readonly choices?: readonly string[];
  /** Whether its values are those of buttons: nothing of it is sent, or kept, that is not pressed. */
  readonly isPressed?: boolean;
  readonly rows: (name: string, right: Right) => readonly Row[];
}

/** A form in one situation, as of an adult, or of a case whose scheme has no agreement. */
export interface Situation<Input> {
  readonly when: string;
  readonly input: Input;
  /** Null where nothing sent is right. */
  readonly right: Right | null;
  readonly fields: { readonly [name: string]: Field };
  /** What no single field says: two fields together, a target that is not there. */
  readonly rows?: readonly Row[];
  /** What the fields hold at first; nothing where it is left out. */
  readonly startsWith?: FormBody;
  /** Whether the address names nothing: then there is no page to draw. */
  readonly isNotThere?: boolean;
}

/** Every row of a situation: the right answer, each field in every way, and the situation's own. */
export function rowsOf<Input>({ right, fields, rows = [] }: Situation<Input>): readonly Row[] {
  if (right === null) return rows;
  return [
    ['all that is asked for', right.body, changed(right, {})],
    ...Object.entries(fields).flatMap(([name, field]) => field.rows(name, right)),
    ...rows,
  ];
}

/** The names that a situation's fields are drawn with. */
export function namesOf<Input>({ fields }: Situation<Input>): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => field.names(name));
}

/** The values of the buttons that a body was sent with. */
export function pressedIn<Input>({ fields }: Situation<Input>, body: FormBody): FormBody {
  return Object.fromEntries(Object.entries(body).filter(([name]) => fields[name]?.isPressed === true));
}

export function changed(right: Right, { data, note }: Change): Expected {
  const own = right.note ?? note;
  return {
    data: { ...right.data, ...data },
    ...(own && { note: { ...right.note, ...note } }),
  };
}

/** A body without some of its fields. */
export function without(body: FormBody, ...names: readonly string[]): FormBody {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}
