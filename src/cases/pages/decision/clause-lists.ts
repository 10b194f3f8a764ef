import type { ClauseAnswer } from '../../../eligibility/index.ts';
import { isNeedToKnow } from '../../../reference/index.ts';
import { clauseResultTag, type RecordedDecision } from '../../../triage/index.ts';
import { type Html, html, joinHtml, ruleLink, sourceMark } from '../../../web/markup/index.ts';
import type { CaseSite } from '../case-site.ts';
import { isHeldBack } from './held-back.ts';
import { settledByWords } from './settled-by-words.ts';
import { sourcesOfClause } from './sources-of-clause.ts';

/**
 * Every clause of a decision with its result, words, source, mark and note: the law's first, then the scheme's own.
 * What turns on a fact that may show somebody's risk is not printed.
 */
export function clauseLists(site: CaseSite, decision: Pick<RecordedDecision, 'scheme' | 'clauses'>): Html {
  const ofLaw = decision.clauses.filter(({ law }) => law !== undefined);
  const own = decision.clauses.filter(({ law }) => law === undefined);
  const list = (some: readonly ClauseAnswer[]): Html =>
    html`<ul class="govuk-list waymark-entries">${some.map((clause) => clauseEntry(site, decision.scheme, clause))}</ul>`;
  const all =
    ofLaw.length === 0
      ? list(own)
      : html`<h3 class="govuk-heading-s">The law</h3>
          ${list(ofLaw)}
          <h3 class="govuk-heading-s">The scheme’s own rules</h3>
          ${list(own)}`;
  return html`${all}
    ${decision.clauses.some((clause) => isPrivate(site, clause)) && html`<p class="govuk-body waymark-print-only">Other rules: not shown here.</p>`}`;
}

function isPrivate(site: CaseSite, clause: ClauseAnswer): boolean {
  return isHeldBack(clause, (fact) => !isNeedToKnow(site.words, fact));
}

function clauseEntry(site: CaseSite, scheme: string, clause: ClauseAnswer): Html {
  const later = settledByWords(clause);
  return html`<li class="waymark-entry waymark-keep-together ${isPrivate(site, clause) && 'waymark-screen-only'}">
    ${clauseResultTag(clause.result)} ${ruleLink(clause.id)} ${clause.says}
    ${later !== null && html`<span class="waymark-entry__detail">${later}</span>`}
    <span class="waymark-entry__detail">${sourceMark(clause.standing)} ${joinHtml(sourcesOfClause(site, scheme, clause), '; ')}.</span>
    ${clause.note !== undefined && html`<span class="waymark-entry__detail">${clause.note}</span>`}
  </li>`;
}
