import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Attempt } from './attempt.ts';
import type { CaseCommand, CommandContext, CommandOf, CommandType, ProviderCommandType } from './case-command.ts';
import type { CaseEvent } from './case-event.ts';
import { refusalOf, type CaseRefusal } from './case-refusal.ts';
import { recordOf, type CaseState, type ProviderSide } from './case-state.ts';
import { eventDataOf } from './event-data.ts';
import { transitions, type Transition } from './transitions.ts';

type Standing = { readonly status: CaseState['status'] } | null;

/**
 * What happens when somebody asks something of a case: the events, or why not. Pure: the state machine of
 * `transitions.ts` decides, on the case (null: there is none yet), the command and what is true around it.
 */
export function decideCase(
  state: CaseState | null,
  command: CaseCommand,
  context: CommandContext,
): Result<readonly CaseEvent[], CaseRefusal> {
  const force = state === null ? forceOf(command) : recordOf(state).force;
  const { actor } = context;
  if (actor.role !== 'provider' && force !== null && actor.force !== force) return refuse(refusalOf('another-force'));
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
  const attempt: Attempt<CommandType, Standing> = { state, said: command.data, context };
  const transition = transitionFor(command);
  const refusal = refusalOfTransition(transition, attempt);
  return refusal ? refuse(refusal) : ok([eventOf(transition, attempt)]);
}

function transitionFor(command: CaseCommand): Transition {
  const found = transitions.find(({ asked, meaning }) => asked === command.type && meaning(command.data as never));
  if (!found) throw new Error(`No transition is asked by ${command.type}`);
  return found;
}

function refusalOfTransition(transition: Transition, attempt: Attempt<CommandType, Standing>): CaseRefusal | null {
  if (!transition.by.includes(attempt.context.actor.role)) return refusalOf('not-your-role', transition.by.join(', '));
  if (!transition.from.includes(attempt.state?.status ?? 'nothing')) {
    return refusalOf(transition.elsewhere(attempt as never), attempt.state?.status ?? null);
  }
  for (const guard of transition.guards) {
    const refusal = guard(attempt as never);
    if (refusal) return refusal;
  }
  return null;
}

function eventOf({ event }: Transition, attempt: Attempt<CommandType, Standing>): CaseEvent {
  const { accountId, name, role, organisationId } = attempt.context.actor;
  const by = { accountId, name, role, organisationId };
  return { type: event, at: attempt.context.now, by, data: eventDataOf(event, attempt) } as CaseEvent;
}

function forceOf(command: CaseCommand): string | null {
  return command.type === 'triage-person' ? command.data.force : null;
}
