import { z } from 'zod';

const old = z.looseObject({
  audience: z.enum(['evaluator', 'board']),
  data: z.array(z.looseObject({ name: z.string() })),
  result: z.looseObject({
    findings: z.array(z.looseObject({ role: z.string(), id: z.string(), estimate: z.unknown() })),
    subgroupTests: z.array(z.looseObject({ subgroup: z.string() })),
    pooling: z.unknown(),
    curves: z
      .looseObject({
        groups: z.array(z.looseObject({ atRisk: z.array(z.looseObject({ share: z.number().nullable() })) })),
      })
      .nullable(),
  }),
  measures: z.array(z.unknown()),
  disproportionality: z.unknown(),
});

const WHY = 'Hidden, as a count from 1 to 4 could be worked out from it.';

/**
 * Results of shape 1 were kept for boards with every digit. Read now, they are rounded, and what hung on hidden counts
 * though it was shown is taken out: effects of other analyses, adjusted p, tests between groups of which one is hidden,
 * who is still followed, and hashes of the data. Those for evaluators stay as they are.
 */
export function results1To2(value: unknown): unknown {
  const results = old.parse(value);
  if (results.audience === 'evaluator') return { ...results, counts: null };
  const { result, measures, disproportionality, data } = results;
  const { findings, subgroupTests, curves } = result;
  const isHidden = (of: (finding: (typeof findings)[number]) => boolean) =>
    findings.some((finding) => of(finding) && finding.estimate === null);
  const kept = {
    ...result,
    findings: findings.map((finding) =>
      finding.role === 'sensitivity'
        ? { ...finding, estimate: null, adjustedP: null, method: '', notes: [], refusal: WHY }
        : { ...finding, estimate: withoutError(finding.estimate), adjustedP: null },
    ),
    subgroupTests: subgroupTests.map((test) =>
      isHidden(({ id }) => id.startsWith(`subgroup:${test.subgroup}:`))
        ? { ...test, p: null, adjustedP: null, why: WHY }
        : { ...test, adjustedP: null },
    ),
    pooling: isHidden(({ role }) => role === 'by-force') ? null : result.pooling,
    curves: curves && { ...curves, groups: curves.groups.map(coarseCurve) },
  };
  return {
    ...results,
    counts: 'hidden',
    data: data.map(({ name }) => ({ name, sha256: '' })),
    result: rounded(kept),
    measures: rounded(measures),
    disproportionality: rounded(disproportionality),
  };
}

function withoutError(estimate: unknown): unknown {
  return estimate === null || typeof estimate !== 'object' ? estimate : { ...estimate, standardError: null };
}

function coarseCurve({ atRisk, ...curve }: { readonly atRisk: readonly { readonly share: number | null }[] }) {
  const whole = (share: number | null) => (share === null ? null : Math.round(share * 100) / 100);
  return {
    ...curve,
    n: null,
    low: null,
    high: null,
    share: atRisk.map(({ share }) => whole(share) ?? 0),
    atRisk: atRisk.map((point) => ({ ...point, n: null, share: whole(point.share) })),
  };
}

/** Every number below 10 to three places, others to one; whole ones stay whole. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(Math.abs(value) < 10 ? 3 : 1));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
}
