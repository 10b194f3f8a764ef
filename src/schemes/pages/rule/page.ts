import {
  govukSummaryList,
  type Html,
  html,
  type Page,
  schemeStandingTag,
  sourceMark,
  sourceMarkMeaning,
} from '../../../web/markup/index.ts';
import { ruleInWords } from '../../domain/rule-in-words.ts';
import { sourceKeys } from '../../domain/scheme-document.ts';
import {
  type CatalogueShown,
  forceNames,
  isInForce,
  isLaw,
  type RuleFound,
  type RulesDocument,
  standingToday,
} from '../catalogue-shown.ts';
import { clauseDays } from '../clause-block.ts';
import { nationNames, settledWords } from '../law/law-words.ts';
import { ruleWordsList } from '../rule-words-list.ts';

/** One rule: its words, its source and mark, the rule itself in plain form and as written, and the file it stands in. */
export function rulePage(shown: CatalogueShown, { document, clause }: RuleFound): Page {
  const row = (text: string, value: Html): { key: { text: string }; value: { html: Html } } => ({
    key: { text },
    value: { html: value },
  });
  return {
    title: `${clause.id}: ${clause.says}`,
    backLink: { href: '/about/rules', text: 'All rules' },
    content: html`<span class="govuk-caption-l">Rule ${clause.id}</span>
      <h1 class="govuk-heading-l">${clause.says}</h1>
      ${govukSummaryList({
        rows: [
          row(isLaw(document) ? 'Law' : 'Scheme', documentLink(shown, document)),
          row('The rule', ruleWordsList(ruleInWords(shown.words, clause.rule))),
          row('In force', html`${clauseDays(clause)}.${!isInForce(shown, clause) && ' Not in force today.'}`),
          ...(isLaw(document) ? [row('Settled', html`${settledWords(clause)}.`)] : []),
          row('Source', sources(document, clause)),
          row('How well sourced', html`${sourceMark(clause.standing)} ${sourceMarkMeaning(clause.standing)}`),
          ...(clause.note === undefined ? [] : [row('Note', html`${clause.note}`)]),
          row('File', html`<code class="waymark-breaks">${document.file}</code>`),
        ],
      })}
      <h2 class="govuk-heading-m">As it is written</h2>
      <div class="waymark-scroll" tabindex="0" role="region" aria-label="The rule as it is written"><pre class="waymark-code"><code>${JSON.stringify(clause.rule, null, 2)}</code></pre></div>`,
  };
}

function documentLink(shown: CatalogueShown, document: RulesDocument): Html {
  if (isLaw(document))
    return html`<a class="govuk-link" href="/about/law/${document.id}">${document.name}</a>, ${nationNames(document)}`;
  return html`<a class="govuk-link" href="/schemes/${document.id}">${document.name}</a>, ${forceNames(shown, document)} ${schemeStandingTag(standingToday(shown, document))}`;
}

function sources(document: RulesDocument, clause: RuleFound['clause']): Html {
  const lines = sourceKeys(clause.source).map((key) => {
    const source = document.sources[key];
    if (!source) return html`<li>${key}</li>`;
    const address = source.address !== undefined && html` (${source.address})`;
    return html`<li>${source.publisher}, <cite>${source.title}</cite>${address}. ${source.note}</li>`;
  });
  return html`<ul class="govuk-list waymark-breaks">${lines}</ul>`;
}
