import {
  formatDateTime,
  formatDay,
  govukWarningText,
  govukButton,
  govukDetails,
  govukInsetText,
  html,
  type Html,
  joinHtml,
  type Page,
} from '../../../web/markup/index.ts';
import type { SharedEvaluation } from '../../domain/lifecycle/stored-evaluation.ts';
import { FORMS } from '../../domain/register/release-verdict.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
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
      ${view.for === 'board' && forBoard(view.evaluation)}
      ${view.for === 'evaluator' && !isPreview && sharing(view)}
      ${downloads(view, model)}
      ${contents(model)}
      <div class="waymark-report">${renderReportSections(model)}</div>`,
  };
}

const COUNTS = {
  hidden: 'counts of 1 to 4 people are hidden, and others where a hidden one could be worked out from them',
  rounded: 'counts are rounded to the nearest 5, and those of 1 to 4 people are hidden',
} as const;

function forBoard({ id, organisation, release, supersededBy }: SharedEvaluation): Html {
  const { counts, version, releasedAt } = release;
  return html`${
    supersededBy !== null &&
    govukWarningText({
      text: `Version ${supersededBy.version} of this report was released on ${formatDay(londonDayOf(supersededBy.releasedAt))}: this one is superseded.`,
      iconFallbackText: 'Warning',
    })
  }${govukInsetText({
    html: html`Version ${version}, released on ${formatDay(londonDayOf(releasedAt))} by ${organisation}. This is the report for boards: ${COUNTS[counts]}. Its address is <a class="govuk-link" href="/evaluations/${id}">/evaluations/${id}</a>.`,
  })}`;
}

function sharing({ evaluation, release, boards }: Extract<EvaluationView, { for: 'evaluator' }>): Html {
  const { id, sharedWithBoardsAt } = evaluation;
  const seeIt = html`<a class="govuk-link" href="/evaluations/${id}/board-report">See what a board sees</a>`;
  if (sharedWithBoardsAt === null) {
    return html`<div class="govuk-button-group waymark-screen-only">
      ${govukButton({ text: 'Share with boards', href: `/evaluations/${id}/share` })} ${seeIt}
    </div>`;
  }
  const names = boards.flatMap(({ name, sharedAt }) => (sharedAt === null ? [] : [name]));
  return html`<p class="govuk-body">Shared with boards ${formatDateTime(sharedWithBoardsAt)}: ${names.join(', ')}. ${release !== null && html`Version ${release.version}, counts ${FORMS[release.counts]}.`}</p>
    <div class="govuk-button-group waymark-screen-only">
      ${govukButton({ text: 'Change who may read it', href: `/evaluations/${id}/share`, classes: 'govuk-button--secondary' })}
      ${govukButton({ text: 'Withdraw from boards', href: `/evaluations/${id}/withdraw`, classes: 'govuk-button--secondary' })} ${seeIt}
    </div>`;
}

function downloads(view: EvaluationView, model: ReportModel): Html {
  const { id } = view.evaluation;
  const { counts } = model.evaluation;
  const asBoard = view.for === 'evaluator' && view.asBoard ? `?for=board&counts=${counts ?? 'hidden'}` : '';
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
