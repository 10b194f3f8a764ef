import type { SeededRandom } from '../../shared/seeded-random.ts';
import { gammaVariate } from '../../statistics/index.ts';
import { keysIn, tableFrom } from '../../shared/tables.ts';

/**
 * All that chance holds for a person, drawn before anything is done: what follows with the scheme and without it are
 * two readings of the same draws, so that both are known of everybody.
 */
export interface Latents {
  /** Chances from 0 to 1, held against the probability of each step. */
  readonly chance: Readonly<Record<ChanceOf, number>>;
  /** Days between one step and the next. */
  readonly days: Readonly<Record<DaysOf, number>>;
  /** Time to death on a scale of mean 1. */
  readonly death: number;
  /** The reoffences to come: gaps on a scale of mean 1, in order; as many as the longest life here could need. */
  readonly reoffences: readonly LatentReoffence[];
  /** Minutes of police time, as a multiple of the mean of what is done. */
  readonly minutes: number;
}

export interface LatentReoffence {
  readonly gap: number;
  readonly isProven: number;
  readonly proofDays: number;
  readonly code: number;
}

const CHANCES = [
  'arm',
  'always',
  'offer',
  'accept',
  'referred',
  'contacted',
  'started',
  'completed',
  'lapse',
  'disposal',
  'escalated',
  'court',
  'recordedDisposal',
  'treatment',
  'minutesRecorded',
  'personAnswers',
  'personSatisfaction',
  'hasVictim',
  'victimAsked',
  'victimAnswers',
  'victimSatisfaction',
  'sameDay',
  'closed',
] as const;
type ChanceOf = (typeof CHANCES)[number];

/** From and to, each end as likely as the rest. */
const DAYS = {
  accepted: [0, 2],
  referred: [0, 2],
  contacted: [1, 14],
  started: [1, 21],
  completed: [20, 120],
  closed: [0, 7],
  disposed: [1, 60],
  treatment: [7, 200],
} as const;
type DaysOf = keyof typeof DAYS;

const MOST_REOFFENCES = 30;

export function drawLatents(random: SeededRandom): Latents {
  const chance = tableFrom(CHANCES, () => random.next());
  const days = tableFrom(keysIn(DAYS), (name) => {
    const [from, to] = DAYS[name];
    return from + random.below(to - from + 1);
  });
  const death = -Math.log(random.nextOpen());
  const minutes = gammaVariate(random, 4) / 4;
  const reoffences: LatentReoffence[] = [];
  // The highest rate of the world makes some ten of them in four years.
  for (let reach = 0; reach < MOST_REOFFENCES;) {
    const gap = -Math.log(random.nextOpen());
    reoffences.push({ gap, isProven: random.next(), proofDays: random.next(), code: random.next() });
    reach += gap;
  }
  return { chance, days, death, reoffences, minutes };
}
