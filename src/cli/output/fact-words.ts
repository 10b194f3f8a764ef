import type { FactId, Facts, FactValue } from '../../eligibility/index.ts';

/** The facts that a clause read, with what is known of each: `age 17, sex female or male`. */
export function factWords(reads: readonly FactId[], { values }: Facts): string {
  return reads.map((fact) => `${fact} ${valueWords(values[fact])}`).join(', ');
}

/** A fact's value in words; or that it is not known. */
export function valueWords(value: FactValue | undefined): string {
  if (value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.length === 0 ? 'none' : value.join(' and ');
  const { from, to, oneOf, ...amounts } = value as { readonly [key: string]: FactValue };
  if (isList(oneOf)) return oneOf.map((option) => valueWords(option as FactValue)).join(' or ');
  if (from !== undefined && to !== undefined) return `${valueWords(from)} to ${valueWords(to)}`;
  if (from !== undefined) return `${valueWords(from)} or more`;
  if (to !== undefined) return `${valueWords(to)} or less`;
  return Object.entries(amounts)
    .map(([substance, amount]) => `${valueWords(amount)} of ${substance}`)
    .join(', ');
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
