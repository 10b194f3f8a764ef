/** How far an evaluation has come: what is done now, and the share of the whole from 0 to 1. */
export interface EvaluationProgress {
  readonly doing: string;
  readonly share: number;
}

/**
 * Work that says how far it has come between its steps. Whoever drives it decides what to do there: show it, let other
 * work in, or stop. Driving it to its end at once gives the same answer.
 */
export type Work<Answer> = Generator<EvaluationProgress, Answer, void>;
