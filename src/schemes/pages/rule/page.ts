import {
  govukSummaryList,
  type Html,
  html,
  type Page,
  schemeStandingTag,
  sourceMark,
  sourceMarkMeaning,
} from '../../../web/markup/index.ts';
import { ruleInWords, type RuleWords } from '../../domain/rule-in-words.ts';
import { type Scheme, sourceKeys } from '../../domain/scheme-document.ts';
import { type CatalogueShown, type ClauseShown, forceNames, isInForce, standingToday } from '../catalogue-shown.ts';
import { clauseDays } from '../clause-block.ts';

/** One rule: its words, its source and mark, the rule itself in plain form and as written, and the file it stands in. */
export function rulePage(shown: CatalogueShown, { scheme, clause }: { scheme: Scheme; clause: ClauseShown }): Page {
  const row = (text: string, value: Html): { key: { text: string }; value: { html: Html } } => ({
    key: { text },
    value: { html: value },
  });
  const schemeLink = html`<a class="govuk-link" href="/schemes/${scheme.id}">${scheme.name}</a>, ${forceNames(shown, scheme)} ${schemeStandingTag(standingToday(shown, scheme))}`;
  return {
    title: `${clause.id}: ${clause.says}`,
    backLink: { href: '/about/rules', text: 'All rules' },
    content: html`<span class="govuk-caption-l">Rule ${clause.id}</span>
      <h1 class="govuk-heading-l">${clause.says}</h1>
      ${govukSummaryList({
        rows: [
          row('Scheme', schemeLink),
          row('The rule', ruleWords(ruleInWords(shown.words, clause.rule))),
          row('In force', html`${clauseDays(clause)}.${!isInForce(shown, clause) && ' Not in force today.'}`),
          row('Source', sources(scheme, clause)),
          row('How well sourced', html`${sourceMark(clause.standing)} ${sourceMarkMeaning(clause.standing)}`),
          ...(clause.note === undefined ? [] : [row('Note', html`${clause.note}`)]),
          row('File', html`<code class="waymark-breaks">${scheme.file}</code>`),
        ],
      })}
      <h2 class="govuk-heading-m">As it is written</h2>
      <div class="waymark-scroll" tabindex="0" role="region" aria-label="The rule as it is written"><pre class="waymark-code"><code>${JSON.stringify(clause.rule, null, 2)}</code></pre></div>`,
  };
}

function ruleWords({ text, parts }: RuleWords): Html {
  if (parts.length === 0) return html`${text}`;
  const list = parts.map((part) => html`<li>${ruleWords(part)}</li>`);
  return html`${text}:<ul class="govuk-list govuk-list--bullet">${list}</ul>`;
}

function sources(scheme: Scheme, clause: ClauseShown): Html {
  const lines = sourceKeys(clause.source).map((key) => {
    const source = scheme.sources[key];
    if (!source) return html`<li>${key}</li>`;
    const address = source.address !== undefined && html` (${source.address})`;
    return html`<li>${source.publisher}, <cite>${source.title}</cite>${address}. ${source.note}</li>`;
  });
  return html`<ul class="govuk-list waymark-breaks">${lines}</ul>`;
}
