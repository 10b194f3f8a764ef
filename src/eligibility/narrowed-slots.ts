import { refuse, ok, type Result } from '../shared/result.ts';
import type { FactFault } from './fact-fault.ts';
import type { FactValue, KnownAmounts, KnownNumber } from './facts.ts';
import { endsOf, EVERY_OTHER } from './possible-of-fact.ts';
import type { FactId } from './fact-id.ts';
import { valueMeant } from './still-open.ts';
import { knownAmounts, knownNumber, knownSet } from './value-of-kind.ts';
import type { FactDefinition, Vocabulary } from './vocabulary.ts';

type Values = { readonly [fact: FactId]: FactValue };

/**
 * The facts by slot, with what they say of each other: somebody of 25 at the offence is no younger today, what was not
 * found weighs nothing, somebody who was never diverted was never on any scheme, somebody not in custody is not held there
 * for a court, somebody who was not asked yet may still admit. What contradicts another fact is a
 * fault. The values themselves stay as they were written.
 */
export function narrowedSlots(
  { facts }: Vocabulary,
  values: Values,
): Result<(FactValue | undefined)[], readonly FactFault[]> {
  const faults: FactFault[] = [];
  const slots = facts.map((fact) => {
    if (fact.bounds === undefined && fact.onlyIf === undefined) return valueMeant(fact, values[fact.id]);
    const narrowed = narrowedValue(fact, values);
    if (narrowed.ok) return narrowed.value;
    faults.push(narrowed.refusal);
    return undefined;
  });
  return faults.length > 0 ? refuse(faults) : ok(slots);
}

function narrowedValue(fact: FactDefinition, values: Values): Result<FactValue | undefined, FactFault> {
  const { bounds, type, id, onlyIf } = fact;
  const value = values[id];
  const isYesNo = type.kind === 'choice' && type.values.every((each) => typeof each === 'boolean');
  if (value === undefined && isYesNo && onlyIf !== undefined && values[onlyIf] === false) return ok(false);
  if (bounds === undefined || !('least' in type)) return ok(value);
  const [least] = endsOf(numberOf(values, bounds.notBelow), type.least, type.most);
  const [, most] = endsOf(numberOf(values, bounds.notAbove), type.least, type.most);
  if (type.kind === 'number') return narrowedNumber(fact, knownNumber(value), { least, most });
  const none = bounds.noneUnlessIn === undefined ? [] : notAmong(type.values, values[bounds.noneUnlessIn]);
  if (none.length === 0 && most === type.most) return ok(value);
  const others = most < type.most ? { [EVERY_OTHER]: most === type.least ? most : { from: type.least, to: most } } : {};
  const amounts: KnownAmounts = { ...others, ...Object.fromEntries(none.map((member) => [member, 0])) };
  return ok({ ...amounts, ...knownAmounts(value) });
}

function narrowedNumber(
  { id, bounds, type }: FactDefinition,
  value: KnownNumber | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): Result<FactValue | undefined, FactFault> {
  if (!('least' in type) || (least === type.least && most === type.most)) return ok(value);
  if (typeof value === 'object' && 'oneOf' in value) {
    const left = value.oneOf.filter((n) => n >= least && n <= most);
    if (left.length === 0) return refuse(contradiction(id, bounds));
    return ok(left.length === 1 ? left[0] : { oneOf: left });
  }
  const [low, high] = endsOf(value, type.least, type.most);
  const from = Math.max(low, least);
  const to = Math.min(high, most);
  if (from > to) return refuse(contradiction(id, bounds));
  return ok(from === to ? from : { from, ...(Number.isFinite(to) ? { to } : {}) });
}

function contradiction(id: FactId, bounds: FactDefinition['bounds']): FactFault {
  const { notBelow, notAbove } = bounds ?? {};
  return notBelow === undefined
    ? { path: id, problem: `more than ${notAbove}`, remedy: `it is never above ${notAbove}: correct one of the two` }
    : { path: id, problem: `less than ${notBelow}`, remedy: `it is never below ${notBelow}: correct one of the two` };
}

function numberOf(values: Values, fact: FactId | undefined): KnownNumber | undefined {
  return fact === undefined ? undefined : knownNumber(values[fact]);
}

/** The members that a set, as far as it is known, does not have. */
function notAmong(members: readonly string[], set: FactValue | undefined): string[] {
  const known = knownSet(set);
  if (known === undefined) return [];
  const possible = 'oneOf' in known ? known.oneOf.flat() : known;
  return members.filter((member) => !possible.includes(member));
}
