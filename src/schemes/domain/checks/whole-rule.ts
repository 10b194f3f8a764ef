import type { Draft } from '../../../documents/index.ts';
import type { Rule } from '../../../eligibility/index.ts';
import { ruleSchema } from '../rule-schema.ts';

/** The rule of a clause where all of it is there; null where a part was taken out or it has none. */
export function wholeRule(draft: Draft<Rule> | undefined): Rule | null {
  const rule = ruleSchema.safeParse(draft);
  return rule.success ? rule.data : null;
}
