import { z } from 'zod';
import type { JobKind } from '../../../jobs/index.ts';

const carryOut = z.object({
  evaluationId: z.guid(),
  /** For whom it is carried out: what is stored is stored in their name, with the rights of the role they began it in. */
  begunBy: z.object({ accountId: z.guid(), organisationId: z.guid(), role: z.string() }),
  /** Where the data come from: files that were uploaded under the evaluation's id, or the demonstration's generator. */
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('uploaded') }),
    z.object({ kind: z.literal('generated'), people: z.int(), seed: z.int() }),
  ]),
});

export type CarryOutEvaluation = z.infer<typeof carryOut>;
export type StudySource = CarryOutEvaluation['source'];

/**
 * Carrying one evaluation out. One that is lost with its program is begun anew from its stored plan and data; one that
 * takes its program along each time is given up.
 */
export const carryOutEvaluationJob: JobKind<CarryOutEvaluation> = {
  name: 'carry-out-evaluation',
  data: carryOut,
  retry: { atMost: 5, afterSeconds: 0 },
  withinMinutes: 12 * 60,
};
