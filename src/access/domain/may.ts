import type { Actor } from './actor.ts';
import type { Right } from './rights.ts';

/** Whether somebody has a right. `rights.ts` says who has it, and what to tell those who have not. */
export function may(actor: Pick<Actor, 'rights'>, right: Right): boolean {
  return actor.rights.has(right);
}
