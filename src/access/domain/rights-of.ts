import { rights, type Grant, type Right } from './rights.ts';

/**
 * The rights of a role, in the table of who may what. A role that is not listed there has none: one that a newer version
 * brought, one that somebody has begun to add.
 */
export function rightsOf(role: string, table: Readonly<Record<Right, Grant>> = rights): ReadonlySet<Right> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- complete by its type, which Object.keys forgets
  const all = Object.keys(table) as Right[];
  return new Set(all.filter((right) => table[right].roles.some((listed) => listed === role)));
}
