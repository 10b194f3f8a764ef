import { formatDay, type Html, html, joinHtml, ruleLink, sourceMark } from '../../web/markup/index.ts';
import { type Scheme, sourceKeys } from '../domain/scheme-document.ts';
import type { ClauseShown } from './catalogue-shown.ts';

/** One clause wherever a list of them is shown: id, words, sources, mark, days, and how the source was read. */
export function clauseBlock(scheme: Scheme, clause: ClauseShown): Html {
  return html`<li class="waymark-entry" id="${clause.id}">
    ${ruleLink(clause.id)} ${clause.says}
    <span class="waymark-entry__detail">${sourceMark(clause.standing)} ${sourceNames(scheme, clause.source)}. ${clauseDays(clause)}.</span>
    ${clause.note !== undefined && html`<span class="waymark-entry__detail">${clause.note}</span>`}
  </li>`;
}

/** The titles of the sources a statement rests on. */
export function sourceNames(scheme: Scheme, source: string | readonly string[] | undefined): Html {
  const names = sourceKeys(source).map((key) => {
    const found = scheme.sources[key];
    return found ? `${found.publisher}, ${found.title}` : key;
  });
  return joinHtml(names, '; ');
}

/** The days on which a clause is in force. */
export function clauseDays(clause: ClauseShown): string {
  const from = `In force from ${formatDay(clause.from)}`;
  return clause.until === undefined ? from : `${from} to ${formatDay(clause.until)}`;
}
