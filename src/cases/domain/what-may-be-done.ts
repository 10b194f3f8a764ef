import type { Surroundings } from './attempt.ts';
import type { CommandType } from './case-command.ts';
import { refusalOf, type CaseRefusal } from './case-refusal.ts';
import type { Standing } from './transition.ts';
import { transitions } from './transitions.ts';

/** For each command why it can't succeed on a case as it stands; a command that could is not among them. */
export type RefusedNow = ReadonlyMap<CommandType, CaseRefusal>;

/**
 * What whoever looks can't do to a case as it stands, whatever they typed, and why: their role, the stage, and what the
 * case and its scheme settle by themselves. Everything else may be tried, and is decided by what the command holds.
 */
export function refusedNow(state: Standing, context: Surroundings): RefusedNow {
  const refused = new Map<CommandType, CaseRefusal>();
  const possible = new Set<CommandType>();
  for (const { command, refusalNow } of transitions) {
    const refusal = refusalNow(state, context);
    if (refusal === null) possible.add(command);
    else if (!refused.has(command)) refused.set(command, refusal);
  }
  return new Map([...refused].filter(([command]) => !possible.has(command)));
}

/** Where nothing can be done at all: a provider's side of a case that the police have closed. */
export function everythingRefused(status: 'closed'): RefusedNow {
  return new Map(transitions.map(({ command }) => [command, refusalOf('not-at-this-stage', status)]));
}
