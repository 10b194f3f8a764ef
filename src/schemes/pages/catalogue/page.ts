import { govukButton, govukInput, type Html, html, type Page, schemeStandingTag } from '../../../web/markup/index.ts';
import { plainWords } from '../../../reference/index.ts';
import { isComparator } from '../../domain/is-comparator.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { type CatalogueShown, forceNames, standingToday } from '../catalogue-shown.ts';
import { byName, schemesByForce } from './schemes-by-force.ts';

/** Every scheme, or those that have all the words looked for: those that can be offered today first, by force. */
export function cataloguePage(
  shown: CatalogueShown,
  looked: { readonly words: string; readonly found: readonly Scheme[] },
): Page {
  const ours = looked.found.filter((scheme) => !isComparator(scheme));
  const live = ours.filter((scheme) => standingToday(shown, scheme) === 'live');
  const others = ours.filter((scheme) => standingToday(shown, scheme) !== 'live');
  const comparators = looked.found.filter(isComparator);
  return {
    title: looked.words === '' ? 'Schemes' : `Schemes: ${looked.words}`,
    content: html`<h1 class="govuk-heading-l">Schemes</h1>
      <p class="govuk-body">Each scheme is a document: who may enter, what they agree to, what follows, and the source of each statement.</p>
      ${searchForm(looked.words)}
      <p class="govuk-body" role="status">${counted(looked)}</p>
      ${live.length > 0 && liveSchemes(shown, live)}
      ${others.length > 0 && notLive(shown, others)}
      ${comparators.length > 0 && inOtherCountries(shown, comparators)}
      <p class="govuk-body">Not here? <a class="govuk-link" href="/about#not-found">Forces for which no scheme was found</a></p>`,
  };
}

function counted({ words, found }: { readonly words: string; readonly found: readonly Scheme[] }): Html {
  const number = `${found.length} ${found.length === 1 ? 'scheme' : 'schemes'}`;
  if (words === '') return html`${number}.`;
  return html`${number} found. <a class="govuk-link" href="/schemes">Show all schemes</a>`;
}

function searchForm(words: string): Html {
  return html`<form method="get" action="/schemes" class="waymark-search">
    ${govukInput({ id: 'words', name: 'words', value: words, label: { text: 'Look for a force, a scheme or a kind of scheme' }, classes: 'govuk-input--width-20', spellcheck: false })}
    ${govukButton({ text: 'Search', classes: 'govuk-button--secondary' })}
  </form>`;
}

function liveSchemes(shown: CatalogueShown, schemes: readonly Scheme[]): Html {
  const groups = schemesByForce(shown, schemes).map(
    (group) => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${group.force}</h3>
      ${schemeList(group.schemes, (scheme) => plainWords(scheme.kind))}`,
  );
  return html`<h2 class="govuk-heading-m">Live today</h2>${groups}`;
}

function notLive(shown: CatalogueShown, schemes: readonly Scheme[]): Html {
  return html`<h2 class="govuk-heading-m">Proposed, paused or ended</h2>
    <p class="govuk-body">These can be compared but not offered.</p>
    ${schemeList([...schemes].sort(byName), detail(shown))}`;
}

function inOtherCountries(shown: CatalogueShown, schemes: readonly Scheme[]): Html {
  return html`<h2 class="govuk-heading-m">In other countries, to compare with</h2>
    <p class="govuk-body">What the law of another country asks. None of these is ever offered.</p>
    ${schemeList(schemes, (scheme) => html`${schemeStandingTag(standingToday(shown, scheme))}`)}`;
}

function detail(shown: CatalogueShown): (scheme: Scheme) => Html {
  return (scheme) =>
    html`${schemeStandingTag(standingToday(shown, scheme))} ${forceNames(shown, scheme)}. ${plainWords(scheme.kind)}.`;
}

function schemeList(schemes: readonly Scheme[], detailOf: (scheme: Scheme) => Html | string): Html {
  const entries = schemes.map(
    (scheme) => html`<li class="waymark-entry">
      <a class="govuk-link govuk-!-font-weight-bold" href="/schemes/${scheme.id}">${scheme.name}</a>
      <span class="waymark-entry__detail govuk-!-margin-top-1">${detailOf(scheme)}</span>
    </li>`,
  );
  return html`<ul class="govuk-list waymark-entries">${entries}</ul>`;
}
