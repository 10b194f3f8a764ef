import type { Role } from '../../db/index.ts';

export const roles: readonly Role[] = ['officer', 'supervisor', 'coordinator', 'provider'];

/** Whether somebody with this role can belong to an organisation of this kind. The database holds the same rule. */
export function roleFits(role: Role, kind: 'police' | 'provider'): boolean {
  return (role === 'provider') === (kind === 'provider');
}
