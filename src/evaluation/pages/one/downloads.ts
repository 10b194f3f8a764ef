import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderReportHtml } from '../../report/render-report-html.ts';
import { reportOf } from '../../report/report-model.ts';
import { evaluationIn, resultsJson } from '../../report/results-json.ts';
import { countsAsked } from './route.ts';
import { showEvaluation, type EvaluationView } from '../../use-cases/show-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { EvaluationVisit, EvaluationSite } from '../evaluation-site.ts';
import { addressPart, handlerOf, queryText } from '../../../web/server/index.ts';
import { keysIn } from '../../../shared/tables.ts';

type FileName = 'report.html' | 'report.pdf' | 'results.json' | 'plan.yaml';

const TYPES: { readonly [name in FileName]: string } = {
  'report.html': 'text/html; charset=utf-8',
  'report.pdf': 'application/pdf',
  'results.json': 'application/json; charset=utf-8',
  'plan.yaml': 'application/yaml; charset=utf-8',
};

/** What can be taken away of an evaluation. A board has no plan.yaml; the report says what was planned. */
export function addDownloadRoutes(server: FastifyInstance, site: EvaluationSite): void {
  for (const name of keysIn(TYPES)) {
    server.get(
      `/evaluations/:id/${name}`,
      {
        config: {
          address: { id: 'id' },
          query: { for: 'words', counts: 'words' },
          access: ['see-evaluations', 'see-shared-evaluations', 'see-scheme-evaluations'],
        },
      },
      handlerOf(site, (visit) => give(visit, name)),
    );
  }
}

async function give(visit: EvaluationVisit, as: FileName): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const asBoard = queryText(request, 'for') === 'board';
  const shown = await showEvaluation(site.work, actor, {
    id: addressPart(request, 'id'),
    as,
    asBoard,
    counts: countsAsked(request),
  });
  if (!shown.ok) return answerRefusal(visit, shown.refusal);
  const content = await contentOf(shown.value, as, site);
  if (content === null) return answerRefusal(visit, { code: 'evaluation-not-found' });
  return reply
    .header('content-disposition', `attachment; filename="${as}"`)
    .header('cache-control', 'no-store')
    .type(TYPES[as])
    .send(content);
}

async function contentOf(
  view: EvaluationView,
  as: FileName,
  { work }: EvaluationSite,
): Promise<string | Buffer | null> {
  if (as === 'plan.yaml') return view.for === 'evaluator' ? view.planText : null;
  if (view.results === null) return null;
  switch (as) {
    case 'results.json':
      // A board's is written anew: what was stored by an earlier version is rounded as it is read.
      return view.for === 'board' || view.asBoard ? resultsJson(reportOf(evaluationIn(view.results))) : view.results;
    case 'report.html':
      return renderReportHtml(reportOf(evaluationIn(view.results)));
    case 'report.pdf':
      return Buffer.from(await work.threads.pdf(view.results, work.clock()));
  }
}
