import {
  formatDay,
  govukSummaryList,
  type Html,
  html,
  joinHtml,
  type Page,
  schemeStandingTag,
  sourceMark,
} from '../../../web/markup/index.ts';
import { plainWords } from '../../../reference/index.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { type CatalogueShown, forceNames, isInForce, standingToday } from '../catalogue-shown.ts';
import { clauseBlock, sourceNames } from '../clause-block.ts';
import { sourceList } from '../source-list.ts';
import { pathwayRows } from './pathway-rows.ts';

/** One scheme: who may enter, what they agree to, what follows, and where each statement comes from. */
export function schemePage(shown: CatalogueShown, scheme: Scheme): Page {
  const current = scheme.eligibility.filter((clause) => isInForce(shown, clause));
  const others = scheme.eligibility.filter((clause) => !isInForce(shown, clause));
  return {
    title: scheme.name,
    backLink: { href: '/schemes', text: 'All schemes' },
    content: html`<h1 class="govuk-heading-l">${scheme.name}</h1>
      ${scheme.summary !== undefined && html`<p class="govuk-body-l">${scheme.summary}</p>`}
      ${govukSummaryList({ rows: aboutRows(shown, scheme) })}
      <h2 class="govuk-heading-m">Who may enter</h2>
      ${restsOn(scheme)}
      <ul class="govuk-list waymark-entries">${current.map((clause) => clauseBlock(scheme, clause))}</ul>
      ${others.length > 0 && rulesNotInForce(scheme, others)}
      <h2 class="govuk-heading-m">What the person does, and what follows</h2>
      ${govukSummaryList({ rows: pathwayRows(scheme, shown.words) })}
      <h2 class="govuk-heading-m">Sources</h2>
      ${sourceList(scheme)}
      <p class="govuk-body-s">This page shows <code>${scheme.file}</code>, version <code class="waymark-hash">${scheme.version.slice(0, 12)}</code>.</p>`,
  };
}

/** Where what the law asks is found; none for another country's rules. */
function restsOn({ laws = [] }: Scheme): Html {
  if (laws.length === 0) return html`<p class="govuk-body">Every rule must be met.</p>`;
  return html`<p class="govuk-body">The law comes first. This scheme rests on:</p>
    <ul class="govuk-list govuk-list--bullet">${laws.map(({ id, name }) => html`<li><a class="govuk-link" href="/about/law/${id}">${name}</a></li>`)}</ul>
    <p class="govuk-body">Then every rule of the scheme must be met:</p>`;
}

function rulesNotInForce(scheme: Scheme, clauses: Scheme['eligibility']): Html {
  return html`<h3 class="govuk-heading-s">Not in force today</h3>
    <ul class="govuk-list waymark-entries">${clauses.map((clause) => clauseBlock(scheme, clause))}</ul>`;
}

function aboutRows(shown: CatalogueShown, scheme: Scheme): { key: { text: string }; value: { html: Html } }[] {
  const standing = scheme.standing.map(
    (entry) =>
      html`<li>${plainWords(entry.is)} from ${formatDay(entry.from)}. ${sourceNames(scheme, entry.source)}. ${entry.note}</li>`,
  );
  return [
    { key: { text: 'Run by' }, value: { html: html`${forceNames(shown, scheme)}` } },
    { key: { text: 'Kind' }, value: { html: html`${plainWords(scheme.kind)}` } },
    {
      key: { text: 'Standing today' },
      value: {
        html: html`${schemeStandingTag(standingToday(shown, scheme))}<ul class="govuk-list govuk-!-margin-top-2">${standing}</ul>`,
      },
    },
    { key: { text: 'How well sourced' }, value: { html: marks(scheme) } },
  ];
}

/** How many of the rules carry each mark. */
function marks(scheme: Scheme): Html {
  const counted = (['sourced', 'conflicting', 'assumed'] as const)
    .map((standing) => ({
      standing,
      count: scheme.eligibility.filter((clause) => clause.standing === standing).length,
    }))
    .filter(({ count }) => count > 0);
  return joinHtml(
    counted.map(({ standing, count }) => html`${sourceMark(standing)} ${count} of ${scheme.eligibility.length} rules`),
    html`<br>`,
  );
}
