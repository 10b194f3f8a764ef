import type { SeededRandom } from '../../shared/seeded-random.ts';
import { pick } from './pick.ts';

export interface DrawnEthnicity {
  /** What the person would say. */
  readonly code: string;
  /** What is recorded: missing more often where the person is not White, and N1 where they were not asked. */
  readonly selfDefined: string | null;
  readonly officerDefined: string | null;
}

const CODES = [
  ['W1', 0.68],
  ['W9', 0.07],
  ['B1', 0.05],
  ['B2', 0.05],
  ['A1', 0.03],
  ['A2', 0.05],
  ['A3', 0.02],
  ['M1', 0.03],
  ['O9', 0.02],
] as const;

const SEEN_AS: Readonly<Record<string, string>> = { W: 'IC1', B: 'IC3', A: 'IC4', M: 'IC3', O: 'IC6' };

export function drawEthnicity(random: SeededRandom): DrawnEthnicity {
  const code = pick(random, CODES);
  const isMissing = random.next() < (code.startsWith('W') ? 0.1 : 0.16);
  const isNotStated = random.next() < 0.3;
  const isSeenOtherwise = random.next() < 0.05;
  const isUnseen = random.next() < 0.06;
  return {
    code,
    selfDefined: isMissing ? (isNotStated ? 'N1' : null) : code,
    officerDefined: isUnseen ? null : isSeenOtherwise ? 'IC2' : (SEEN_AS[code.charAt(0)] ?? null),
  };
}
