import type { FactValue, KnownAmounts, KnownChoice, KnownNumber, KnownSet } from './facts.ts';

/**
 * What is known of a fact, by the kind of the fact. `Facts` are made by `parseFacts` alone, which lets in no value of
 * another kind; to look at each value again would be most of the work of a decision. This is the one place that relies
 * on it.
 */

/** Of a fact that is a number. */
export function knownNumber(value: FactValue | undefined): KnownNumber | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parseFacts made it fit its fact
  return value as KnownNumber | undefined;
}

/** Of a fact that is a choice or a code. */
export function knownChoice(value: FactValue | undefined): KnownChoice | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parseFacts made it fit its fact
  return value as KnownChoice | undefined;
}

/** Of a fact that is a set. */
export function knownSet(value: FactValue | undefined): KnownSet | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parseFacts made it fit its fact
  return value as KnownSet | undefined;
}

/** Of a fact that has amounts. */
export function knownAmounts(value: FactValue | undefined): KnownAmounts | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parseFacts made it fit its fact
  return value as KnownAmounts | undefined;
}
