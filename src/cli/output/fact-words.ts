import { isOneOf, isRange, type FactId, type Facts, type FactValue, type Range } from '../../eligibility/index.ts';

/** What one amount of a fact is, after its number: grams of a drug by themselves, times by the scheme that they are of. */
type AmountOf = (member: string, amount: FactValue) => string;

const ofDrug: AmountOf = (drug, amount) => `${valueWords(amount)} of ${drug}`;

/** The facts that are a count for each scheme, with what is counted: "1 earlier time". */
const COUNTED: Readonly<Record<FactId, string>> = {
  'diversions-by-scheme': 'earlier',
  'failed-diversions-by-scheme': 'unfinished',
};

/** The facts that a clause read, with what is known of each: `age 17, sex female or male`. */
export function factWords(
  reads: readonly FactId[],
  { values }: Pick<Facts, 'values'>,
  nameOf: (scheme: string) => string = (scheme) => scheme,
): string {
  return reads.map((fact) => `${fact} ${valueWords(values[fact], amountsOf(fact, nameOf))}`).join(', ');
}

function amountsOf(fact: FactId, nameOf: (scheme: string) => string): AmountOf {
  const counted = COUNTED[fact];
  if (counted === undefined) return ofDrug;
  return (scheme, times) => `${valueWords(times)} ${counted} ${times === 1 ? 'time' : 'times'} on ${nameOf(scheme)}`;
}

/** A fact's value in words; or that it is not known. */
export function valueWords(value: FactValue | undefined, amountOf: AmountOf = ofDrug): string {
  if (value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.length === 0 ? 'none' : value.join(' and ');
  if (isOneOf(value)) return value.oneOf.map((option) => valueWords(option)).join(' or ');
  if (isRange(value)) return rangeWords(value);
  return Object.entries(value)
    .map(([member, amount]) => amountOf(member, amount))
    .join(', ');
}

function rangeWords({ from, to }: Range): string {
  if (from === undefined) return `${to} or less`;
  return to === undefined ? `${from} or more` : `${from} to ${to}`;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
