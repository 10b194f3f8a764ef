import { ok, refuse } from '../shared/result.ts';
import { written } from './parse-choice.ts';
import { parseOneOf } from './parse-one-of.ts';
import { nearestWord } from '../shared/nearest-word.ts';
import type { ParsedValue } from './fact-fault.ts';

/** Reads a list of members of a closed list, or `{oneOf: [lists]}`. Repeats are dropped and order is the vocabulary's. */
export function parseSet(values: readonly string[], path: string, raw: unknown): ParsedValue {
  return parseOneOf(path, raw, (item, place) => {
    if (!Array.isArray(item)) {
      return refuse([
        { path: place, problem: `${written(item)} is not a list`, remedy: `write a list such as ["${values[0]}"]` },
      ]);
    }
    const faults = item.flatMap((member: unknown, index) => {
      if (values.some((value) => value === member)) return [];
      const near = typeof member === 'string' ? nearestWord(member, values) : null;
      const remedy = near ? `did you mean "${near}"?` : `write one of ${values.join(', ')}`;
      return [{ path: `${place}[${index}]`, problem: `${written(member)} is not one of its values`, remedy }];
    });
    return faults.length > 0 ? refuse(faults) : ok(values.filter((value) => item.includes(value)));
  });
}
