import type { AreaFunnel, SearchesAnswered } from '../../../evaluation/index.ts';
import type { CountedFile, FileOverlap } from '../../../interchange/index.ts';
import type { Area } from './areas.ts';

/** One area's answer. */
export interface AreaAnswer extends Area {
  readonly answers: readonly SearchesAnswered[];
}

/** All that the command found. */
export interface DisproportionalityAnswer {
  readonly files: readonly CountedFile[];
  readonly overlaps: readonly FileOverlap[];
  readonly areas: readonly AreaAnswer[];
  /** Empty where there is one area. */
  readonly funnels: readonly AreaFunnel[];
  readonly seed: number;
}
