import { formatDay, type Html, html, joinHtml, ruleLink, sourceMark } from '../../web/markup/index.ts';
import { sourceKeys } from '../domain/scheme-document.ts';
import type { ClauseShown, RulesDocument } from './catalogue-shown.ts';
import { settledWords } from './law/law-words.ts';

/** One clause wherever a list of them is shown: id, words, sources, mark, days, by when it must be settled, and how the source was read. */
export function clauseBlock(document: Pick<RulesDocument, 'sources'>, clause: ClauseShown): Html {
  return html`<li class="waymark-entry" id="${clause.id}">
    ${ruleLink(clause.id)} ${clause.says}
    <span class="waymark-entry__detail">${sourceMark(clause.standing)} ${sourceNames(document, clause.source)}. ${clauseDays(clause)}.</span>
    ${clause.settledBy !== undefined && html`<span class="waymark-entry__detail">${settledWords(clause)}.</span>`}
    ${clause.note !== undefined && html`<span class="waymark-entry__detail">${clause.note}</span>`}
  </li>`;
}

/** The titles of the sources a statement rests on. */
export function sourceNames(
  { sources }: Pick<RulesDocument, 'sources'>,
  source: string | readonly string[] | undefined,
): Html {
  const names = sourceKeys(source).map((key) => {
    const found = sources[key];
    return found ? `${found.publisher}, ${found.title}` : key;
  });
  return joinHtml(names, '; ');
}

/** The days on which a clause is in force. */
export function clauseDays(clause: ClauseShown): string {
  const from = `${clause.datedBy === 'offence' ? 'For offences' : 'In force'} from ${formatDay(clause.from)}`;
  return clause.until === undefined ? from : `${from} to ${formatDay(clause.until)}`;
}
