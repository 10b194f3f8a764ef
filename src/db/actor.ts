/**
 * Who is asking. Row-level security shows each actor only what their role, organisation and force may see.
 * A supervisor is a sergeant or above. Only the police belong to a force: `force` is null for everybody else.
 */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly force: string | null;
}

/** Somebody who works on cases. Evaluators and boards see none. */
export interface CaseActor extends Actor {
  readonly role: CaseRole;
}

export type CaseRole = 'officer' | 'supervisor' | 'coordinator' | 'provider';
export type Role = CaseRole | 'evaluator' | 'board';

/** What an organisation is: it decides which roles the people in it may have. */
export type OrganisationKind = 'police' | 'provider' | 'evaluator' | 'board';
