import { refuse, type Result } from '../../shared/result.ts';
import type { CaseCommand, CommandContext, CommandOf, ProviderCommandType } from './case-command.ts';
import type { CaseEvent } from './case-event.ts';
import { refusalOf, type CaseRefusal } from './case-refusal.ts';
import { recordOf, type CaseState, type ProviderSide } from './case-state.ts';
import { sideOf } from './side-of.ts';
import type { Standing } from './transition.ts';
import { transitions } from './transitions.ts';

/**
 * What happens when somebody does something to a case: the events, or why not. Pure: the state machine of
 * `transitions.ts` decides, on the case (null: there is none yet), the command and what is true around it.
 */
export function decideCase(
  state: CaseState | null,
  command: CaseCommand,
  context: CommandContext,
): Result<readonly CaseEvent[], CaseRefusal> {
  const force = state === null ? forceOf(command) : recordOf(state).force;
  const { actor } = context;
  if (sideOf(actor) !== 'provider' && force !== null && actor.force !== force)
    return refuse(refusalOf('another-force'));
  return decideOn(state, command, context);
}

/** The same machine on a provider's side of a case, which holds nothing that the police keep to themselves. */
export function decideForProvider(
  state: ProviderSide,
  command: CommandOf<ProviderCommandType>,
  context: CommandContext,
): Result<readonly CaseEvent[], CaseRefusal> {
  return decideOn(state, command, context);
}

function decideOn(state: Standing, command: CaseCommand, context: CommandContext) {
  for (const { decide } of transitions) {
    const decided = decide(state, command, context);
    if (decided !== null) return decided;
  }
  throw new Error(`No line of the state machine is for ${command.type}`);
}

function forceOf(command: CaseCommand): string | null {
  return command.type === 'triage-person' ? command.data.force : null;
}
