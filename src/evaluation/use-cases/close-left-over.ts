import type { EvaluationMeans } from './evaluation-means.ts';

/** At a start: what was running or waiting when the program was stopped has failed, and its files are removed. */
export async function closeLeftOver({ store, uploads, clock }: EvaluationMeans): Promise<number> {
  await uploads.removeAll();
  return store.closeLeftOver({ at: clock(), problem: 'Waymark was stopped while it ran. Run it again.' });
}
