/** What is known of a fact as a case keeps it: its bounds, its value, and whether the person is a child. */
import { knownNumberSchema, type RecordedFacts, type RecordedFactValue } from '../../triage/domain/index.ts';

/** The least and the most a number can be, as far as is known; open ends are infinite. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** What is known of a fact that holds a number. Nothing known, or no number: anything from 0 up. */
export function boundsOf(facts: RecordedFacts, fact: string): Bounds {
  const known = knownNumberSchema.safeParse(facts[fact]);
  if (!known.success) return { least: 0, most: Infinity };
  const value = known.data;
  if (typeof value === 'number') return { least: value, most: value };
  if ('oneOf' in value) return { least: Math.min(...value.oneOf), most: Math.max(...value.oneOf) };
  return { least: value.from ?? 0, most: value.to ?? Infinity };
}

/** The fact where it is known exactly; undefined where it is not known, or only in part. */
export function knownValue(
  facts: RecordedFacts,
  fact: string,
): boolean | number | string | readonly string[] | undefined {
  const value = facts[fact];
  if (isList(value)) return value;
  return typeof value === 'object' ? undefined : value;
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: RecordedFactValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether the fact is known, and is that. */
export function isKnownToBe(facts: RecordedFacts, fact: string, value: boolean | number | string): boolean {
  return knownValue(facts, fact) === value;
}

/** Whether the person is known to have been under 18 on the day of the offence. */
export function isKnownChild(facts: RecordedFacts): boolean {
  return boundsOf(facts, 'age').most < 18;
}

/** Whether the person is known to have been 18 or over on the day of the offence. */
export function isAdult(facts: RecordedFacts): boolean {
  return boundsOf(facts, 'age').least >= 18;
}
