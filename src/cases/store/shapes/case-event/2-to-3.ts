import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const triage = z.looseObject({
  type: z.literal('person-triaged'),
  data: z.looseObject({ decisions: z.array(z.looseObject({})) }),
});

/** Decisions gained the law documents that they answer. Those made before answer none. */
export const caseEvent2To3: Upcaster = (value) => {
  const { success, data: event } = triage.safeParse(value);
  if (!success) return value;
  const decisions = event.data.decisions.map((decision) => ({ ...decision, law: [] }));
  return { ...event, data: { ...event.data, decisions } };
};
