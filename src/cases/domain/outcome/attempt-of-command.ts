import type { CommandContext, CommandData } from '../case-command.ts';
import type { OpenCase } from '../case-state.ts';
import type { OutcomeAttempt } from './outcome-attempt.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';

interface Recording {
  readonly state: OpenCase;
  readonly data: CommandData['record-outcome'];
  readonly context: CommandContext;
}

/** What an outcome is judged on, whichever command records it. */
export function attemptOf({ state, data, context }: Recording): OutcomeAttempt {
  const { scheme, law, today } = context;
  return {
    ...data,
    law,
    record: state.record,
    ageToday: context.ageToday,
    actorRank: context.actor.rights.has('judge-as-sergeant') ? 'sergeant' : 'officer',
    schemeType: scheme?.outcome.completed.type ?? null,
    schemeKind: scheme?.kind ?? '',
    schemeDisposals: scheme?.disposals ?? [],
    activityDone: state.status === 'completed',
    returnedForProsecution: false,
    timeLimitPassed: statutoryTimeLimit(law, state.record, today).passed,
    today,
    pcscCautionsCommenced: context.pcscCautionsCommenced,
  };
}
