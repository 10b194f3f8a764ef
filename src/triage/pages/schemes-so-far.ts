import { assumedBehind, type Decision } from '../../eligibility/index.ts';
import { govukDetails, type Html, html, joinHtml, ruleLink, schemeStandingTag } from '../../web/markup/index.ts';
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
  return html`<aside class="waymark-so-far waymark-screen-only" aria-labelledby="so-far">
    <h2 class="govuk-heading-s" id="so-far">Schemes so far: ${open} of ${live.length} possible</h2>
    ${list(live)}
    ${others.length > 0 && html`<h3 class="govuk-heading-s">Not live, so not offered</h3>${list(others)}`}
  </aside>`;
}

function scheme(decision: Decision, nameOf: (scheme: string) => string): Html {
  const { scheme: id, standing, clauses } = decision;
  const against = clauses.filter(({ result }) => result === 'not-met').map((clause) => ruleLink(clause.id));
  return html`${nameOf(id)} ${possible(decision)} ${standing !== 'live' && schemeStandingTag(standing)}
    ${against.length > 0 && html`<span class="waymark-entry__detail">Ruled out by ${joinHtml(against, ', ')}</span>`}
    ${assumedRules(decision)}`;
}

/** The rules behind the verdict that no source says, each with what a reader should know of it. */
function assumedRules(decision: Decision): Html | null {
  const assumed = assumedBehind(decision);
  if (assumed.length === 0) return null;
  const rules = decision.clauses
    .filter(({ id }) => assumed.includes(id))
    .map(({ id, says, note }) => html`<li>${ruleLink(id)} ${says}. ${note}</li>`);
  return govukDetails({
    classes: 'govuk-!-margin-bottom-0 govuk-!-margin-top-1',
    summaryText: assumed.length === 1 ? 'The assumed rule' : 'The assumed rules',
    html: html`<ul class="govuk-list">${rules}</ul>`,
  });
}

/** Of a question still open "more must be known" is no news: the scheme is possible. */
function possible(decision: Decision): Html {
  return decision.verdict === 'needs-information'
    ? html`<strong class="govuk-tag govuk-tag--yellow">Possible</strong>`
    : verdictTag(decision);
}
