import {
  formatDateTime,
  govukButton,
  govukWarningText,
  html,
  type Html,
  type Page,
  postForm,
} from '../../../web/markup/index.ts';
import type { StoredEvaluation } from '../../domain/lifecycle/stored-evaluation.ts';
import { stateTag } from '../state-tag.ts';

/** An evaluation that has no report: it waits, runs, failed or was cancelled. */
export function progressPage(evaluation: StoredEvaluation, csrfToken: string): Page {
  const { title, state, begunAt, begunByName } = evaluation;
  return {
    title,
    backLink: { href: '/evaluations', text: 'Back to evaluations' },
    content: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${stateTag(state)}</p>
      <p class="govuk-body">Begun ${formatDateTime(begunAt)} by ${begunByName}.</p>
      ${state === 'queued' || state === 'running' ? underWay(evaluation, csrfToken) : ended(evaluation)}`,
  };
}

function underWay({ id, state, share, doing }: StoredEvaluation, csrfToken: string): Html {
  const percent = Math.round(share * 100);
  const running = html`<p class="govuk-body" id="doing">${percent}% done${doing !== '' && `: ${lowered(doing)}`}.</p>
    <progress class="waymark-progress" max="100" value="${percent}" aria-labelledby="doing">${percent}%</progress>`;
  return html`${state === 'running' ? running : html`<p class="govuk-body">It waits for another evaluation to end. One runs at a time.</p>`}
    <p class="govuk-body">This page looks again every few seconds. You can leave it: the evaluation goes on. <a class="govuk-link" href="/evaluations/${id}">Look now</a></p>
    ${postForm({
      action: `/evaluations/${id}/cancel`,
      csrfToken,
      content: govukButton({
        text: 'Cancel the evaluation',
        classes: 'govuk-button--warning',
        preventDoubleClick: true,
      }),
    })}`;
}

function ended({ id, state, problem, finishedAt }: StoredEvaluation): Html {
  const when = finishedAt === null ? '' : ` ${formatDateTime(finishedAt)}`;
  return html`${
    state === 'failed'
      ? govukWarningText({ text: problem ?? 'It failed', iconFallbackText: 'Failed' })
      : html`<p class="govuk-body">Cancelled${when}. Nothing of it was kept but the plan.</p>`
  }
    <p class="govuk-body"><a class="govuk-link" href="/evaluations/${id}/plan.yaml" download>The plan (YAML)</a></p>
    ${govukButton({ text: 'Begin again with this plan', href: `/evaluations/new?again=${id}` })}`;
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
