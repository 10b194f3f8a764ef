import { govukButton, govukInput, type Html, html, type Page, schemeStandingTag } from '../../../web/markup/index.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { type CatalogueShown, forceNames, standingToday } from '../catalogue-shown.ts';
import { clauseBlock } from '../clause-block.ts';
import type { SchemeRulesFound } from './find-rules.ts';

/** Every rule by scheme, or those that have all the words looked for. */
export function rulesPage(shown: CatalogueShown, looked: { words: string; found: readonly SchemeRulesFound[] }): Page {
  const count = looked.found.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const counted = looked.words === '' ? `${count} rules` : `${count} ${count === 1 ? 'rule' : 'rules'} found`;
  return {
    title: looked.words === '' ? 'The rules' : `The rules: ${looked.words}`,
    content: html`<h1 class="govuk-heading-l">The rules</h1>
      <p class="govuk-body">Every rule of every scheme, with its source. Look for a scheme, a place, a rule or what it is about: “London age”, “DUR-1”, “cannabis”.</p>
      ${searchForm(looked.words)}
      <p class="govuk-body" role="status">${counted}.${looked.words !== '' && html` <a class="govuk-link" href="/about/rules">Show all rules</a>`}</p>
      ${looked.found.map(({ scheme, clauses }) => schemeRules(shown, scheme, clauses))}`,
  };
}

function searchForm(words: string): Html {
  return html`<form method="get" action="/about/rules" class="waymark-search">
    ${govukInput({ id: 'words', name: 'words', value: words, label: { text: 'Look for' }, classes: 'govuk-input--width-20', spellcheck: false })}
    ${govukButton({ text: 'Search', classes: 'govuk-button--secondary' })}
  </form>`;
}

function schemeRules(shown: CatalogueShown, scheme: Scheme, clauses: Scheme['eligibility']): Html {
  return html`<section class="waymark-section">
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1"><a class="govuk-link" href="/schemes/${scheme.id}">${scheme.name}</a></h2>
    <p class="govuk-body-s govuk-!-margin-bottom-2">${forceNames(shown, scheme)} ${schemeStandingTag(standingToday(shown, scheme))}</p>
    <ul class="govuk-list waymark-entries">${clauses.map((clause) => clauseBlock(scheme, clause))}</ul>
  </section>`;
}
