import { govukButton, govukInput, type Html, html, type Page, schemeStandingTag } from '../../../web/markup/index.ts';
import { type CatalogueShown, forceNames, isLaw, type RulesDocument, standingToday } from '../catalogue-shown.ts';
import { clauseBlock } from '../clause-block.ts';
import { nationNames } from '../law/law-words.ts';
import type { RulesFound } from './find-rules.ts';

/** Every rule by scheme, or those that have all the words looked for. */
export function rulesPage(shown: CatalogueShown, looked: { words: string; found: readonly RulesFound[] }): Page {
  const count = looked.found.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const counted = looked.words === '' ? `${count} rules` : `${count} ${count === 1 ? 'rule' : 'rules'} found`;
  return {
    title: looked.words === '' ? 'The rules' : `The rules: ${looked.words}`,
    content: html`<h1 class="govuk-heading-l">The rules</h1>
      <p class="govuk-body">Every rule of <a class="govuk-link" href="/about/law">the law</a> and of every scheme, with its source. Look for a scheme, a place, a rule or what it is about: “London age”, “DUR-1”, “cannabis”, “law Scotland”.</p>
      ${searchForm(looked.words)}
      <p class="govuk-body" role="status">${counted}.${looked.words !== '' && html` <a class="govuk-link" href="/about/rules">Show all rules</a>`}</p>
      ${looked.found.map((found) => documentRules(shown, found))}`,
  };
}

function searchForm(words: string): Html {
  return html`<form method="get" action="/about/rules" class="waymark-search">
    ${govukInput({ id: 'words', name: 'words', value: words, label: { text: 'Look for' }, classes: 'govuk-input--width-20', spellcheck: false })}
    ${govukButton({ text: 'Search', classes: 'govuk-button--secondary' })}
  </form>`;
}

function documentRules(shown: CatalogueShown, { document, clauses }: RulesFound): Html {
  return html`<section class="waymark-section">
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1"><a class="govuk-link" href="${isLaw(document) ? '/about/law' : '/schemes'}/${document.id}">${document.name}</a></h2>
    <p class="govuk-body-s govuk-!-margin-bottom-2">${whose(shown, document)}</p>
    <ul class="govuk-list waymark-entries">${clauses.map((clause) => clauseBlock(document, clause))}</ul>
  </section>`;
}

function whose(shown: CatalogueShown, document: RulesDocument): Html {
  if (isLaw(document)) return html`The law of ${nationNames(document)}`;
  return html`${forceNames(shown, document)} ${schemeStandingTag(standingToday(shown, document))}`;
}
