import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Attempt, CaseGuard, Guard, Surroundings } from './attempt.ts';
import type { Right } from '../../access/index.ts';
import { authorOf } from './author.ts';
import type { CaseCommand, CommandContext, CommandData, CommandType } from './case-command.ts';
import type { EventData, EventOf, EventType } from './case-event.ts';
import { refusalOf, type CaseRefusal, type RefusalCode } from './case-refusal.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import type { CaseIn, CaseState, CaseStatus, ProviderSide, ProviderSideOf, ProviderSideStatus } from './case-state.ts';

/** `nothing`: there is no case yet. */
export type From = CaseStatus | 'nothing';
/** `same`: where it was. `before-closing`: where it was before it closed. */
export type To = CaseStatus | 'same' | 'before-closing';

/** A case as a line is tried on it: whole, a provider's side of it, or not there yet. */
export type Standing = CaseState | ProviderSide | null;

/**
 * As much of that as tells the states apart. Lines narrow this and not the whole: of a union with so much in it the
 * compiler would compare every state with every other, each time.
 */
type Stage = { readonly status: CaseStatus } | null;

/** The same of a command. */
interface AnyCommand {
  readonly type: CommandType;
  readonly data: unknown;
}

interface DataOf<C extends CommandType> {
  readonly data: CommandData[C];
}

/**
 * One line of the state machine: this command makes this event, from these states to that, by those with this right.
 * `Data` is the part of the command's data that the line is for: all of it, unless its event depends on it.
 */
export interface Transition<
  C extends CommandType = CommandType,
  E extends EventType = EventType,
  Data extends CommandData[C] = CommandData[C],
> {
  readonly command: C;
  readonly event: E;
  readonly from: readonly From[];
  readonly to: To;
  readonly by: Right;
  /** The names of its guards, in the order in which they are asked: those of the case, then those of the command. */
  readonly guards: readonly string[];
  /** Why nothing of the kind can be done to a case as it stands, whatever the command held; null where it could be. */
  readonly refusalNow: (state: Standing, context: Surroundings) => CaseRefusal | null;
  /** The event, or the refusal; null where the line is for another command, or for other data of it. */
  readonly decide: (
    state: Standing,
    command: CaseCommand,
    context: CommandContext,
  ) => Result<readonly EventOf<E>[], CaseRefusal> | null;
  /** Nothing at run time: what data the line is for, so that the compiler can say which has no line. */
  readonly for?: Data;
}

/** What a line of the table says. `State` is the case in one of the `from` states. */
interface Line<C extends CommandType, E extends EventType, F extends From, State, Data extends CommandData[C]> {
  readonly command: C;
  readonly event: E;
  readonly from: readonly F[];
  readonly to: To;
  readonly by: Right;
  /** What the case itself must allow, asked before the command is looked at: pages offer only what passes here. */
  readonly onlyWhen?: readonly CaseGuard<NoInfer<State>>[];
  /** In order; the first that refuses is the answer. */
  readonly guards: readonly Guard<NoInfer<C>, NoInfer<State>>[];
  readonly eventData: (attempt: {
    readonly state: NoInfer<State>;
    readonly data: NoInfer<Data>;
    readonly context: CommandContext;
  }) => EventData[NoInfer<E>];
  /** What to say at other stages, where there is more to say than that it can't be done there. */
  readonly atOtherStages?: (attempt: Attempt<NoInfer<C>, Standing>) => RefusalCode;
}

/** Which part of a command's data a line is for, where the command makes different events of it. */
interface Part<C extends CommandType, Data extends CommandData[C]> {
  readonly when: (data: CommandData[NoInfer<C>]) => data is Data;
}

type CaseFrom<F extends From> = F extends CaseStatus ? CaseIn<F> : null;

/** A line of a command of the police: on the whole case, or where there is none yet. */
export function policeLine<C extends CommandType, E extends EventType, F extends From>(
  line: Line<C, E, F, CaseFrom<F>, CommandData[C]>,
): Transition<C, E> {
  return transitionOf<C, E, F, CaseFrom<F>, CommandData[C]>({ ...line, when: allOfIt }, isCaseFrom);
}

