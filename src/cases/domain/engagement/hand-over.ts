import { z } from 'zod';
import type { DeepReadonly } from '../../../shared/deep-readonly.ts';
import type { Agreement, Offer } from '../case-state.ts';
import { conditionSchema } from '../events/condition.ts';
import { contactSchema, type Person } from '../../../triage/domain/index.ts';

export const handOverSchema = z.strictObject({
  name: z.string(),
  contact: contactSchema,
  language: z.string().nullable(),
  interpreterNeeded: z.boolean(),
  needs: z.string().nullable(),
  riskToStaff: z.string().nullable(),
  scheme: z.string(),
  conditions: z.array(conditionSchema),
});

/**
 * All that crosses from the police to a provider: name, contact and whether contact is safe, language and needs,
 * scheme, conditions, risk to staff. Not the evidence, not intelligence, nobody else, and nothing else that was asked for
 * equality monitoring. What is not a member here does not cross.
 */
export type HandOver = DeepReadonly<z.infer<typeof handOverSchema>>;

/** What a provider is given about a person referred to it. */
export function handOverOf(person: Person, offer: Offer, agreement: Agreement | null): HandOver {
  const { name, contact, language, interpreterNeeded, needs, riskToStaff } = person;
  const conditions = agreement?.conditions ?? [];
  return { name, contact, language, interpreterNeeded, needs, riskToStaff, scheme: offer.scheme, conditions };
}
