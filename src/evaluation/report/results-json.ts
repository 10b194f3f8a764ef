import type { ReportModel } from './report-model.ts';

/** Every number of a report, as `results.json` holds it; curves are numbers too. Infinity has no JSON and becomes null. */
export function resultsJson({ evaluation, audience }: ReportModel): string {
  const { plan, ...rest } = evaluation;
  const { hash, ...document } = plan;
  return `${JSON.stringify({ ...rest, audience, planHash: hash, plan: document }, null, 2)}\n`;
}
