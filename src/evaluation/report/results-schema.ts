import { z } from 'zod';
import { COUNT_FORMS } from '../domain/disclosure/rounding.ts';
import { outcomeSchema, planSchema } from '../domain/plan/plan-document.ts';

/** Null where a board must not learn it, or where it can't be said. */
const maybe = z.number().nullable();
/** The ends of an interval without an end: JSON has no infinity, so that they are written as null. */
const lowEnd = maybe.transform((value) => value ?? -Infinity);
const highEnd = maybe.transform((value) => value ?? Infinity);
const words = z.string();
const dataFile = z.strictObject({ name: words, sha256: words });

const figure = z.strictObject({
  of: words,
  what: words,
  n: maybe,
  count: maybe,
  value: maybe,
  low: maybe,
  high: maybe,
  unit: z.enum(['proportion', 'difference', 'ratio', 'mean', 'count', 'days', 'hours', 'points', 'weight', 'pounds']),
  method: words,
  why: words.nullable(),
  suppressed: z.boolean(),
});

const lineCount = z.strictObject({ what: words, part: z.enum(['n', 'count']) });

const measured = z.strictObject({
  measure: words,
  header: z.strictObject({
    title: words,
    numerator: words,
    denominator: words,
    clock: words,
    window: words,
    base: words,
    censoring: words,
    method: words,
    source: words,
  }),
  figures: z.array(figure),
  warnings: z.array(words),
  sums: z.array(z.strictObject({ whole: lineCount, parts: z.array(lineCount) })).exactOptional(),
});

const comparedGroup = z.strictObject({ name: words, n: maybe, events: maybe, value: maybe });

const finding = z.strictObject({
  id: words,
  role: z.enum(['primary', 'supporting', 'secondary', 'subgroup', 'sensitivity', 'by-force']),
  label: words,
  outcome: outcomeSchema,
  scale: z.enum(['risk-difference', 'mean-difference', 'risk-ratio', 'rate-ratio', 'hazard-ratio']),
  estimate: z
    .strictObject({ value: z.number(), low: lowEnd, high: highEnd, standardError: maybe, p: maybe })
    .nullable(),
  adjustedP: maybe,
  groups: z.tuple([comparedGroup, comparedGroup]),
  method: words,
  notes: z.array(words),
  refusal: words.nullable(),
});

const flowSide = z.strictObject({
  name: words,
  n: maybe,
  stages: z.array(z.strictObject({ says: words, n: maybe })),
  lost: z.array(z.strictObject({ why: words, n: maybe })),
  compared: maybe,
});

const baselineCell = z.strictObject({ value: maybe, count: maybe });

const curve = z.strictObject({
  name: words,
  n: maybe,
  days: z.array(z.number()),
  share: z.array(z.number()),
  low: z.array(z.number()).nullable(),
  high: z.array(z.number()).nullable(),
  atRisk: z.array(z.strictObject({ day: z.number(), n: maybe, share: maybe })),
});

const designResult = z.strictObject({
  names: z.tuple([words, words]),
  flow: z.strictObject({
    inData: maybe,
    excluded: z.array(z.strictObject({ why: words, n: maybe })),
    studied: maybe,
    sides: z.tuple([flowSide, flowSide]),
  }),
  baseline: z.array(
    z.strictObject({
      characteristic: words,
      level: words.nullable(),
      unit: z.enum(['mean', 'share']),
      groups: z.tuple([baselineCell, baselineCell]),
      standardisedDifference: maybe,
    }),
  ),
  findings: z.array(finding),
  subgroupTests: z.array(
    z.strictObject({ subgroup: words, label: words, p: maybe, adjustedP: maybe, why: words.nullable() }),
  ),
  curves: z
    .strictObject({ outcome: outcomeSchema, groups: z.tuple([curve, curve]), p: maybe, method: words })
    .nullable(),
  balance: z.array(z.strictObject({ name: words, before: maybe, after: maybe })).nullable(),
  pooling: z
    .strictObject({
      forces: z.number(),
      method: words,
      tauSquared: z.number(),
      iSquared: z.number(),
      predictionLow: lowEnd,
      predictionHigh: highEnd,
      spreadP: z.number(),
    })
    .nullable(),
  record: z
    .strictObject({
      deaths: z.tuple([z.number(), z.number()]),
      missing: z.array(z.strictObject({ name: words, counts: z.tuple([z.number(), z.number()]) })),
      indexedFrom: words,
      indexedUntil: words,
      followedUntil: z.tuple([words, words]),
    })
    .nullable(),
  warnings: z.array(words),
  limits: z.array(words),
});

const funnelPoint = z.strictObject({
  size: z.number(),
  low2: z.number(),
  high2: z.number(),
  low3: z.number(),
  high3: z.number(),
  name: words,
  count: z.number(),
  rate: z.number(),
  beyond: z.literal([0, 2, 3]),
  side: z.enum(['above', 'below']).nullable(),
});

/** What `results.json` holds, on a disk or in the database: an evaluation, its sentences said and its plan apart. */
export const resultsSchema = z.strictObject({
  program: z.strictObject({ name: words, version: words }),
  data: z.array(dataFile),
  isGenerated: z.boolean(),
  command: words,
  earlier: z.array(z.strictObject({ planHash: words, data: z.array(dataFile) })),
  history: z.strictObject({ version: z.int(), isExplored: z.boolean(), says: z.array(words) }).nullable(),
  result: designResult,
  measures: z.array(measured),
  disproportionality: z
    .strictObject({
      what: words,
      funnel: z.strictObject({
        expected: z.number(),
        kind: z.enum(['binomial', 'poisson']),
        points: z.array(funnelPoint),
      }),
    })
    .nullable(),
  audience: planSchema.shape.audience,
  /** How a board has its counts; null for evaluators. */
  counts: z.enum(COUNT_FORMS).nullable(),
  planHash: words,
  plan: planSchema,
});
