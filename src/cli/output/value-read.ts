import type { FactId, Facts, FactValue } from '../../eligibility/index.ts';

/** What stands for every scheme, or substance, that is not named. */
const EVERY_OTHER = '*';

/** What a decision of this scheme read: the facts that were given, and what stood in for those that were not. */
export function valuesRead(scheme: string, { values, stoodIn }: Facts): Facts['values'] {
  const inPlace = Object.entries(stoodIn).map(([fact, value]): [FactId, FactValue] => [fact, ofScheme(scheme, value)]);
  return { ...Object.fromEntries(inPlace), ...values };
}

/** A count of each scheme is told of the one that was asked about. */
function ofScheme(scheme: string, value: FactValue): FactValue {
  if (typeof value !== 'object' || !(EVERY_OTHER in value)) return value;
  return { [scheme]: value[EVERY_OTHER] };
}

/** The facts that these clauses read and that another stood in for. */
export function stoodInFor(clauses: readonly { readonly reads: readonly FactId[] }[], { stoodIn }: Facts): FactId[] {
  const read = new Set(clauses.flatMap(({ reads }) => reads));
  return Object.keys(stoodIn).filter((fact) => read.has(fact));
}
