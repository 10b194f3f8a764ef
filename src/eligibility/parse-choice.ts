import { ok, refuse } from '../shared/result.ts';
import { nearestWord } from '../shared/nearest-word.ts';
import type { FactFault, ParsedValue } from './fact-fault.ts';
import { parseOneOf } from './parse-one-of.ts';
import type { Choice } from './fact-id.ts';

/** Reads one of a closed list (yes/no facts are true or false), or `{oneOf}` of them. */
export function parseChoice(values: readonly Choice[], path: string, raw: unknown): ParsedValue {
  return parseOneOf(path, raw, (item, place) => {
    const choice = values.find((value) => value === item);
    return choice === undefined ? refuse([notOnTheList(values, place, item)]) : ok(choice);
  });
}

/** Reads a code of an open list, known by its form, or `{oneOf}` of them. */
export function parseCode(pattern: string, path: string, raw: unknown): ParsedValue {
  const form = new RegExp(pattern, 'u');
  return parseOneOf(path, raw, (item, place) =>
    typeof item === 'string' && form.test(item)
      ? ok(item)
      : refuse([
          { path: place, problem: `${written(item)} is not such a code`, remedy: `write text of the form ${pattern}` },
        ]),
  );
}

function notOnTheList(values: readonly Choice[], path: string, item: unknown): FactFault {
  const near = typeof item === 'string' ? nearestWord(item, values.map(String)) : null;
  const fact = path.replace(/\.oneOf\[\d+\]$/, '');
  return {
    path,
    problem: `${written(item)} is not one of its values`,
    remedy: near === null ? listOf(values, fact) : likely(values, near),
  };
}

function likely(values: readonly Choice[], near: string): string {
  return `did you mean ${typeof values[0] === 'boolean' ? near : `"${near}"`}?`;
}

function listOf(values: readonly Choice[], fact: string): string {
  const listed = values.slice(0, 12).map((value) => JSON.stringify(value));
  const more = values.length > listed.length ? ` or another of the ${values.length} that "${fact}" takes` : '';
  return `write one of ${listed.join(', ')}${more}`;
}

/** A value as it was written, cut short where it is long. */
export function written(value: unknown): string {
  const text = typeof value === 'number' ? numberAsWritten(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Of what is no number, and of what is too large for one, as YAML spells it: JSON has no words for either. */
function numberAsWritten(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? String(value) : value < 0 ? '-.inf' : '.inf';
}
