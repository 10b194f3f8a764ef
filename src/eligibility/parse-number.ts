import { ok, refuse, type Result } from '../shared/result.ts';
import type { KnownNumber, Range } from './facts.ts';
import { written } from './parse-choice.ts';
import { isRecord, parseOneOf } from './parse-one-of.ts';
import { nearestWord } from '../shared/nearest-word.ts';
import type { FactFault, ParsedValue } from './fact-fault.ts';
import type { FactKind } from './vocabulary.ts';

type NumberKind = Extract<FactKind, { kind: 'number' }>;
type ParsedNumber = Result<KnownNumber, readonly FactFault[]>;
type AmountsKind = Extract<FactKind, { kind: 'amounts' }>;

/** Reads a number, `{from, to}` with at least one end, or `{oneOf: [numbers]}`. */
export function parseNumber(type: NumberKind, path: string, raw: unknown): ParsedNumber {
  if (isRecord(raw) && !('oneOf' in raw)) return parseRange(type, path, raw);
  return parseOneOf(path, raw, (item, place) => {
    const read = numberFrom(type, place, item);
    return read.ok ? read : refuse([read.refusal]);
  });
}

/** Reads an amount for each substance: `{ "cannabis": 3.5, "cocaine": { "from": 1, "to": 2 } }`. */
export function parseAmounts(type: AmountsKind, path: string, raw: unknown): ParsedValue {
  if (!isRecord(raw)) {
    return refuse([
      { path, problem: `${written(raw)} is not an amount by substance`, remedy: 'write { "cannabis": 3.5 }' },
    ]);
  }
  const number: NumberKind = { kind: 'number', whole: type.whole === true, least: type.least, most: type.most };
  const faults: FactFault[] = [];
  const amounts: [string, KnownNumber][] = [];
  for (const [substance, amount] of Object.entries(raw)) {
    const place = `${path}.${substance}`;
    const result = isMemberOf(type, substance)
      ? parseNumber(number, place, amount)
      : refuse([unknownSubstance(type, place, substance)]);
    if (result.ok) amounts.push([substance, result.value]);
    else faults.push(...result.refusal);
  }
  return faults.length > 0 ? refuse(faults) : ok(Object.fromEntries(amounts));
}

/** Whether a fact of amounts has an amount for this. */
export function isMemberOf({ values, pattern }: AmountsKind, member: string): boolean {
  return pattern === undefined ? values.includes(member) : new RegExp(pattern, 'u').test(member);
}

function unknownSubstance(type: AmountsKind, path: string, substance: string): FactFault {
  if (type.pattern !== undefined) {
    return { path, problem: 'not the id of a scheme', remedy: 'write the id in small letters and dashes' };
  }
  const near = nearestWord(substance, type.values);
  return {
    path,
    problem: 'no such substance',
    remedy: near ? `did you mean "${near}"?` : `write one of ${type.values.join(', ')}`,
  };
}

function parseRange(type: NumberKind, path: string, raw: { readonly [key: string]: unknown }): ParsedNumber {
  const { from, to, ...rest } = raw;
  const extra = Object.keys(rest)[0];
  if (extra !== undefined || (from === undefined && to === undefined)) {
    const problem = extra === undefined ? 'a range without ends' : `"${extra}" has no place in a range`;
    return refuse([
      { path, problem, remedy: 'write { "from": n, "to": n }; an open end may be left out, but not both' },
    ]);
  }
  const low = from === undefined ? ok(undefined) : numberFrom(type, `${path}.from`, from);
  const high = to === undefined ? ok(undefined) : numberFrom(type, `${path}.to`, to);
  if (!low.ok || !high.ok) return refuse([low, high].flatMap((end) => (end.ok ? [] : [end.refusal])));
  const range: Range = {
    ...(low.value === undefined ? {} : { from: low.value }),
    ...(high.value === undefined ? {} : { to: high.value }),
  };
  if (range.from !== undefined && range.to !== undefined && range.from > range.to) {
    return refuse([
      { path, problem: `from ${range.from} is above to ${range.to}`, remedy: 'put the smaller number in "from"' },
    ]);
  }
  return ok(range.from !== undefined && range.from === range.to ? range.from : range);
}

function numberFrom(type: NumberKind, path: string, value: unknown): Result<number, FactFault> {
  const remedy = `write ${type.whole ? 'a whole number' : 'a number'}${bounds(type)}`;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuse({ path, problem: `${written(value)} is not a number`, remedy });
  if (type.whole && !Number.isSafeInteger(value))
    return refuse({ path, problem: `${value} is not a whole number`, remedy });
  if (value < type.least || value > type.most) return refuse({ path, problem: `${value} is out of range`, remedy });
  return ok(value);
}

function bounds({ least, most }: NumberKind): string {
  if (Number.isFinite(most)) return ` from ${least} to ${most}`;
  return Number.isFinite(least) ? ` of ${least} or more` : '';
}
