import { type Html, html } from '../../web/markup/index.ts';
import type { RuleWords } from '../domain/rule-in-words.ts';

/** A rule in words, its parts as lists within each other. */
export function ruleWordsList({ text, parts }: RuleWords): Html {
  if (parts.length === 0) return html`${text}`;
  const list = parts.map((part) => html`<li>${ruleWordsList(part)}</li>`);
  return html`${text}:<ul class="govuk-list govuk-list--bullet">${list}</ul>`;
}
