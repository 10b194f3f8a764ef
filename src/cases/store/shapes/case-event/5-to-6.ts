import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const triage = z.looseObject({ type: z.literal('person-triaged'), data: z.looseObject({}) });

/** A triage says what the person preferred not to say. Before that it was kept as not known. */
export const caseEvent5To6: Upcaster = (value) => {
  const { success, data: event } = triage.safeParse(value);
  return success ? { ...event, data: { ...event.data, declined: [] } } : value;
};
