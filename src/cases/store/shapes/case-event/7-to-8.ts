import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const withBasis = z.looseObject({ basis: z.looseObject({}) });
const recorded = z.looseObject({ type: z.enum(['outcome-recorded', 'outcome-given']), data: withBasis });
const corrected = z.looseObject({ type: z.literal('outcome-corrected'), data: z.looseObject({ to: withBasis }) });

/** An outcome says whether the person offended before, and which youth justice service agreed. Nobody was asked before. */
export const caseEvent7To8: Upcaster = (value) => {
  const outcome = recorded.safeParse(value).data;
  if (outcome) return { ...outcome, data: notAsked(outcome.data) };
  const correction = corrected.safeParse(value).data;
  if (correction) return { ...correction, data: { ...correction.data, to: notAsked(correction.data.to) } };
  return value;
};

function notAsked(data: z.infer<typeof withBasis>) {
  return { ...data, basis: { ...data.basis, history: null, youthJustice: null } };
}
