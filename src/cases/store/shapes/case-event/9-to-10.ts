import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const triage = z.looseObject({ type: z.literal('person-triaged'), data: z.looseObject({}) });

/** A triage says which answers come from our records, which show nothing. Before that each was typed. */
export const caseEvent9To10: Upcaster = (value) => {
  const { success, data: event } = triage.safeParse(value);
  return success ? { ...event, data: { ...event.data, fromRecords: [] } } : value;
};
