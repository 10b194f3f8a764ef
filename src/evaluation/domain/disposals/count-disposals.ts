import { NOT_YET_ASSIGNED, withinType, type OutcomeTypeRule } from './outcome-type-rule.ts';

/** So many of an outcome type. Negative where a published table corrects an earlier count. */
export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

export interface DisposalCount {
  /** Everything that was finished. */
  readonly finished: number;
  readonly positive: number;
  readonly notYetAssigned: number;
  /** Types that the rules do not know, which are in no total. */
  readonly unknown: readonly TypeCount[];
  /** How much corrections took away; they are in the totals already. */
  readonly corrections: number;
}

/**
 * Adds outcome types up. Type 0 enters no total. Of a published table 1A, 2A and 3A are rows within 1, 2 and 3, so they
 * are passed over (`within-row`); of a list of cases each has one type, so 1A is a 1 (`own-row`). Negative counts are
 * corrections and are added as they stand.
 */
export function countDisposals(
  counts: readonly TypeCount[],
  rules: readonly OutcomeTypeRule[],
  subtypes: 'within-row' | 'own-row',
): DisposalCount {
  const byType = new Map(rules.map((rule) => [rule.type, rule]));
  const total = { finished: 0, positive: 0, notYetAssigned: 0, corrections: 0 };
  const unknown: TypeCount[] = [];
  for (const { type, count } of counts) {
    const whole = withinType(type);
    if (whole !== type && subtypes === 'within-row') continue;
    if (whole === NOT_YET_ASSIGNED) {
      total.notYetAssigned += count;
      continue;
    }
    const rule = byType.get(whole);
    if (rule === undefined) {
      unknown.push({ type, count });
      continue;
    }
    total.finished += count;
    if (rule.isPositive) total.positive += count;
    if (count < 0) total.corrections -= count;
  }
  return { ...total, unknown };
}
