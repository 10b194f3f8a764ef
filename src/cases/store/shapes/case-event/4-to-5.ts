import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const outcome = z.looseObject({
  type: z.literal('outcome-recorded'),
  data: z.looseObject({ basis: z.looseObject({ inspector: z.string().nullable() }) }),
});

/** An outcome gained the rank of whoever gave leave. Until then it could only be an inspector, or above. */
export const caseEvent4To5: Upcaster = (value) => {
  const { success, data: event } = outcome.safeParse(value);
  if (!success) return value;
  const { inspector, ...basis } = event.data.basis;
  const authority = inspector === null ? null : { by: 'inspector', name: inspector };
  return { ...event, data: { ...event.data, basis: { ...basis, authority } } };
};
