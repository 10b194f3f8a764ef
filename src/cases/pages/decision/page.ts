import { clauseLists } from './clause-lists.ts';
import { decidingOrder } from './order.ts';
import {
  formatDateTime,
  formatDay,
  govukButton,
  govukDetails,
  govukSummaryList,
  html,
  type Html,
  type Page,
  ruleLink,
  schemeStandingTag,
} from '../../../web/markup/index.ts';
import type { Scheme } from '../../../schemes/index.ts';
import { recordOf } from '../../domain/case-state.ts';
import {
  type RecordedDecision,
  factValueWords,
  factWords,
  givenVerdictTag,
  verdictLine,
  verdictTag,
  verdictWords,
} from '../../../triage/index.ts';
import { verdictThatCounts } from '../../domain/offer/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { caseBanner } from '../case/banner.ts';
import { type CaseSite, schemeName } from '../case-site.ts';

/** What was decided for every scheme, each rule with its words, result, source and mark. Made to be printed as well. */
export function decisionPage(site: CaseSite, view: PoliceCaseView): Page {
  const record = recordOf(view.state);
  const { caseId, reference, person } = view.file;
  const ofForce = (decision: RecordedDecision): boolean => {
    const forces = schemeOf(site, decision)?.forces ?? [];
    return forces.length === 0 || forces.includes(record.force);
  };
  const offerable = (decision: RecordedDecision): boolean => decision.standing === 'live' && ofForce(decision);
  const own = decidingOrder(record.decisions.filter(offerable));
  const others = decidingOrder(record.decisions.filter((decision) => !offerable(decision)));
  return {
    title: `Decision, ${person.name}`,
    width: 'full',
    backLink: { href: `/cases/${caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${person.name}, ${reference}</span>
      <h1 class="govuk-heading-l">Decision</h1>
      <p class="govuk-body">Decided ${formatDateTime(new Date(record.triagedAt))} by ${decider(view)}, by the rules in force on ${formatDay(record.triagedOn)}.</p>
      <p class="govuk-body waymark-screen-only"><button type="button" class="govuk-button govuk-button--secondary" data-waymark-print hidden>Print this page</button></p>
      ${caseBanner(site, view)}
      ${summary(site, view, own)}
      ${own.map((decision) => schemeDecision(site, view, decision))}
      <h2 class="govuk-heading-m">What was known</h2>
      ${knownFacts(site, view)}
      ${others.length > 0 && govukDetails({ summaryText: `Schemes that are not live, or of other forces (${others.length})`, html: html`${others.map((decision) => schemeDecision(site, view, decision))}` })}`,
  };
}

function schemeOf(site: CaseSite, { scheme }: RecordedDecision): Scheme | undefined {
  return site.work.catalogue.schemes.find(({ id }) => id === scheme);
}

/** The answer before the reasons. */
function summary(site: CaseSite, view: PoliceCaseView, decisions: readonly RecordedDecision[]): Html {
  const lines = decisions.map(
    (decision) =>
      html`<li class="waymark-entry"><a class="govuk-link" href="#${decision.scheme}">${schemeName(site, decision.scheme)}</a> ${countingVerdict(view, decision)} ${decision.standing !== 'live' && schemeStandingTag(decision.standing)}</li>`,
  );
  if (lines.length === 0) return html`<p class="govuk-body">Your force has no live scheme in the catalogue.</p>`;
  return html`<ul class="govuk-list waymark-entries">${lines}</ul>`;
}

/** The verdict that counts, and the one it replaced. */
function countingVerdict(view: PoliceCaseView, decision: RecordedDecision): Html {
  const counts = verdictThatCounts(recordOf(view.state), decision.scheme) ?? decision.verdict;
  if (counts === decision.verdict) return verdictTag(decision);
  return html`${givenVerdictTag(counts)} (overridden; decided: ${verdictLine(decision).toLowerCase()})`;
}

function schemeDecision(site: CaseSite, view: PoliceCaseView, decision: RecordedDecision): Html {
  const { scheme, clauses, missing, discretions, schemeVersion, standing } = decision;
  return html`<section class="waymark-section" aria-labelledby="${scheme}">
    <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="${scheme}">${schemeName(site, scheme)}</h2>
    <p class="govuk-body">${countingVerdict(view, decision)} ${schemeStandingTag(standing)} <a class="govuk-link waymark-screen-only" href="/schemes/${scheme}">The scheme</a></p>
    ${standing !== 'live' && html`<p class="govuk-body">This scheme is not live, so it cannot be offered.</p>`}
    ${missing.length > 0 && stillToKnow(site, view, decision)}
    ${discretions.map(({ question, by, clause }) => html`<p class="govuk-body">For the ${by} to judge (${ruleLink(clause)}): ${question}</p>`)}
    ${overrides(view, scheme)}
    ${schemeActions(view, decision)}
    ${clauseLists({ clauses, scheme: schemeOf(site, decision), laws: site.work.catalogue.laws })}
    <p class="govuk-body-s">Scheme version <code class="waymark-hash">${schemeVersion.slice(0, 12)}</code></p>
  </section>`;
}

/** What is missing, each with the way to answer it and decide again, while that can be done. */
function stillToKnow(site: CaseSite, view: PoliceCaseView, { missing, standing }: RecordedDecision): Html {
  const questions = missing.map((fact) => factWords(site.words, fact));
  if (view.refused.has('decide-again') || standing !== 'live')
    return html`<p class="govuk-body">Still to be known: ${questions.join(' ')}</p>`;
  const links = missing.map(
    (fact) =>
      html`<li>${factWords(site.words, fact)} <a class="govuk-link waymark-screen-only" href="/cases/${view.file.caseId}/decide-again/${fact}">Answer and decide again<span class="govuk-visually-hidden">: ${factWords(site.words, fact)}</span></a></li>`,
  );
  return html`<p class="govuk-body">Still to be known:</p><ul class="govuk-list govuk-list--bullet">${links}</ul>`;
}

function overrides(view: PoliceCaseView, scheme: string): Html[] {
  return recordOf(view.state)
    .overrides.filter((override) => override.scheme === scheme)
    .map(
      (override) =>
        html`<p class="govuk-body">Overridden to ${verdictWords(override.to).toLowerCase()}: ${override.reason}${override.authority && ` Authority: ${override.authority}.`}</p>`,
    );
}

/** Offer where it may be offered; judge or override where somebody may. */
function schemeActions(view: PoliceCaseView, { scheme, standing, verdict }: RecordedDecision): Html | null {
  if (view.state.status !== 'triaged' || standing !== 'live') return null;
  const counts = verdictThatCounts(recordOf(view.state), scheme);
  const base = `/cases/${view.file.caseId}`;
  const offer = counts === 'eligible' && !view.refused.has('offer-scheme');
  // What is not known is found out and decided on again: an override can't stand in for it.
  const override = !view.refused.has('override-decision') && verdict !== 'needs-information';
  const words = verdict === 'needs-discretion' && counts === 'needs-discretion' ? 'Record a judgement' : 'Override';
  if (!offer && !override) return null;
  return html`<div class="govuk-button-group waymark-screen-only">
    ${offer && govukButton({ text: 'Offer this scheme', href: `${base}/offer-scheme/${scheme}` })}
    ${override && govukButton({ text: words, href: `${base}/override-decision/${scheme}`, classes: 'govuk-button--secondary' })}
  </div>`;
}

/** The last event that decided: the triage, or a decision taken again. */
function deciding({ log }: PoliceCaseView) {
  return log.findLast(({ event }) => event.type === 'person-triaged' || event.type === 'decided-again')?.event;
}

function decider(view: PoliceCaseView): string | undefined {
  return deciding(view)?.by.name;
}

/** The facts as decided; what was amended since shows on the case. */
function knownFacts(site: CaseSite, view: PoliceCaseView): Html {
  const event = deciding(view);
  const facts = event?.type === 'person-triaged' || event?.type === 'decided-again' ? event.data.facts : {};
  return govukSummaryList({
    rows: Object.entries(facts).map(([fact, value]) => ({
      key: { text: factWords(site.words, fact) },
      value: { text: factValueWords(site.words, fact, value) },
    })),
  });
}
