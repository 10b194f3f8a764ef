import { ok, refuse, type Result } from '../shared/result.ts';
import type { FactFault } from './fact-fault.ts';
import type { OneOf } from './facts.ts';

type Parsed<Value> = Result<Value, readonly FactFault[]>;
type ParseItem<Item> = (item: unknown, path: string) => Parsed<Item>;

/** Whether something is an object with members by name: not a list, not null. */
export function isRecord(raw: unknown): raw is { readonly [key: string]: unknown } {
  return raw !== null && typeof raw === 'object' && !Array.isArray(raw);
}

/** Reads a value, or `{oneOf: [..]}` of values: one or more, each read as a value would be. */
export function parseOneOf<Item>(path: string, raw: unknown, parseItem: ParseItem<Item>): Parsed<Item | OneOf<Item>> {
  if (raw === null) {
    return refuse([{ path, problem: 'null is not a value', remedy: 'leave the fact out where it is not known' }]);
  }
  if (!isRecord(raw)) return parseItem(raw, path);
  const { oneOf, ...rest } = raw;
  const extra = Object.keys(rest)[0];
  if (!Array.isArray(oneOf) || extra !== undefined) {
    const problem = extra === undefined ? '"oneOf" is not a list' : `"${extra}" has no place here`;
    return refuse([
      { path, problem, remedy: 'write a value, or { "oneOf": [..] } where it is known to be one of several' },
    ]);
  }
  if (oneOf.length === 0) {
    return refuse([
      { path: `${path}.oneOf`, problem: 'an empty list', remedy: 'name what it may be, or leave the fact out' },
    ]);
  }
  return parseItems(path, oneOf, parseItem);
}

function parseItems<Item>(
  path: string,
  items: readonly unknown[],
  parseItem: ParseItem<Item>,
): Parsed<Item | OneOf<Item>> {
  const faults: FactFault[] = [];
  const values: Item[] = [];
  items.forEach((item, index) => {
    const result = parseItem(item, `${path}.oneOf[${index}]`);
    if (result.ok) values.push(result.value);
    else faults.push(...result.refusal);
  });
  if (faults.length > 0) return refuse(faults);
  // A choice of one is knowing it.
  const [only, ...others] = values;
  return ok(only !== undefined && others.length === 0 ? only : { oneOf: values });
}
