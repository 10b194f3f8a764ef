import type { Evaluation } from './evaluation.ts';
import type { ReportModel } from './report-model.ts';

/** The evaluation that a results.json holds, to be shown again; throws where the text is not one of this program's. */
export function evaluationIn(text: string): Evaluation {
  const { planHash, plan, ...rest } = JSON.parse(text) as Evaluation;
  if (typeof planHash !== 'string' || typeof plan !== 'object') throw new Error('The text is no results.json');
  return { ...rest, planHash, plan: { ...plan, hash: planHash } };
}

/** Every number of a report, as `results.json` holds it; curves are numbers too. Infinity has no JSON and becomes null. */
export function resultsJson({ evaluation, audience }: ReportModel): string {
  const { plan, ...rest } = evaluation;
  const { hash, ...document } = plan;
  return `${JSON.stringify({ ...rest, audience, planHash: hash, plan: document }, null, 2)}\n`;
}
