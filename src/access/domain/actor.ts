import type { Right } from './rights.ts';

/**
 * Who is asking: an account, in the organisation that it acts for today. What it may do is `rights`, as data, so that
 * the pure core can ask without knowing where they come from. `role` is a name to show and to write down, and nothing is
 * decided by it.
 */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly organisationId: string;
  /** Only the police belong to a force: null for everybody else. */
  readonly force: string | null;
  readonly rights: ReadonlySet<Right>;
}

/** Somebody who works on cases, on the police's side or on a provider's. Which it is their rights say. */
export type CaseActor = Actor;
