import { type TriageView, verdictTag } from '../../../triage/index.ts';
import { govukButton, html, type Page } from '../../../web/markup/index.ts';

/** The schemes that can be offered, where they are several: one is offered. */
export function whichOfferPage({ draft, ready }: TriageView, nameOf: (scheme: string) => string): Page {
  const base = `/triages/${draft.draftId}`;
  const each = ready.map(
    ({ ifAgreed }) =>
      html`<p class="govuk-body govuk-!-margin-bottom-1">${verdictTag(ifAgreed)} if the person agrees</p>
        ${govukButton({ text: nameOf(ifAgreed.scheme), href: `${base}/offer/${ifAgreed.scheme}`, classes: 'govuk-button--secondary waymark-answer' })}`,
  );
  return {
    title: 'Which scheme is offered?',
    backLink: { href: `${base}/check`, text: 'Check the answers' },
    content: html`<span class="govuk-caption-l">${draft.person?.name}</span>
      <h1 class="govuk-heading-l">Which scheme is offered?</h1>
      <p class="govuk-body">Each can be offered by the answers so far. What it asks and leads to stands on its page.</p>
      <div class="waymark-answers">${each}</div>
      <p class="govuk-body"><a class="govuk-link waymark-tap" href="${base}/check">Check the answers, and decide before the offer</a></p>`,
  };
}
