import type { Law } from '../../../schemes/domain/index.ts';
import type { OutcomeBasis } from '../case-event.ts';
import type { LawBook } from '../law-of-case.ts';

/**
 * The law document of how a case ends: of its Home Office outcome type, or, where the scheme leads to none, of the way of
 * ending it that the scheme names, as Scotland's recorded police warning. Undefined where none is of it.
 */
export function lawOfOutcome(
  { laws }: LawBook,
  type: string | null,
  schemeDisposals?: readonly string[],
): Law | undefined {
  if (type !== null) return laws.find(({ applies }) => applies.outcomes?.includes(type));
  return laws.find(
    ({ applies }) =>
      applies.outcomes === undefined && applies.disposals?.some((disposal) => schemeDisposals?.includes(disposal)),
  );
}

/** The Home Office outcome types that can end a diversion, in order, and the law of each. */
export function outcomesInLaw({ laws }: LawBook): readonly { readonly type: string; readonly law: Law }[] {
  return laws
    .flatMap((law) => (law.applies.outcomes ?? []).map((type) => ({ type, law })))
    .toSorted((a, b) => Number(a.type) - Number(b.type));
}

/** Whether an outcome waits for the activity; those that do not count from when they were given. */
export function waitsForActivity(book: LawBook, type: string | null, schemeDisposals?: readonly string[]): boolean {
  const law = lawOfOutcome(book, type, schemeDisposals);
  if (law === undefined) return type === null;
  return law.clauses.some(({ refusal }) => refusal === 'activity-not-done');
}

/** What an outcome rests on, in words, as it is kept with the case. */
export function legalBasisOf(
  book: LawBook,
  { type, basis }: { readonly type: string | null; readonly basis: OutcomeBasis },
  schemeDisposals?: readonly string[],
): string {
  if (basis.pcscCaution !== null) return `Police, Crime, Sentencing and Courts Act 2022 Part 6: ${basis.pcscCaution}`;
  const law = lawOfOutcome(book, type, schemeDisposals);
  return law?.legalBasis ?? 'No Home Office outcome applies under this scheme';
}