/** A line of a command of a provider, on its own side of the case: what the police hold is not looked at. */
export function providerLine<C extends CommandType, E extends EventType, F extends ProviderSideStatus>(
  line: Line<C, E, F, ProviderSideOf<F>, CommandData[C]>,
): Transition<C, E> {
  return transitionOf<C, E, F, ProviderSideOf<F>, CommandData[C]>({ ...line, when: allOfIt }, isSideFrom);
}

/** A provider's line for one part of a command's data. */
export function providerLineWhen<
  C extends CommandType,
  E extends EventType,
  F extends ProviderSideStatus,
  Data extends CommandData[C],
>(line: Line<C, E, F, ProviderSideOf<F>, Data> & Part<C, Data>): Transition<C, E, Data> {
  return transitionOf<C, E, F, ProviderSideOf<F>, Data>(line, isSideFrom);
}

function allOfIt<Data>(_data: Data): _data is Data {
  return true;
}

function isCaseFrom<F extends From>(state: Stage, from: readonly F[]): state is CaseFrom<F> {
  return includes(from, statusOf(state)) && (state === null || 'record' in state || state.status === 'closed');
}

function isSideFrom<F extends ProviderSideStatus>(state: Stage, from: readonly F[]): state is ProviderSideOf<F> {
  return includes(from, statusOf(state));
}

function statusOf(state: Stage): From {
  return state?.status ?? 'nothing';
}

function includes(from: readonly From[], status: From): boolean {
  return from.includes(status);
}

function isFor<C extends CommandType>(command: AnyCommand, type: C): command is AnyCommand & DataOf<C> {
  return command.type === type;
}

/** Hides what differs between lines behind one function, which looks before it acts: command, data, right, state, guards. */
function transitionOf<
  C extends CommandType,
  E extends EventType,
  F extends From,
  State extends Stage,
  Data extends CommandData[C],
>(
  line: Line<C, E, F, State, Data> & Part<C, Data>,
  standsIn: (state: Stage, from: readonly F[]) => state is State,
): Transition<C, E, Data> {
  const { command: type, event, from, to, by, onlyWhen = [], guards, when, eventData, atOtherStages } = line;

  const refusalOfCase = (standing: { readonly state: State; readonly context: Surroundings }) =>
    firstRefusal(onlyWhen.map((guard) => () => guard(standing)));

  return {
    command: type,
    event,
    from,
    to,
    by,
    guards: [...onlyWhen, ...guards].map(({ name }) => name),
    refusalNow: (standing, context) => {
      const state: Stage = standing;
      const refusal = refusalWithout(context.actor, by);
      if (refusal) return refusal;
      if (!standsIn(state, from)) return refusalOf('not-at-this-stage', statusOf(state));
      return refusalOfCase({ state, context });
    },
    decide: (standing, anyCommand, context) => {
      const state: Stage = standing;
      const command: AnyCommand = anyCommand;
      if (!isFor(command, type)) return null;
      const { data } = command;
      if (!when(data)) return null;
      const unentitled = refusalWithout(context.actor, by);
      if (unentitled) return refuse(unentitled);
      if (!standsIn(state, from)) {
        const code = atOtherStages?.({ state: standing, data, context }) ?? 'not-at-this-stage';
        return refuse(refusalOf(code, state?.status ?? null));
      }
      const attempt = { state, data, context };
      const refusal = refusalOfCase(attempt) ?? firstRefusal(guards.map((guard) => () => guard(attempt)));
      if (refusal) return refuse(refusal);
      const happened: EventOf<E> = {
        type: event,
        at: context.now,
        by: authorOf(context.actor),
        data: eventData(attempt),
      };
      return ok([happened]);
    },
  };
}

/** Asks one after another, and no further than the first that refuses. */
function firstRefusal(checks: readonly (() => CaseRefusal | null)[]): CaseRefusal | null {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return null;
}
