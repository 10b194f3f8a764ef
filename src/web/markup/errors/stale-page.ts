import { govukSummaryList, govukWarningText } from '../govuk/index.generated.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout/layout.ts';
import { formatDateTime } from '../london-time.ts';

interface StalePage {
  /** What happened since the page was opened, oldest first; empty where nothing tells. */
  readonly changes: readonly { readonly what: string; readonly by: string; readonly at: Date }[];
  /** What was typed and not saved, so that it is not lost. */
  readonly typed: readonly { readonly label: string; readonly value: string }[];
  /** Where the record can be seen as it is now. */
  readonly continueTo: { readonly href: string; readonly text: string };
}

/** Somebody else changed the record first: says who, when and what, and shows what was typed. Nothing was saved. */
export function stalePage(stale: StalePage): Page {
  return {
    title: 'This case has changed since you opened the page',
    content: html`<h1 class="govuk-heading-l">This case has changed since you opened the page</h1>
      ${govukWarningText({ text: 'What you sent has not been saved.', iconFallbackText: 'Warning' })}
      ${stale.changes.length > 0 && whatChanged(stale.changes)}
      ${stale.typed.length > 0 && whatWasTyped(stale.typed)}
      <p class="govuk-body"><a class="govuk-link" href="${stale.continueTo.href}">${stale.continueTo.text}</a></p>`,
  };
}

function whatChanged(changes: StalePage['changes']): Html {
  const lines = changes.map((change) => html`<li>${change.what}, by ${change.by}, ${formatDateTime(change.at)}</li>`);
  return html`<h2 class="govuk-heading-m">What changed</h2>
    <ul class="govuk-list govuk-list--bullet">${lines}</ul>`;
}

function whatWasTyped(typed: StalePage['typed']): Html {
  return html`<h2 class="govuk-heading-m">What you sent</h2>
    <p class="govuk-body">Look at the case as it is now, and enter this again if it still holds.</p>
    ${govukSummaryList({ rows: typed.map(({ label, value }) => ({ key: { text: label }, value: { text: value } })) })}`;
}
