import type { FactDefinition, FactKind } from '../../../eligibility/index.ts';
import {
  allFields,
  choiceOf,
  type FormBody,
  type FormError,
  type FormResult,
  textOf,
  textsOf,
  wrong,
} from '../../../web/markup/index.ts';
import type { RecordedFactValue } from '../../domain/index.ts';

/** Said where no scheme of the force reads a count. */
export const NOTHING_COUNTED = 'No scheme of your force counts this.';

type NumberKind = Extract<FactKind, { kind: 'number' }>;
type AmountsKind = Extract<FactKind, { kind: 'amounts' }>;

/** Whether the button "I don't know" was pressed, or "Prefer not to say", which leaves the fact not known either. */
export function saysNotKnown(body: FormBody): boolean {
  return textOf(body, 'not-known') === 'yes' || saysDeclined(body);
}

/** Whether the button "Prefer not to say" was pressed. */
export function saysDeclined(body: FormBody): boolean {
  return textOf(body, 'not-known') === 'declined';
}

/** Whether the button was pressed that answers with none, because our records show none and none is known. */
export function saysNoneOnRecords(body: FormBody): boolean {
  return textOf(body, 'from-records') === 'none';
}

/** Which tap was pressed that answers several questions, by its place among them; null where none was. */
export function togetherPressed(body: FormBody): number | null {
  const pressed = choiceOf(body, 'together');
  return /^\d$/.test(pressed) ? Number(pressed) : null;
}

/** What a question was drawn with. */
export interface Asked {
  /** Drugs already named: amounts are asked for these alone. */
  readonly substances: readonly string[];
  /** The schemes that a count by scheme is asked for. */
  readonly counted: readonly string[];
  /** What can be done where no answer is known, within a sentence: "or “I don’t know”". */
  readonly orElse?: string;
}

/** What amounts are asked for: the schemes counted; or the drugs that were named, else every one. */
export function membersAsked(
  { values, pattern }: AmountsKind,
  { substances, counted }: Pick<Asked, 'substances' | 'counted'>,
): readonly string[] {
  if (pattern !== undefined) return counted;
  return substances.length > 0 ? substances : values;
}

/** What the fields of a question say, as facts files write it. */
export function readAnswer({ type, id }: FactDefinition, body: FormBody, asked: Asked): FormResult<RecordedFactValue> {
  const orElse = asked.orElse ?? 'or “I don’t know”';
  switch (type.kind) {
    case 'choice':
      return id.endsWith('force') ? readForce(type.values, body, orElse) : readChoice(type.values, body, orElse);
    case 'set':
      return readSet(type.values, body, orElse);
    case 'number':
      return readNumberOrRange(type, body, orElse);
    case 'amounts':
      return type.pattern === undefined
        ? readAmounts(type, body, { drugs: membersAsked(type, asked), orElse })
        : readCounts(type, body, { schemes: membersAsked(type, asked), orElse });
    case 'code':
      return readCode(type.pattern, body, orElse);
  }
}

function readChoice(
  values: readonly (string | boolean)[],
  body: FormBody,
  orElse: string,
): FormResult<RecordedFactValue> {
  const chosen = choiceOf(body, 'answer');
  const value = values.find((each) => String(each) === chosen);
  return value === undefined ? wrong({ field: 'answer', text: `Select an answer, ${orElse}` }) : { ok: true, value };
}

function readForce(
  forces: readonly (string | boolean)[],
  body: FormBody,
  orElse: string,
): FormResult<RecordedFactValue> {
  if (choiceOf(body, 'answer') !== 'other') return readChoice(forces, body, orElse);
  const chosen = choiceOf(body, 'other-force');
  const force = forces.find((each) => each === chosen);
  return force === undefined ? wrong({ field: 'other-force', text: 'Choose a force' }) : { ok: true, value: force };
}

/** None excludes every other: a body that has both has not answered. */
function readSet(values: readonly string[], body: FormBody, orElse: string): FormResult<RecordedFactValue> {
  const ticked = new Set(textsOf(body, 'answer'));
  const isNone = ticked.delete('none');
  const members = values.filter((value) => ticked.has(value));
  const isClear = members.length === ticked.size && isNone === (members.length === 0);
  return isClear
    ? { ok: true, value: members }
    : wrong({ field: 'answer', text: `Select every one, or “None”, ${orElse}` });
}

