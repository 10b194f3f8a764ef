import { z } from 'zod';
import { ok, refuse, type Result } from '../../../shared/result.ts';

const standing = z.enum(['sourced', 'assumed']);
const input = z.strictObject({
  value: z.number().nonnegative().nullable(),
  says: z.string(),
  source: z.string().nullable(),
  standing,
});

const schema = z.strictObject({
  reportedSaving: z.strictObject({ pounds: z.number(), says: z.string(), source: z.string(), standing }),
  fewerCourtCases: input,
  courtCasesAsUsual: input,
  poundsPerCourtCase: input,
  poundsPerContract: input,
  sources: z.record(z.string(), z.unknown()),
});

/** What is known of Operation Turning Point's costs, as `reference/turning-point.yaml` has it. */
export type TurningPoint = z.infer<typeof schema>;

/** Reads the file. Throws where it is broken. */
export function parseTurningPoint(raw: unknown): TurningPoint {
  return schema.parse(raw);
}

/** What is not published of what the saving is worked out from. */
export interface NotPublished {
  readonly missing: readonly { readonly input: string; readonly says: string }[];
  /** What the sum would be, in words. */
  readonly sum: string;
}

const SUM = 'court cases as usual × share fewer × pounds per court case − pounds per Turning Point contract';

/**
 * Operation Turning Point's saving per case, worked out from its inputs:
 *
 *   court cases as usual × share fewer × pounds per court case − pounds per contract
 *
 * Refused where an input is not published, naming each: the reported £1,000 cannot be reproduced without them, and a unit
 * cost chosen so that it comes out would prove nothing. Give them in a table of your own to see what they come to.
 */
export function turningPointSaving(turningPoint: TurningPoint): Result<number, NotPublished> {
  const { courtCasesAsUsual, fewerCourtCases, poundsPerCourtCase, poundsPerContract } = turningPoint;
  const inputs = { courtCasesAsUsual, fewerCourtCases, poundsPerCourtCase, poundsPerContract };
  const missing = Object.entries(inputs).flatMap(([input, { value, says }]) =>
    value === null ? [{ input, says }] : [],
  );
  if (missing.length > 0) return refuse({ missing, sum: SUM });
  const [asUsual = 0, fewer = 0, perCase = 0, perContract = 0] = Object.values(inputs).map(({ value }) => value ?? 0);
  return ok(asUsual * fewer * perCase - perContract);
}

/** Whether the reported saving can be reproduced, in one or two sentences. */
export function turningPointWords(turningPoint: TurningPoint): string {
  const { pounds, source } = turningPoint.reportedSaving;
  const reported = `Operation Turning Point is reported to have saved about £${pounds.toLocaleString('en-GB')} a case (${source}).`;
  const worked = turningPointSaving(turningPoint);
  if (worked.ok) {
    return `${reported} The inputs given come to £${Math.round(worked.value).toLocaleString('en-GB')}: ${SUM}.`;
  }
  const missing = worked.refusal.missing.map(({ says }) => says).join('; ');
  return `${reported} That cannot be reproduced here: of ${SUM}, these were not published in what was read: ${missing}.`;
}
