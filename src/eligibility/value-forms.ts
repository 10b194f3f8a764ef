import type { FactValue, OneOf, Range } from './facts.ts';

/** Whether a fact is known only to be one of several. */
export function isOneOf(value: FactValue | undefined): value is Extract<FactValue, OneOf<unknown>> {
  return typeof value === 'object' && 'oneOf' in value;
}

/** Whether a number is known only to lie between two ends, one of which may be open. No member of amounts is called so. */
export function isRange(value: FactValue | undefined): value is Range {
  return typeof value === 'object' && ('from' in value || 'to' in value);
}
