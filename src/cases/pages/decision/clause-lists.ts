import type { ClauseAnswer } from '../../../eligibility/index.ts';
import type { Law, Scheme } from '../../../schemes/index.ts';
import { clauseResultTag } from '../../../triage/index.ts';
import { type Html, html, joinHtml, ruleLink, sourceMark } from '../../../web/markup/index.ts';
import { settledByWords } from './settled-by-words.ts';

interface RestsOn {
  readonly clauses: readonly ClauseAnswer[];
  /** The document as it is now; undefined where it has left the catalogue. */
  readonly scheme: Scheme | undefined;
  readonly laws: readonly Law[];
}

/** Every clause of a decision with its result, words, source, mark and note: the law's first, then the scheme's own. */
export function clauseLists({ clauses, scheme, laws }: RestsOn): Html {
  const ofLaw = clauses.filter(({ law }) => law !== undefined);
  const own = clauses.filter(({ law }) => law === undefined);
  const sourcesOf = ({ law }: ClauseAnswer): Scheme['sources'] =>
    (law === undefined ? scheme : laws.find(({ id }) => id === law))?.sources ?? {};
  const list = (some: readonly ClauseAnswer[]): Html =>
    html`<ul class="govuk-list waymark-entries">${some.map((clause) => clauseEntry(clause, sourcesOf(clause)))}</ul>`;
  if (ofLaw.length === 0) return list(own);
  return html`<h3 class="govuk-heading-s">The law</h3>
    ${list(ofLaw)}
    <h3 class="govuk-heading-s">The scheme’s own rules</h3>
    ${list(own)}`;
}

function clauseEntry(clause: ClauseAnswer, sources: Scheme['sources']): Html {
  const names = clause.source.map((key) => {
    const source = sources[key];
    return source ? `${source.publisher}, ${source.title}` : key;
  });
  const later = settledByWords(clause);
  return html`<li class="waymark-entry waymark-keep-together">
    ${clauseResultTag(clause.result)} ${ruleLink(clause.id)} ${clause.says}
    ${later !== null && html`<span class="waymark-entry__detail">${later}</span>`}
    <span class="waymark-entry__detail">${sourceMark(clause.standing)} ${joinHtml(names, '; ')}.</span>
    ${clause.note !== undefined && html`<span class="waymark-entry__detail">${clause.note}</span>`}
  </li>`;
}
