import type { ClauseResult, Verdict } from '../../../../eligibility/index.ts';
import { isForThePerson } from '../../../../reference/index.ts';
import { assumedBehind } from '../../../../eligibility/index.ts';
import type { RecordedDecision } from '../../../../triage/index.ts';
import { formatDay, type Html, html, joinHtml, type Page, sourceMark } from '../../../../web/markup/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { verdictThatCounts } from '../../../domain/offer/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { type CaseSite, schemeName } from '../../case-site.ts';
import { isHeldBack, verdictWouldTell } from '../held-back.ts';
import { ownLiveDecisions } from '../own-live-decisions.ts';
import { sourcesOfClause } from '../sources-of-clause.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  eligible: 'By its rules you may be offered this scheme.',
  ineligible: 'By its rules you may not be offered this scheme.',
  'needs-information': 'Not everything that its rules ask about is known yet.',
  'needs-discretion': 'A person must judge part of this.',
};

const RESULTS: Readonly<Record<ClauseResult, string>> = {
  met: 'Met.',
  'not-met': 'Not met.',
  'not-known': 'Not known yet.',
  'for-discretion': 'For a person to judge.',
};

/**
 * The decision for the person to keep: the rules in plain words. Nothing in it is about anybody else, or could show whoever
 * finds it that somebody is at risk; what it leaves out is left out alike whether it counted for the person or against.
 */
export function copyForPersonPage(site: CaseSite, view: PoliceCaseView): Page {
  const record = recordOf(view.state);
  const { caseId, reference, person } = view.file;
  const mayShow = (fact: string): boolean => isForThePerson(site.words, fact);
  const decisions = ownLiveDecisions(site, record).filter((decision) => !verdictWouldTell(decision, mayShow));
  return {
    title: `A copy for ${person.name}`,
    backLink: { href: `/cases/${caseId}/decision`, text: 'Back to the decision' },
    content: html`<span class="govuk-caption-l">${person.name}, ${reference}</span>
      <h1 class="govuk-heading-l">How the rules of each scheme came out for you</h1>
      <p class="govuk-body">Worked out for ${formatDay(record.triagedOn)}, by the rules of that day and what was recorded.</p>
      <p class="govuk-body">A computer worked this out. It is advice: a police officer decides whether you are offered a scheme, and you choose whether to take part. If you think that something is wrong, ask the police to look at it again.</p>
      <p class="govuk-body waymark-screen-only"><button type="button" class="govuk-button govuk-button--secondary" data-waymark-print hidden>Print this page</button></p>
      ${decisions.length > 0 ? decisions.map((decision) => schemeForPerson(site, view, decision)) : html`<p class="govuk-body">No scheme is shown in this copy. Ask the police to tell you more.</p>`}
      <p class="govuk-body">This copy does not show every rule, and need not show every scheme. What is about other people is left out of every copy.</p>`,
  };
}

function schemeForPerson(site: CaseSite, view: PoliceCaseView, decision: RecordedDecision): Html {
  const { scheme, clauses, verdict } = decision;
  const counts = verdictThatCounts(recordOf(view.state), scheme) ?? verdict;
  const shown = clauses.filter((clause) => !isHeldBack(clause, (fact) => isForThePerson(site.words, fact)));
  const assumed = assumedBehind({ verdict, clauses: shown }).length;
  return html`<section class="waymark-section" aria-labelledby="${scheme}">
    <h2 class="govuk-heading-m" id="${scheme}">${schemeName(site, scheme)}</h2>
    <p class="govuk-body">${counts === verdict ? VERDICTS[verdict] : `An officer has decided: ${counts === 'eligible' ? 'you may be offered this scheme.' : 'you may not be offered this scheme.'}`}
      ${counts === verdict && assumed > 0 && `Of the rules that this rests on, ${assumed} ${assumed === 1 ? 'is' : 'are'} assumed: no source was found that says so.`}</p>
    <ul class="govuk-list waymark-entries">
      ${shown.map((clause) => clauseForPerson(site, clause, decision))}
      ${shown.length < clauses.length && html`<li class="waymark-entry">Other rules: not shown here.</li>`}
    </ul>
  </section>`;
}

/** A rule of the law that is settled before the outcome, say: nothing is missing yet. */
function isForLater({ result, settledBy }: RecordedDecision['clauses'][number]): boolean {
  return settledBy !== undefined && result !== 'met' && result !== 'not-met';
}

function clauseForPerson(
  site: CaseSite,
  clause: RecordedDecision['clauses'][number],
  { scheme }: RecordedDecision,
): Html {
  const sources = joinHtml(sourcesOfClause(site, scheme, clause), '; ');
  return html`<li class="waymark-entry waymark-keep-together">${clause.says}: <strong>${isForLater(clause) ? 'Looked at later.' : RESULTS[clause.result]}</strong>
    <span class="waymark-entry__detail">${clause.standing !== 'sourced' && sourceMark(clause.standing)} ${sources}.</span>
  </li>`;
}
