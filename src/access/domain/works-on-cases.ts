import type { Actor, CaseActor } from '../../db/index.ts';

/** Whether somebody works on cases at all: evaluators and boards see none. */
export function worksOnCases(actor: Actor): actor is CaseActor {
  return actor.role !== 'evaluator' && actor.role !== 'board';
}
