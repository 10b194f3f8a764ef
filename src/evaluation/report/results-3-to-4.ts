import { z } from 'zod';

const old = z.looseObject({
  plan: z.looseObject({
    comparison: z.looseObject({ design: z.string(), metaAnalysis: z.string().exactOptional() }),
  }),
});

/**
 * Results of shape 3 put forces together as effects of the diversion forces alone, by REML where their plan named no way.
 * Read now, their plan says so: left out, it would mean another way. The hash stays that of the plan as it was written.
 */
export function results3To4(value: unknown): unknown {
  const results = old.parse(value);
  const { plan } = results;
  const { comparison } = plan;
  if (comparison.design !== 'natural-experiment') return results;
  const { metaAnalysis = 'reml' } = comparison;
  return { ...results, plan: { ...plan, comparison: { ...comparison, metaAnalysis, spreadOf: 'diversion-forces' } } };
}
