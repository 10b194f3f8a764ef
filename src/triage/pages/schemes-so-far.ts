import type { Decision } from '../../eligibility/index.ts';
import { type Html, html, joinHtml, ruleLink, schemeStandingTag } from '../../web/markup/index.ts';
import { verdictTag } from './words/verdicts.ts';

const ORDER = { eligible: 0, 'needs-discretion': 1, 'needs-information': 2, ineligible: 3 } as const;

/** At any moment of a triage: which schemes of the force are still possible, and which rule has ruled out the others. */
export function schemesSoFar(decisions: readonly Decision[], nameOf: (scheme: string) => string): Html {
  const sorted = [...decisions].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  const live = sorted.filter(({ standing }) => standing === 'live');
  const others = sorted.filter(({ standing }) => standing !== 'live');
  const open = live.filter(({ verdict }) => verdict !== 'ineligible').length;
  const list = (some: readonly Decision[]): Html =>
    html`<ul class="govuk-list">${some.map((decision) => html`<li class="waymark-so-far__scheme">${scheme(decision, nameOf)}</li>`)}</ul>`;
  return html`<aside class="waymark-so-far" aria-labelledby="so-far">
    <h2 class="govuk-heading-s" id="so-far">Schemes so far: ${open} of ${live.length} possible</h2>
    ${list(live)}
    ${others.length > 0 && html`<h3 class="govuk-heading-s">Not live, so not offered</h3>${list(others)}`}
  </aside>`;
}

function scheme({ scheme: id, verdict, standing, clauses }: Decision, nameOf: (scheme: string) => string): Html {
  const against = clauses.filter(({ result }) => result === 'not-met').map((clause) => ruleLink(clause.id));
  return html`${nameOf(id)} ${possible(verdict)} ${standing !== 'live' && schemeStandingTag(standing)}
    ${against.length > 0 && html`<span class="waymark-entry__detail">Ruled out by ${joinHtml(against, ', ')}</span>`}`;
}

/** Of a question still open "more must be known" is no news: the scheme is possible. */
function possible(verdict: Decision['verdict']): Html {
  return verdict === 'needs-information'
    ? html`<strong class="govuk-tag govuk-tag--yellow">Possible</strong>`
    : verdictTag(verdict);
}
