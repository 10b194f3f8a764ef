import type { Condition } from './case-event.ts';
import type { Agreement, Offer } from './case-state.ts';
import type { Contact, Person } from './person.ts';

/**
 * All that crosses from the police to a provider: name, contact and whether contact is safe, language and needs,
 * scheme, conditions, risk to staff. Not the evidence, not intelligence, nobody else. What is not a member here does
 * not cross.
 */
export interface HandOver {
  readonly name: string;
  readonly contact: Contact;
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly needs: string | null;
  readonly riskToStaff: string | null;
  readonly scheme: string;
  readonly conditions: readonly Condition[];
}

/** What a provider is given about a person referred to it. */
export function handOverOf(person: Person, offer: Offer, agreement: Agreement | null): HandOver {
  const { name, contact, language, interpreterNeeded, needs, riskToStaff } = person;
  const conditions = agreement?.conditions ?? [];
  return { name, contact, language, interpreterNeeded, needs, riskToStaff, scheme: offer.scheme, conditions };
}
