import type { EventType } from './case-event.ts';

/** The fault of a history that can't have happened: the record is broken, and must not be carried on. */
export function impossibleHistory(state: { readonly status: string } | null, event: EventType): Error {
  return new Error(`A case that is ${state?.status ?? 'nothing'} can't have the event ${event}`);
}
