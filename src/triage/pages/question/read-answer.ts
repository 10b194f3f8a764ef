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

/** What a question was drawn with. */
export interface Asked {
  /** Drugs already named: amounts are asked for these alone. */
  readonly substances: readonly string[];
  /** What can be done where no answer is known, within a sentence: "or “I don’t know”". */
  readonly orElse?: string;
}

/** The drugs whose amounts are asked for: those that were named, else every one. */
export function substancesAsked(values: readonly string[], { substances }: Asked): readonly string[] {
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
      return readAmounts(type, body, { drugs: substancesAsked(type.values, asked), orElse });
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
