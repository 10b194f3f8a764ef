import { ok, refuse, type Result } from '../shared/result.ts';
import { nearestWord } from '../shared/nearest-word.ts';
import type { FactFault, ParsedValue } from './fact-fault.ts';
import type { Facts, FactValue } from './facts.ts';
import { parseChoice, parseCode } from './parse-choice.ts';
import { parseAmounts, parseNumber } from './parse-number.ts';
import { parseSet } from './parse-set.ts';
import type { FactDefinition, FactId, Vocabulary } from './vocabulary.ts';

/**
 * Reads an object of facts by id: a value, `{from, to}`, or `{oneOf: [..]}`; a fact left out is not known.
 * Answers every fault at once, in the order given.
 */
export function parseFacts(vocabulary: Vocabulary, raw: unknown): Result<Facts, readonly FactFault[]> {
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
  return faults.length > 0 ? refuse(faults) : ok(factsOf(vocabulary, values));
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

function factsOf(vocabulary: Vocabulary, entries: readonly [FactId, FactValue][]): Facts {
  const slots = new Array<FactValue | undefined>(vocabulary.facts.length).fill(undefined);
  const values: { [fact: FactId]: FactValue } = {};
  for (const [id, value] of entries) {
    values[id] = value;
    const fact = vocabulary.byId.get(id);
    if (fact) slots[fact.slot] = value;
  }
  const known: Pick<Facts, 'values' | 'slots'> = { values, slots };
  return known as Facts;
}

function unknownFact(vocabulary: Vocabulary, id: FactId): FactFault {
  const near = nearestWord(id, [...vocabulary.byId.keys()]);
  return {
    path: id,
    problem: 'no such fact',
    remedy: near ? `did you mean "${near}"?` : 'see reference/facts.yaml for the facts there are',
  };
}
