import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const amendment = z.looseObject({ type: z.literal('fact-amended'), data: z.looseObject({}) });

/** Amended facts gained what follows from them. Of those amended before nothing followed: the ages stayed as they were. */
export const caseEvent3To4: Upcaster = (value) => {
  const { success, data: event } = amendment.safeParse(value);
  return success ? { ...event, data: { ...event.data, follows: [] } } : value;
};
