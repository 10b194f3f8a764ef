import { readStored, StoredFault } from '../../stored/index.ts';
import type { Evaluation } from './evaluation.ts';
import type { ReportModel } from './report-model.ts';
import { resultsKind } from './results-kind.ts';

/**
 * The evaluation that a results.json holds, to be shown again. Throws where the text is not one of this program's, or
 * does not fit the shape that it says it has.
 */
export function evaluationIn(text: string): Evaluation {
  return evaluationOf(JSON.parse(text), 'a results.json');
}

/** The same of one that was parsed; `id` says in a fault which it is. */
export function evaluationOf(results: unknown, id: string): Evaluation {
  const { shape, ...stored } = withShape(results, id);
  const { planHash, plan, ...rest } = readStored(resultsKind, { table: 'evaluations', id, shape }, stored);
  return { ...rest, planHash, plan: { ...plan, hash: planHash } };
}

/** Results say their shape themselves, because they leave the database as a file. The first did not yet. */
function withShape(results: unknown, id: string): { readonly shape: number } {
  if (results === null || typeof results !== 'object' || Array.isArray(results)) {
    const problem = { path: '(all of it)', problem: 'is no results.json' };
    throw new StoredFault(resultsKind.name, { table: 'evaluations', id, shape: resultsKind.shape }, [problem]);
  }
  const shape = 'shape' in results && typeof results.shape === 'number' ? results.shape : 1;
  return { ...results, shape };
}

/** Every number of a report, as `results.json` holds it; curves are numbers too. Infinity has no JSON and becomes null. */
export function resultsJson({ evaluation, audience }: ReportModel): string {
  const { plan, ...rest } = evaluation;
  const { hash, ...document } = plan;
  const { shape } = resultsKind;
  return `${JSON.stringify({ shape, ...rest, audience, planHash: hash, plan: document }, null, 2)}\n`;
}
