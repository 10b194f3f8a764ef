import {
  formatDateTime,
  govukButton,
  govukDetails,
  govukInsetText,
  html,
  type Html,
  joinHtml,
  type Page,
} from '../../../web/markup/index.ts';
import { renderReportSections } from '../../report/render-report-html.ts';
import { reportOf, type ReportModel } from '../../report/report-model.ts';
import { evaluationIn } from '../../report/results-json.ts';
import type { EvaluationView } from '../../use-cases/show-evaluation.ts';

/** The report of an evaluation inside the site: what to do with it, what stands in it, and the report itself. */
export function reportPage(view: EvaluationView, results: string): Page {
  const model = reportOf(evaluationIn(results));
  const { id, title } = view.evaluation;
  const isPreview = view.for === 'evaluator' && view.asBoard;
  return {
    title: isPreview ? `${title}: as a board sees it` : title,
    width: 'full',
    backLink: isPreview
      ? { href: `/evaluations/${id}`, text: 'Back to the full report' }
      : { href: '/evaluations', text: 'Back to evaluations' },
    content: html`<span class="govuk-caption-l">Evaluation report${isPreview && ', as a board sees it'}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body waymark-reference waymark-reference--wraps">${model.subtitle}</p>
      ${view.for === 'board' && forBoard(view.evaluation.organisation)}
      ${view.for === 'evaluator' && !isPreview && sharing(view.evaluation)}
      ${downloads(view)}
      ${contents(model)}
      <div class="waymark-report">${renderReportSections(model)}</div>`,
  };
}

function forBoard(organisation: string): Html {
  return govukInsetText({
    html: html`By ${organisation}. This is the report for boards: counts of 1 to 4 people are hidden, and others where a hidden one could be worked out from them.`,
  });
}

function sharing({ id, sharedWithBoardsAt }: Extract<EvaluationView, { for: 'evaluator' }>['evaluation']): Html {
  const seeIt = html`<a class="govuk-link" href="/evaluations/${id}/board-report">See what a board sees</a>`;
  if (sharedWithBoardsAt === null) {
    return html`<div class="govuk-button-group waymark-screen-only">
      ${govukButton({ text: 'Share with boards', href: `/evaluations/${id}/share` })} ${seeIt}
    </div>`;
  }
  return html`<p class="govuk-body">Shared with boards ${formatDateTime(sharedWithBoardsAt)}.</p>
    <div class="govuk-button-group waymark-screen-only">
      ${govukButton({ text: 'Withdraw from boards', href: `/evaluations/${id}/withdraw`, classes: 'govuk-button--secondary' })} ${seeIt}
    </div>`;
}

function downloads(view: EvaluationView): Html {
  const { id } = view.evaluation;
  const asBoard = view.for === 'evaluator' && view.asBoard ? '?for=board' : '';
  const files = [
    ['report.html', 'Report as a page (HTML)'],
    ['report.pdf', 'Report to print (PDF)'],
    ['results.json', 'Every number (JSON)'],
    ...(view.for === 'evaluator' ? [['plan.yaml', 'The plan (YAML)']] : []),
  ];
  return html`<nav class="waymark-entry__links waymark-screen-only" aria-label="Downloads">
    ${joinHtml(files.map(([name = '', text = '']) => html`<a class="govuk-link waymark-tap" href="/evaluations/${id}/${name}${asBoard}" download>${text}</a> `))}
  </nav>`;
}

function contents({ sections }: ReportModel): Html {
  const links = sections.map(({ id, heading }) => html`<li><a class="govuk-link" href="#${id}">${heading}</a></li>`);
  return html`<nav class="waymark-contents waymark-screen-only" aria-label="What stands in the report">
    ${govukDetails({ summaryText: 'Contents', html: html`<ul class="govuk-list">${links}</ul>` })}
  </nav>`;
}
