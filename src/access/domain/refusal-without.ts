import type { Actor } from './actor.ts';
import type { Right } from './rights.ts';

/** What is said to those who lack a right. Whom to ask stands beside the right, in `refusedBecause`. */
export const NOT_YOUR_ROLE = 'Somebody in another role does this. Ask them to.';

/** A refusal for want of a right, which is its detail. */
export interface RightRefusal {
  readonly code: 'not-your-role';
  readonly says: string;
  readonly detail: Right;
}

/** The refusal of those who lack a right; null for those who have it. */
export function refusalWithout({ rights }: Pick<Actor, 'rights'>, right: Right): RightRefusal | null {
  return rights.has(right) ? null : { code: 'not-your-role', says: NOT_YOUR_ROLE, detail: right };
}
