import type { Choice } from './fact-id.ts';
import type { FactValue } from './facts.ts';
import { knownChoice } from './value-of-kind.ts';
import type { FactDefinition } from './vocabulary.ts';

/**
 * What a value is to a rule: itself, and what it may become. Somebody who has not been asked yet neither admits nor
 * keeps silent, and may do either: a clause that needs an admission is not known, and not broken.
 */
export function choicesMeant({ mayBecome = {} }: Pick<FactDefinition, 'mayBecome'>, values: readonly Choice[]) {
  if (values.every((value) => !Object.hasOwn(mayBecome, String(value)))) return values;
  return [...new Set(values.flatMap((value) => [value, ...(mayBecome[String(value)] ?? [])]))];
}

/** The same of what is known of a fact. */
export function valueMeant(fact: FactDefinition, value: FactValue | undefined): FactValue | undefined {
  if (fact.mayBecome === undefined) return value;
  const choice = knownChoice(value);
  if (choice === undefined) return value;
  const meant = choicesMeant(fact, typeof choice === 'object' ? choice.oneOf : [choice]);
  const [only] = meant;
  return meant.length === 1 && only !== undefined ? only : { oneOf: meant };
}

/** Whether what was answered is that it is still to come: whoever asks it again hears the same. */
export function isStillToCome({ mayBecome }: FactDefinition, value: FactValue | undefined): boolean {
  const isOne = typeof value === 'string' || typeof value === 'boolean';
  return mayBecome !== undefined && isOne && Object.hasOwn(mayBecome, String(value));
}
