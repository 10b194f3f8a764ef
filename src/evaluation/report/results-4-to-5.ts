import { z } from 'zod';

const old = z.looseObject({ result: z.looseObject({}) });

/** Results of shape 4 do not know who died, or of whom something was not recorded. */
export function results4To5(value: unknown): unknown {
  const results = old.parse(value);
  return { ...results, result: { ...results.result, record: null } };
}
