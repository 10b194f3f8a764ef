import { govukSummaryList, type Html, html, type Page, sourceMark } from '../../../web/markup/index.ts';
import { ruleInWords } from '../../domain/rule-in-words.ts';
import type { Law, TimeLimitDocument } from '../../domain/law/law-document.ts';
import { type CatalogueShown, type ClauseShown, isInForce } from '../catalogue-shown.ts';
import { clauseBlock, sourceNames } from '../clause-block.ts';
import { ruleWordsList } from '../rule-words-list.ts';
import { sourceList } from '../source-list.ts';
import { besideClauses } from './beside-clauses.ts';
import { appliesWords, nationNames } from './law-words.ts';

/** One law document: what it asks, from which day, where each rule comes from, and which schemes rest on it. */
export function lawPage(shown: CatalogueShown, law: Law): Page {
  const current = law.clauses.filter((clause) => isInForce(shown, clause));
  const others = law.clauses.filter((clause) => !isInForce(shown, clause));
  const row = (text: string, value: Html) => ({ key: { text }, value: { html: value } });
  return {
    title: law.name,
    backLink: { href: '/about/law', text: 'The law' },
    content: html`<span class="govuk-caption-l">The law</span>
      <h1 class="govuk-heading-l">${law.name}</h1>
      ${law.summary !== undefined && html`<p class="govuk-body-l">${law.summary}</p>`}
      ${govukSummaryList({
        rows: [row('Nation', html`${nationNames(law)}`), row('Applies to', html`${appliesWords(law)}`)],
      })}
      ${current.length > 0 && html`<h2 class="govuk-heading-m">What it asks</h2><p class="govuk-body">Every rule must be met.</p>${clauseList(law, current)}`}
      ${others.length > 0 && html`<h2 class="govuk-heading-m">Not in force today</h2>${clauseList(law, others)}`}
      ${law.limits !== undefined && limitList(shown, law, law.limits)}
      ${besideClauses(law)}
      <h2 class="govuk-heading-m">Schemes that rest on it</h2>
      ${schemesResting(shown, law)}
      <h2 class="govuk-heading-m">Sources</h2>
      ${sourceList(law)}
      <p class="govuk-body-s">This page shows <code>${law.file}</code>, version <code class="waymark-hash">${law.version.slice(0, 12)}</code>.</p>`,
  };
}

function schemesResting({ schemes }: CatalogueShown, law: Law): Html {
  const resting = schemes.filter(({ laws = [] }) => laws.some(({ id }) => id === law.id));
  if (resting.length === 0)
    return html`<p class="govuk-body">None${law.applies.outcomes !== undefined && '; it holds where a case ends so all the same'}.</p>`;
  return html`<ul class="govuk-list">${resting.map(({ id, name }) => html`<li><a class="govuk-link" href="/schemes/${id}">${name}</a></li>`)}</ul>`;
}

function clauseList(law: Law, clauses: readonly ClauseShown[]): Html {
  return html`<ul class="govuk-list waymark-entries">${clauses.map((clause) => clauseBlock(law, clause))}</ul>`;
}

function limitList({ words }: CatalogueShown, law: Law, limits: readonly TimeLimitDocument[]): Html {
  const entries = limits.map(
    (limit) => html`<li class="waymark-entry" id="${limit.id}">
      <span class="waymark-rule-id">${limit.id}</span> ${limit.says}
      <div class="waymark-entry__detail">${limitWords(limit)} ${ruleWordsList(ruleInWords(words, limit.holdsFor))}</div>
      <span class="waymark-entry__detail">${sourceMark(limit.standing)} ${sourceNames(law, limit.source)}.</span>
      ${limit.note !== undefined && html`<span class="waymark-entry__detail">${limit.note}</span>`}
    </li>`,
  );
  return html`<h2 class="govuk-heading-m">By when a charge must be brought</h2>
    <p class="govuk-body">The first that holds for the case counts.</p>
    <ul class="govuk-list waymark-entries">${entries}</ul>`;
}

function limitWords({ months, certain }: TimeLimitDocument): string {
  if (months === null)
    return `${certain ? 'No limit' : 'Not certain: a person says whether it is past'}. It holds where:`;
  const within = `${months} months from the offence${certain ? '' : ', which is not certain: a person says whether it is past'}`;
  return `${within}. It holds where:`;
}
