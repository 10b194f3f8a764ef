import type { OrganisationKind, Role } from '../../db/index.ts';

/** The roles that there are in an organisation of each kind. The database holds the same rule. */
export const rolesIn: { readonly [kind in OrganisationKind]: readonly Role[] } = {
  police: ['officer', 'supervisor', 'coordinator'],
  provider: ['provider'],
  evaluator: ['evaluator'],
  board: ['board'],
};

export const roles: readonly Role[] = Object.values(rolesIn).flat();

/** Whether somebody with this role can belong to an organisation of this kind. */
export function roleFits(role: Role, kind: OrganisationKind): boolean {
  return rolesIn[kind].includes(role);
}
