import { formatDateTime, govukButton, govukTag, html, type Html, type Page } from '../../../web/markup/index.ts';
import type { StoredEvaluation, SharedEvaluation } from '../../domain/lifecycle/stored-evaluation.ts';
import type { EvaluationList } from '../../use-cases/list-evaluations.ts';
import { stateTag } from '../state-tag.ts';

/** What an organisation evaluated, or what a board was given to read. */
export function listPage(list: EvaluationList): Page {
  const entries = list.for === 'evaluator' ? list.evaluations.map(ownEntry) : list.evaluations.map(sharedEntry);
  return {
    title: 'Evaluations',
    width: 'full',
    content: html`<h1 class="govuk-heading-l">Evaluations</h1>
      ${list.for === 'evaluator' && govukButton({ text: 'Begin an evaluation', href: '/evaluations/new', isStartButton: true })}
      ${entries.length > 0 ? html`<ul class="govuk-list waymark-entries">${entries}</ul>` : list.for === 'evaluator' ? noneYet() : noneShared()}`,
  };
}

function noneYet(): Html {
  return html`<p class="govuk-body">There are none yet.</p>
    <p class="govuk-body">
      An evaluation begins with a plan: a page that says what will be compared and how, before anybody opens the data.
      <a class="govuk-link" href="/evaluations/examples">Look at example plans</a>.
    </p>`;
}

function noneShared(): Html {
  return html`<p class="govuk-body">Nothing has been shared with you yet.</p>
    <p class="govuk-body">Those who evaluate share a report with a board when it is ready. It then stands here, and with those who answer for the scheme that it is about.</p>`;
}

function ownEntry(evaluation: StoredEvaluation): Html {
  const { id, title, state, share, begunAt, begunByName, sharedWithBoardsAt, isDemonstration } = evaluation;
  return html`<li class="waymark-entry">
    <a class="govuk-link govuk-!-font-weight-bold" href="/evaluations/${id}">${title}</a> ${stateTag(state)}
    ${sharedWithBoardsAt && govukTag({ text: 'Shared with boards', classes: 'govuk-tag--purple' })}
    <span class="waymark-entry__detail">Begun ${formatDateTime(begunAt)} by ${begunByName}.${state === 'running' && ` ${percent(share)} done.`}${isDemonstration && ' Demonstration.'}</span>
  </li>`;
}

function sharedEntry({ id, title, organisation, release, supersededBy, isDemonstration }: SharedEvaluation): Html {
  return html`<li class="waymark-entry">
    <a class="govuk-link govuk-!-font-weight-bold" href="/evaluations/${id}">${title}</a>
    ${supersededBy !== null && govukTag({ text: `Superseded by version ${supersededBy.version}`, classes: 'govuk-tag--grey' })}
    <span class="waymark-entry__detail">Version ${release.version}, released ${formatDateTime(release.releasedAt)} by ${organisation}.${isDemonstration && ' Demonstration.'}</span>
  </li>`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
