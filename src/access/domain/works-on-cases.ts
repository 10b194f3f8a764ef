import type { Actor } from './actor.ts';
import { may } from './may.ts';

/** Whether somebody works on cases at all: evaluators and boards see none. */
export function worksOnCases(actor: Actor): boolean {
  return may(actor, 'see-cases') || may(actor, 'see-referrals');
}
