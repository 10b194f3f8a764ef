import { type Html, html, type Page } from '../../../web/markup/index.ts';
import type { Law } from '../../domain/law/law-document.ts';
import type { CatalogueShown } from '../catalogue-shown.ts';
import { appliesWords, nationNames } from './law-words.ts';

/** Every law document: what is asked before any scheme's own rules are. */
export function lawListPage({ laws }: CatalogueShown): Page {
  return {
    title: 'The law',
    backLink: { href: '/about/rules', text: 'All rules' },
    content: html`<h1 class="govuk-heading-l">The law</h1>
      <p class="govuk-body">What the law asks of a diversion comes before the rules of any scheme. It is written down once, in these documents, and every scheme rests on those of its nation, its kind and the ways in which it may end a case.</p>
      <ul class="govuk-list waymark-entries">${laws.map(lawEntry)}</ul>`,
  };
}

function lawEntry(law: Law): Html {
  const rules = law.clauses.length + (law.limits ?? []).length;
  return html`<li class="waymark-entry">
    <a class="govuk-link govuk-!-font-weight-bold" href="/about/law/${law.id}">${law.name}</a>
    <span class="waymark-entry__detail govuk-!-margin-top-1">${nationNames(law)}. ${appliesWords(law)}. ${rules} ${rules === 1 ? 'rule' : 'rules'}.</span>
  </li>`;
}
