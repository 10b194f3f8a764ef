import { ok, refuse, type Result } from '../../shared/result.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { faultOfArms, type Arm } from './arm.ts';
import { tableGivenMargins } from './table-given-margins.ts';

/** Probabilities this close to the observed table's, relatively, count as equal to it, as in R. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test that two arms have the same risk. Two-sided: the probability, given the margins, of every table
 * that is no likelier than the one observed, as R's fisher.test.
 *
 * Source: Fisher (1935), The logic of inductive inference. Its type I error is never above the level, and mostly below.
 */
export function fisherExactTest(a: Arm, b: Arm): Result<{ readonly p: number }, StatisticsRefusal> {
  const fault = faultOfArms([a, b], 0.95);
  if (fault) return refuse(fault);
  const { fewest, probabilities } = tableGivenMargins(a, b);
  const bound = probabilities[a.events - fewest]! * AS_LIKELY;
  let p = 0;
  for (const probability of probabilities) if (probability <= bound) p += probability;
  return ok({ p: Math.min(1, p) });
}
