import { z } from 'zod';

/** What a Home Office outcome type counts as. From `reference/outcome-types.yaml`, which has the sources. */
export interface OutcomeTypeRule {
  readonly type: string;
  readonly label: string;
  readonly group: string;
  readonly isPositive: boolean;
}

const schema = z.array(z.object({ type: z.string(), label: z.string(), group: z.string(), positive: z.boolean() }));

/** The rules, from the list `outcomeTypes` of the reference file. Throws where the file is broken. */
export function parseOutcomeTypeRules(raw: unknown): readonly OutcomeTypeRule[] {
  return schema.parse(raw).map(({ type, label, group, positive }) => ({ type, label, group, isPositive: positive }));
}

/** Types of which a published table has a row within the row of another: 1A is part of 1. */
export function withinType(type: string): string {
  return type.endsWith('A') ? type.slice(0, -1) : type;
}

/** "Not yet assigned": no outcome, and in no total. */
export const NOT_YET_ASSIGNED = '0';
