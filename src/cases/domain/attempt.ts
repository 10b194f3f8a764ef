import type { CommandContext, CommandData, CommandType } from './case-command.ts';
import type { EventData, EventType } from './case-event.ts';
import { refusalOf, type CaseRefusal, type RefusalCode } from './case-refusal.ts';

/** A command being considered: where the case stands, the command's data, and what is true around it. */
export interface Attempt<C extends CommandType, State> {
  readonly state: State;
  readonly data: CommandData[C];
  readonly context: CommandContext;
}

/** What is true around a case before anything is done to it. */
export type Surroundings = Pick<
  CommandContext,
  'caseId' | 'actor' | 'now' | 'today' | 'scheme' | 'law' | 'referralIsOnHold' | 'pcscCautionsCommenced'
>;

/** Answers why nothing of the kind can be done to a case as it stands, whatever the command held. */
export type CaseGuard<State = unknown> = (standing: {
  readonly state: State;
  readonly context: Surroundings;
}) => CaseRefusal | null;

/** Answers why a command is refused, or null where this guard has nothing against it. */
export type Guard<C extends CommandType, State = unknown> = (attempt: Attempt<C, State>) => CaseRefusal | null;

/** Makes what an event holds, from the command and what the case and the scheme add. Called once every guard has passed. */
export type EventDataMaker<E extends EventType, C extends CommandType, State = unknown> = (
  attempt: Attempt<C, State>,
) => EventData[E];

/** A refusal unless the condition holds. */
export function unless(holds: boolean, code: RefusalCode, detail: string | null = null): CaseRefusal | null {
  return holds ? null : refusalOf(code, detail);
}

/** Whether somebody wrote any words. */
export function hasWords(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}

/** Refuses a command without its reason in words. */
export function reasonIsGiven({ data }: { readonly data: { readonly reason: string } }): CaseRefusal | null {
  return unless(hasWords(data.reason), 'reason-needed');
}
