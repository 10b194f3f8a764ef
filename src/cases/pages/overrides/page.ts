import { formatDateTime, govukPagination, html, type Html, type Page } from '../../../web/markup/index.ts';
import { plainWords } from '../../../reference/index.ts';
import { verdictWords } from '../../../triage/index.ts';
import type { OverridesView } from '../../use-cases/list-overrides.ts';
import { countWords } from '../words/counted.ts';
import { type CaseSite, schemeName } from '../case-site.ts';

type Row = OverridesView['rows'][number];

/** What was decided otherwise than the rules, the newest first: who, when and why. */
export function overridesPage(site: CaseSite, { total, isMore, rows, page, pages }: OverridesView): Page {
  return {
    title: 'Overrides',
    width: 'full',
    content: html`<h1 class="govuk-heading-l">Overrides</h1>
      <p class="govuk-body">What was decided otherwise than the rules in the cases of your force, the newest first: decisions that were overridden or judged, and cases that go on though a verdict has turned.</p>
      ${total === 0 ? html`<p class="govuk-body">There are none.</p>` : html`<ul class="govuk-list waymark-entries">${rows.map((row) => entry(site, row))}</ul>`}
      ${
        pages > 1 &&
        govukPagination({
          ...(page > 1 && { previous: { href: `/overrides?page=${page - 1}` } }),
          ...(page < pages && { next: { href: `/overrides?page=${page + 1}` } }),
        })
      }
      ${isMore && html`<p class="govuk-body">There are ${countWords({ total, isMore })}. The newest ${total.toLocaleString('en-GB')} are listed.</p>`}`,
  };
}

function entry(site: CaseSite, { caseId, reference, personName, event }: Row): Html {
  const { at, by, data } = event;
  return html`<li class="waymark-entry">
    <a class="govuk-link govuk-!-font-weight-bold" href="/cases/${caseId}">${personName}</a>
    <span class="waymark-reference">${reference}</span>
    <span class="waymark-entry__detail">${schemeName(site, data.scheme)}: ${what(event)}.</span>
    <span class="waymark-entry__detail">Reason: ${data.reason}${data.authority !== null && ` Authority: ${data.authority}.`}</span>
    <span class="waymark-entry__detail">${by.name}, ${plainWords(by.role).toLowerCase()}, ${formatDateTime(new Date(at))}</span>
  </li>`;
}

function what(event: Row['event']): string {
  return event.type === 'decision-overridden'
    ? `from ${verdictWords(event.data.from).toLowerCase()} to ${verdictWords(event.data.to).toLowerCase()}`
    : `goes on though it would now be ${verdictWords(event.data.verdict).toLowerCase()}`;
}
