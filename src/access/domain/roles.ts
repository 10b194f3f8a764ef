export const organisationKinds = ['police', 'provider', 'evaluator', 'board'] as const;

/** What an organisation is: it decides which roles the people in it may have. */
export type OrganisationKind = (typeof organisationKinds)[number];

/**
 * What somebody is in their organisation: a name for a set of rights (`rights.ts`), written beside what they do. Nothing
 * is decided by it. A supervisor is a sergeant or above.
 */
export type Role =
  'officer' | 'supervisor' | 'coordinator' | 'information-officer' | 'provider' | 'evaluator' | 'board';

/** The roles that there are in an organisation of each kind. The database's table `roles` holds the same. */
export const rolesIn: { readonly [kind in OrganisationKind]: readonly Role[] } = {
  police: ['officer', 'supervisor', 'coordinator', 'information-officer'],
  provider: ['provider'],
  evaluator: ['evaluator'],
  board: ['board'],
};

export const roles: readonly Role[] = Object.values(rolesIn).flat();

/** Whether somebody with this role can belong to an organisation of this kind. */
export function roleFits(role: Role, kind: OrganisationKind): boolean {
  return rolesIn[kind].includes(role);
}
