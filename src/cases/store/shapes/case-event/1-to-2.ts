import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const triage = z.looseObject({
  type: z.literal('person-triaged'),
  data: z.looseObject({ decisions: z.array(z.looseObject({})) }),
});

/** Decisions gained the version of the vocabulary they were made by. Of those made before, it was not recorded: null. */
export const caseEvent1To2: Upcaster = (value) => {
  const { success, data: event } = triage.safeParse(value);
  if (!success) return value;
  const decisions = event.data.decisions.map((decision) => ({ ...decision, vocabularyVersion: null }));
  return { ...event, data: { ...event.data, decisions } };
};
