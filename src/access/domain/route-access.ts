import type { Actor } from './actor.ts';
import { rights, type Right } from './rights.ts';

/** Who may use a route: everybody; those who are signed in; those who have the right, or one of several. */
export type RouteAccess = 'open' | 'signed-in' | Right | readonly [Right, ...Right[]];

/** What to say to somebody who may not use a route; null for those who may. */
export type AccessRefusal = { readonly code: 'sign-in-first' } | { readonly code: 'no-right'; readonly says: string };

/** Whether somebody may use a route; `actor` is null where nobody is signed in. */
export function accessRefusal(access: RouteAccess, actor: Pick<Actor, 'rights'> | null): AccessRefusal | null {
  if (access === 'open') return null;
  if (actor === null) return { code: 'sign-in-first' };
  if (access === 'signed-in') return null;
  const [right, ...others] = typeof access === 'string' ? [access] : access;
  const has = (one: Right): boolean => actor.rights.has(one);
  return has(right) || others.some(has) ? null : { code: 'no-right', says: rights[right].refusedBecause };
}
