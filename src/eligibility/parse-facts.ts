import { ok, refuse, type Result } from '../shared/result.ts';
import { nearestWord } from '../shared/nearest-word.ts';
import type { FactFault, ParsedValue } from './fact-fault.ts';
import type { Facts, FactValue, KnownNumber } from './facts.ts';
import { parseChoice, parseCode } from './parse-choice.ts';
import { parseAmounts, parseNumber } from './parse-number.ts';
import { parseSet } from './parse-set.ts';
import { narrowedSlots } from './narrowed-slots.ts';
import { EVERY_OTHER } from './possible-of-fact.ts';
import type { FactId } from './fact-id.ts';
import { knownNumber } from './value-of-kind.ts';
import type { FactDefinition, Vocabulary } from './vocabulary.ts';

/**
 * Reads an object of facts by id: a value, `{from, to}`, or `{oneOf: [..]}`; a fact left out is not known.
 * Answers every fault at once, in the order given.
 *
 * `standIns`: a fact left out for which another stands in (the age today, by the age at the offence) is taken from it.
 * For people described in a file, who cannot be asked; what stood in is in `stoodIn`, to be told.
 */
export function parseFacts(
  vocabulary: Vocabulary,
  raw: unknown,
  { standIns = false }: { readonly standIns?: boolean } = {},
): Result<Facts, readonly FactFault[]> {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    return refuse([
      { path: '', problem: 'not an object of facts', remedy: 'write { "age": 25, "force": "durham", … }' },
    ]);
  }
  const faults: FactFault[] = [];
  const values: [FactId, FactValue][] = [];
  for (const [id, value] of Object.entries(raw)) {
    const fact = vocabulary.byId.get(id);
    const result = fact ? parseValue(fact, value) : refuse([unknownFact(vocabulary, id)]);
    if (result.ok) values.push([id, result.value]);
    else faults.push(...result.refusal);
  }
  if (faults.length > 0) return refuse(faults);
  const stoodIn = standIns ? standInsFor(vocabulary, Object.fromEntries(values)) : [];
  return factsOf(vocabulary, Object.fromEntries(values), stoodIn);
}

/** Reads one value of one fact. */
export function parseValue(fact: FactDefinition, raw: unknown): ParsedValue {
  const { type, id } = fact;
  switch (type.kind) {
    case 'number':
      return parseNumber(type, id, raw);
    case 'amounts':
      return parseAmounts(type, id, raw);
    case 'choice':
      return parseChoice(type.values, id, raw);
    case 'code':
      return parseCode(type.pattern, id, raw);
    case 'set':
      return parseSet(type.values, id, raw);
  }
}

type Values = { readonly [fact: FactId]: FactValue };

function standInsFor({ facts }: Vocabulary, values: Values): [FactId, FactValue][] {
  return facts.flatMap(({ id, standIn, type }): [FactId, FactValue][] => {
    const value = standIn === undefined ? undefined : values[standIn];
    if (value === undefined || id in values) return [];
    if (type.kind !== 'amounts') return [[id, value]];
    const each = countOf(value);
    return each === undefined ? [] : [[id, { [EVERY_OTHER]: each }]];
  });
}

/** What a fact says of each count that it stands in for: a number itself; a yes, that there were none; a no, some. */
function countOf(value: FactValue): KnownNumber | undefined {
  if (typeof value === 'boolean') return value ? 0 : { from: 1 };
  const oneOf = typeof value === 'object' && 'oneOf' in value && Array.isArray(value.oneOf) ? value.oneOf : [];
  return oneOf.some((one) => typeof one === 'boolean') ? undefined : knownNumber(value);
}

/** The facts with these values; a fault where they contradict each other. */
export function factsOf(
  vocabulary: Vocabulary,
  values: Values,
  stoodIn: readonly (readonly [FactId, FactValue])[] = [],
): Result<Facts, readonly FactFault[]> {
  const slots = narrowedSlots(vocabulary, { ...values, ...Object.fromEntries(stoodIn) });
  if (!slots.ok) return slots;
  const known: Pick<Facts, 'values' | 'slots' | 'stoodIn'> = {
    values,
    slots: slots.value,
    stoodIn: Object.fromEntries(stoodIn),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand: made here alone, of values that parseValue read
  return ok(known as Facts);
}

function unknownFact(vocabulary: Vocabulary, id: FactId): FactFault {
  const near = nearestWord(id, [...vocabulary.byId.keys()]);
  return {
    path: id,
    problem: 'no such fact',
    remedy: near ? `did you mean "${near}"?` : 'see reference/facts.yaml for the facts there are',
  };
}