function readNumberOrRange(type: NumberKind, body: FormBody, orElse: string): FormResult<RecordedFactValue> {
  const isTyped = (field: string): boolean => textOf(body, field) !== '';
  if (isTyped('answer')) return readNumber(type, body, 'answer');
  if (!isTyped('answer-from') && !isTyped('answer-to')) {
    return wrong({ field: 'answer', text: `${enter(type)}, ${orElse}` });
  }
  const ends = allFields({
    ...(isTyped('answer-from') && { from: readNumber(type, body, 'answer-from') }),
    ...(isTyped('answer-to') && { to: readNumber(type, body, 'answer-to') }),
  });
  if (!ends.ok) return ends;
  const { from = -Infinity, to = Infinity } = ends.value;
  return from > to ? wrong({ field: 'answer-to', text: 'The most must not be less than the least' }) : ends;
}

/** One number for each scheme: a scheme left empty would be asked for again and again. */
function readCounts(
  { least, most }: AmountsKind,
  body: FormBody,
  { schemes, orElse }: { readonly schemes: readonly string[]; readonly orElse: string },
): FormResult<RecordedFactValue> {
  const type: NumberKind = { kind: 'number', whole: true, least, most };
  if (schemes.length === 0) return wrong({ field: 'answer', text: NOTHING_COUNTED });
  return allFields(
    Object.fromEntries(
      schemes.map((scheme) => {
        const field = `answer-${scheme}`;
        const isTyped = textOf(body, field) !== '';
        return [scheme, isTyped ? readCount(type, body, field) : wrong({ field, text: `${enter(type)}, ${orElse}` })];
      }),
    ),
  );
}

/** A count known exactly, or from below: "2 or more". */
function readCount(type: NumberKind, body: FormBody, field: string): FormResult<number | { readonly from: number }> {
  const [, least] = /^(\d+) or more$/.exec(textOf(body, field)) ?? [];
  if (least === undefined) return readNumber(type, body, field);
  const from = readNumber(type, { [field]: least }, field);
  return from.ok ? { ok: true, value: { from: from.value } } : from;
}

function readNumber(type: NumberKind, body: FormBody, field: string): FormResult<number> {
  const typed = textOf(body, field);
  const value = Number(typed);
  const isNumber = (type.whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(typed);
  return isNumber && isCountable(value) && value >= type.least && value <= type.most
    ? { ok: true, value }
    : wrong({ field, text: enter(type) });
}

/** More figures than these a number no longer tells apart. */
function isCountable(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER;
}

function enter({ whole, least, most }: NumberKind): string {
  const kind = whole ? 'a whole number' : 'a number';
  return Number.isFinite(most) ? `Enter ${kind} from ${least} to ${most}` : `Enter ${kind}`;
}

function readAmounts(
  { least, most }: AmountsKind,
  body: FormBody,
  { drugs, orElse }: { readonly drugs: readonly string[]; readonly orElse: string },
): FormResult<RecordedFactValue> {
  const amounts: Record<string, number> = {};
  const errors: FormError[] = [];
  for (const drug of drugs) {
    const field = `answer-${drug}`;
    const typed = textOf(body, field);
    if (typed === '') continue;
    const grams = Number(typed);
    const isAmount = /^\d+(\.\d+)?$/.test(typed) && isCountable(grams) && grams >= least && grams <= most;
    if (isAmount) amounts[drug] = grams;
    else errors.push({ field, text: 'Enter a number of grams, like 3.5' });
  }
  if (errors.length > 0) return { ok: false, errors };
  if (Object.keys(amounts).length > 0) return { ok: true, value: amounts };
  return wrong({ field: 'answer', text: `Enter at least one amount, ${orElse}` });
}

function readCode(pattern: string, body: FormBody, orElse: string): FormResult<RecordedFactValue> {
  const isAnother = textOf(body, 'answer') === 'other';
  if (isAnother && textOf(body, 'other-council') === '')
    return wrong({ field: 'other-council', text: 'Choose a council' });
  const typed = textOf(body, isAnother ? 'other-council' : 'answer').toUpperCase();
  return new RegExp(pattern).test(typed)
    ? { ok: true, value: typed }
    : wrong({ field: 'answer', text: `Choose a council, ${orElse}` });
}
