import type { EvaluationResources } from './evaluation-resources.ts';

/** How long files may lie without an evaluation: that of somebody who is still reading what was wrong with their plan. */
const HOURS_OF_AN_UPLOAD = 24;

/**
 * Closes evaluations that no program will carry out: no job of theirs waits, runs or is to be tried again. Others go on,
 * whichever program carries them out. Removes the files that nobody will read. Answers how many were closed.
 */
export async function closeLeftOver({ store, clock }: Pick<EvaluationResources, 'store' | 'clock'>): Promise<number> {
  const at = clock();
  return store.closeLeftOver({
    at,
    problem: 'Waymark was stopped while it ran. Run it again.',
    uploadsBefore: new Date(at.getTime() - HOURS_OF_AN_UPLOAD * 60 * 60 * 1000),
  });
}
