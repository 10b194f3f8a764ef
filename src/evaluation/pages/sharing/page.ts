import { govukButton, html, type Page, postForm } from '../../../web/markup/index.ts';
import type { StoredEvaluation } from '../../domain/lifecycle/stored-evaluation.ts';

interface Confirmation {
  readonly evaluation: StoredEvaluation;
  readonly csrfToken: string;
}

/** Asks once more before boards can read a report. */
export function sharePage({ evaluation: { id, title }, csrfToken }: Confirmation): Page {
  return {
    title: 'Share with boards',
    backLink: { href: `/evaluations/${id}`, text: 'Back to the report' },
    content: html`<span class="govuk-caption-l">${title}</span>
      <h1 class="govuk-heading-l">Share with boards</h1>
      <p class="govuk-body">Every board that has an account here can then read the report for boards and keep it. It hides counts of 1 to 4 people, and others where a hidden one could be worked out from them. The full report stays with your organisation.</p>
      <p class="govuk-body"><a class="govuk-link" href="/evaluations/${id}/board-report">See what a board sees</a> before you share it.</p>
      ${postForm({
        action: `/evaluations/${id}/share`,
        csrfToken,
        content: html`<div class="govuk-button-group">${govukButton({ text: 'Share with boards', preventDoubleClick: true })} <a class="govuk-link" href="/evaluations/${id}">Cancel</a></div>`,
      })}`,
  };
}

/** Asks once more before a report is taken from boards. */
export function withdrawPage({ evaluation: { id, title }, csrfToken }: Confirmation): Page {
  return {
    title: 'Withdraw from boards',
    backLink: { href: `/evaluations/${id}`, text: 'Back to the report' },
    content: html`<span class="govuk-caption-l">${title}</span>
      <h1 class="govuk-heading-l">Withdraw from boards</h1>
      <p class="govuk-body">Boards can then no longer read the report here. What somebody has read or downloaded they have.</p>
      ${postForm({
        action: `/evaluations/${id}/withdraw`,
        csrfToken,
        content: html`<div class="govuk-button-group">${govukButton({ text: 'Withdraw from boards', classes: 'govuk-button--warning', preventDoubleClick: true })} <a class="govuk-link" href="/evaluations/${id}">Cancel</a></div>`,
      })}`,
  };
}
