import { formatDay, govukButton, govukSummaryList, html, type Page, postForm } from '../../../web/markup/index.ts';
import type { TriageDraft } from '../../domain/triage-draft.ts';
import type { TriageRefusal } from '../../domain/triage-refusal.ts';

interface BrokenTriage {
  readonly draft: TriageDraft;
  readonly refusal: TriageRefusal;
  readonly csrfToken: string;
}

/** A triage whose facts can't be true together: what is wrong, and the two ways on. */
export function brokenTriagePage({ draft, refusal, csrfToken }: BrokenTriage): Page {
  const { draftId, person, offence } = draft;
  const row = (text: string, value: string) => ({ key: { text }, value: { text: value } });
  return {
    title: 'This triage can’t go on as it is',
    backLink: { href: '/cases', text: 'Cases' },
    content: html`<h1 class="govuk-heading-l">This triage can’t go on as it is</h1>
      <p class="govuk-body">${refusal.says}</p>
      ${refusal.detail !== null && html`<p class="govuk-body">What is wrong: ${refusal.detail}</p>`}
      ${govukSummaryList({
        rows: [
          row('Name', person?.name || 'Not given yet'),
          row('Date of birth', person?.bornOn ? formatDay(person.bornOn) : 'Not known'),
          row('Date of the offence', offence.occurredOn ? formatDay(offence.occurredOn) : 'Not known'),
        ],
      })}
      ${govukButton({ text: 'Correct the date of birth or the offence', href: `/triages/${draftId}/person` })}
      ${postForm({
        action: `/triages/${draftId}/discard`,
        csrfToken,
        content: govukButton({ text: 'Discard this triage', classes: 'govuk-button--secondary' }),
      })}`,
  };
}
