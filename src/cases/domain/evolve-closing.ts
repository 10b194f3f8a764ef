import type { CaseEvent, EventOf } from './case-event.ts';
import type { ClosedCase, Closing, ClosingType, OpenCase } from './case-state.ts';

const closingTypes: readonly string[] = [
  'outcome-recorded',
  'returned-for-prosecution',
  'no-further-consequence',
  'case-withdrawn',
] satisfies ClosingType[];

/** Whether an event closes the case. */
export function isClosing(event: CaseEvent): event is EventOf<ClosingType> {
  return closingTypes.includes(event.type);
}

/** The case closed, keeping the case it was. */
export function evolveClosing(before: OpenCase, event: EventOf<ClosingType>): ClosedCase {
  return { status: 'closed', closing: { ...event.data, how: event.type, at: event.at } as Closing, before };
}
