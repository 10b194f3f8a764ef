import { type Html, html } from '../../web/markup/index.ts';
import type { RulesDocument } from './catalogue-shown.ts';

/** Every source of a document, in full. */
export function sourceList({ sources }: Pick<RulesDocument, 'sources'>): Html {
  const entries = Object.entries(sources).map(
    ([key, source]) =>
      html`<li id="${key}">${source.publisher}, <cite>${source.title}</cite>${source.address !== undefined && html` (${source.address})`}. ${source.note}</li>`,
  );
  return html`<ul class="govuk-list govuk-list--bullet waymark-breaks">${entries}</ul>`;
}
