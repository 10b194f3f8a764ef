import type { FactDefinition, FactKind } from '../../../../eligibility/index.ts';
import { type FormBody, type FormResult, textOf, textsOf, wrong } from '../../../../web/markup/index.ts';

type NumberKind = Extract<FactKind, { kind: 'number' }>;

/** Whether the button "I don't know" was pressed. */
export function saysNotKnown(body: FormBody): boolean {
  return textOf(body, 'not-known') === 'yes';
}

/** What the fields of a question say, as facts files write it. */
export function readAnswer({ type, id }: FactDefinition, body: FormBody): FormResult<unknown> {
  switch (type.kind) {
    case 'choice':
      return readChoice(id, type.values, body);
    case 'set':
      return readSet(type.values, body);
    case 'number':
      return readNumberOrRange(type, body);
    case 'amounts':
      return readAmounts(type.values, body);
    case 'code':
      return readCode(type.pattern, body);
  }
}

function readChoice(fact: string, values: readonly (string | boolean)[], body: FormBody): FormResult<unknown> {
  const other = fact.endsWith('force') && textOf(body, 'answer') === 'other';
  const typed = textOf(body, other ? 'other-force' : 'answer');
  const value = values.find((each) => String(each) === typed);
  if (value !== undefined) return { ok: true, value };
  return wrong(
    other
      ? { field: 'other-force', text: 'Choose a force' }
      : { field: 'answer', text: 'Select an answer, or “I don’t know”' },
  );
}

function readSet(values: readonly string[], body: FormBody): FormResult<unknown> {
  const ticked = textsOf(body, 'answer');
  if (ticked.length === 1 && ticked[0] === 'none') return { ok: true, value: [] };
  const members = values.filter((value) => ticked.includes(value));
  return members.length > 0
    ? { ok: true, value: members }
    : wrong({ field: 'answer', text: 'Select every one, or “I don’t know”' });
}

function readNumberOrRange(type: NumberKind, body: FormBody): FormResult<unknown> {
  const [exact, from, to] = ['answer', 'answer-from', 'answer-to'].map((field) => textOf(body, field));
  if (exact) return readNumber(type, body, 'answer');
  if (!from && !to) return wrong({ field: 'answer', text: `${enter(type)}, or “I don’t know”` });
  const least = from ? readNumber(type, body, 'answer-from') : null;
  const most = to ? readNumber(type, body, 'answer-to') : null;
  if (least?.ok === false) return least;
  if (most?.ok === false) return most;
  if (least && most && least.value > most.value) {
    return wrong({ field: 'answer-to', text: 'The most must not be less than the least' });
  }
  return { ok: true, value: { ...(least && { from: least.value }), ...(most && { to: most.value }) } };
}

function readNumber(type: NumberKind, body: FormBody, field: string): FormResult<number> {
  const typed = textOf(body, field);
  const value = Number(typed);
  const isNumber = (type.whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(typed);
  return isNumber && value >= type.least && value <= type.most
    ? { ok: true, value }
    : wrong({ field, text: enter(type) });
}

function enter({ whole, least, most }: NumberKind): string {
  const kind = whole ? 'a whole number' : 'a number';
  return Number.isFinite(most) ? `Enter ${kind} from ${least} to ${most}` : `Enter ${kind}`;
}

function readAmounts(substances: readonly string[], body: FormBody): FormResult<unknown> {
  const amounts: Record<string, number> = {};
  for (const substance of substances) {
    const typed = textOf(body, `answer-${substance}`);
    if (typed === '') continue;
    if (!/^\d+(\.\d+)?$/.test(typed))
      return wrong({ field: `answer-${substance}`, text: 'Enter a number of grams, like 3.5' });
    amounts[substance] = Number(typed);
  }
  if (Object.keys(amounts).length > 0) return { ok: true, value: amounts };
  return wrong({ field: `answer-${substances[0]}`, text: 'Enter at least one amount, or “I don’t know”' });
}

function readCode(pattern: string, body: FormBody): FormResult<unknown> {
  const typed = textOf(body, 'answer').toUpperCase();
  return new RegExp(pattern).test(typed)
    ? { ok: true, value: typed }
    : wrong({ field: 'answer', text: 'Enter the code, or “I don’t know”' });
}
