import type { CaseEvent, EventOf } from '../case-event.ts';
import type { OutcomeInBrief } from './given-outcome.ts';

/** The events that say what the outcome of a case is, and the one that takes what closed it back. */
export const TELLING_OF_OUTCOME = ['outcome-given', 'outcome-corrected', 'outcome-recorded', 'case-reopened'] as const;

export type TellsOfOutcome = EventOf<(typeof TELLING_OF_OUTCOME)[number]>;

export function tellsOfOutcome(event: CaseEvent): event is TellsOfOutcome {
  return TELLING_OF_OUTCOME.some((type) => type === event.type);
}

/** The outcome of a case as its log has it: that which closed it, else that which was given; null where there is none. */
export function outcomeInBrief(events: readonly TellsOfOutcome[]): OutcomeInBrief | null {
  let given: OutcomeInBrief | null = null;
  let recorded: OutcomeInBrief | null = null;
  for (const event of events) {
    if (event.type === 'outcome-given') given = event.data;
    else if (event.type === 'outcome-corrected') given = event.data.to;
    else if (event.type === 'outcome-recorded') recorded = event.data;
    else recorded = null;
  }
  return recorded ?? given;
}
