import { type Html, html, type Page, schemeStandingTag } from '../../../web/markup/index.ts';
import { plainWords } from '../../../reference/index.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { type CatalogueShown, forceNames, standingToday } from '../catalogue-shown.ts';

/** Every scheme: those that can be offered today first. */
export function cataloguePage(shown: CatalogueShown): Page {
  const live = shown.schemes.filter((scheme) => standingToday(shown, scheme) === 'live');
  const others = shown.schemes.filter((scheme) => standingToday(shown, scheme) !== 'live');
  return {
    title: 'Schemes',
    content: html`<h1 class="govuk-heading-l">Schemes</h1>
      <p class="govuk-body">Each scheme is a document: who may enter, what they agree to, what follows, and the source of each statement.</p>
      <h2 class="govuk-heading-m">Live today</h2>
      ${schemeList(shown, live)}
      <h2 class="govuk-heading-m">Proposed, paused or ended</h2>
      <p class="govuk-body">These can be compared but not offered.</p>
      ${schemeList(shown, others)}`,
  };
}

function schemeList(shown: CatalogueShown, schemes: readonly Scheme[]): Html {
  const entries = schemes.map(
    (scheme) => html`<li class="waymark-entry">
      <a class="govuk-link govuk-!-font-weight-bold" href="/schemes/${scheme.id}">${scheme.name}</a>
      ${standingToday(shown, scheme) !== 'live' && schemeStandingTag(standingToday(shown, scheme))}
      <span class="waymark-entry__detail">${forceNames(shown, scheme)}. ${plainWords(scheme.kind)}.</span>
    </li>`,
  );
  return html`<ul class="govuk-list waymark-entries">${entries}</ul>`;
}
