import { isNeedToKnow } from '../../../reference/index.ts';
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
import { recordOf } from '../../domain/case-state.ts';
import {
  type RecordedDecision,
  type Verdict,
  factValueWords,
  factWords,
  givenVerdictTag,
  verdictLine,
  verdictTag,
  verdictWords,
} from '../../../triage/index.ts';
import { exclusionInLaw, isJudgement, verdictThatCounts } from '../../domain/offer/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { caseBanner } from '../case/banner.ts';
import { type CaseSite, schemeName } from '../case-site.ts';
import { clauseLists } from './clause-lists.ts';
import { isHeldBack, type MayShow, verdictWouldTell } from './held-back.ts';
import { otherDecisions, ownLiveDecisions } from './own-live-decisions.ts';

/**
 * What was decided for every scheme, each rule with its words, result, source and mark. Made to be printed as well: then
 * without what turns on a fact that may show somebody's risk.
 */
export function decisionPage(site: CaseSite, view: PoliceCaseView): Page {
  const record = recordOf(view.state);
  const { caseId, reference, person } = view.file;
  const own = ownLiveDecisions(site, record);
  const others = otherDecisions(site, record);
  return {
    title: `Decision, ${person.name}`,
    width: 'full',
    backLink: { href: `/cases/${caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${person.name}, ${reference}</span>
      <h1 class="govuk-heading-l">Decision</h1>
      <p class="govuk-body">Decided ${formatDateTime(new Date(record.triagedAt))} by ${decider(view)}, by the rules in force on ${formatDay(record.triagedOn)}.</p>
      <p class="govuk-body">A verdict is advice, worked out from the rules. An officer decides whether to offer a scheme, and may decide otherwise and say why. What a rule leaves to a rank, that rank judges.</p>
      <p class="govuk-body waymark-print-only">What could show that somebody is at risk is not printed: neither the rules that turn on it nor the schemes that turn on nothing else.</p>
      <div class="govuk-button-group waymark-screen-only"><button type="button" class="govuk-button govuk-button--secondary" data-waymark-print hidden>Print this page</button> <a class="govuk-link" href="/cases/${caseId}/decision/copy">A copy for the person</a></div>
      ${caseBanner(site, view)}
      ${summary(site, view, own)}
      ${own.map((decision) => schemeDecision(site, view, decision))}
      <h2 class="govuk-heading-m">What was known</h2>
      ${knownFacts(site, view)}
      ${others.length > 0 && govukDetails({ summaryText: `Schemes that are not live, or of other forces (${others.length})`, html: html`${others.map((decision) => schemeDecision(site, view, decision))}` })}`,
  };
}

/** What may be printed. */
function mayPrint({ words }: CaseSite): MayShow {
  return (fact) => !isNeedToKnow(words, fact);
}

/** The class of what stands on the screen alone, unless it may be printed. */
function printedIf(isPrinted: boolean): string {
  return isPrinted ? '' : 'waymark-screen-only';
}

/** The answer before the reasons. */
function summary(site: CaseSite, view: PoliceCaseView, decisions: readonly RecordedDecision[]): Html {
  const lines = decisions.map(
    (decision) =>
      html`<li class="waymark-entry ${printedIf(!verdictWouldTell(decision, mayPrint(site)))}"><a class="govuk-link" href="#${decision.scheme}">${schemeName(site, decision.scheme)}</a> ${countingVerdict(view, decision)} ${decision.standing !== 'live' && schemeStandingTag(decision.standing)}</li>`,
  );
  if (lines.length === 0) return html`<p class="govuk-body">Your force has no live scheme in the catalogue.</p>`;
  return html`<ul class="govuk-list waymark-entries">${lines}</ul>`;
}

/** The verdict that counts, and the one it replaced. */
function countingVerdict(view: PoliceCaseView, decision: RecordedDecision): Html {
  const counts = verdictThatCounts(recordOf(view.state), decision.scheme) ?? decision.verdict;
  if (counts === decision.verdict) return verdictTag(decision);
  const how = decision.verdict === 'needs-discretion' ? 'judged' : 'overridden';
  return html`${givenVerdictTag(counts)} (${how}; decided: ${verdictLine(decision).toLowerCase()})`;
}

function schemeDecision(site: CaseSite, view: PoliceCaseView, decision: RecordedDecision): Html {
  const { scheme, clauses, missing, discretions, schemeVersion, standing } = decision;
  const held = clauses.filter((clause) => isHeldBack(clause, mayPrint(site))).map(({ id }) => id);
  return html`<section class="waymark-section ${printedIf(!verdictWouldTell(decision, mayPrint(site)))}" aria-labelledby="${scheme}">
    <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="${scheme}">${schemeName(site, scheme)}</h2>
    <p class="govuk-body">${countingVerdict(view, decision)} ${schemeStandingTag(standing)} <a class="govuk-link waymark-screen-only" href="/schemes/${scheme}">The scheme</a></p>
    ${standing !== 'live' && html`<p class="govuk-body">This scheme is not live, so it cannot be offered.</p>`}
    ${ruledOutBy(decision, held)}
    ${missing.length > 0 && stillToKnow(site, view, decision)}
    ${discretions.map(({ question, by, clause }) => html`<p class="govuk-body ${printedIf(!held.includes(clause))}">For the ${by} to judge (${ruleLink(clause)}): ${question}</p>`)}
    ${overrides(view, decision, { reasonIsPrinted: !decision.clauses.some(({ id, result }) => result !== 'met' && held.includes(id)) })}
    ${schemeActions(site, view, decision)}
    ${clauseLists(site, decision)}
    <p class="govuk-body-s">Scheme version <code class="waymark-hash">${schemeVersion.slice(0, 12)}</code></p>
  </section>`;
}

/** The rules that keep somebody out, before all the others: what the officer and the person ask for first. */
function ruledOutBy({ verdict, clauses }: RecordedDecision, held: readonly string[]): Html | null {
  if (verdict !== 'ineligible') return null;
  const against = clauses.filter(({ result }) => result === 'not-met');
  const isPrinted = against.some(({ id }) => !held.includes(id));
  const lines = against.map(
    ({ id, says }) => html`<li class="${printedIf(!held.includes(id))}">${ruleLink(id)} ${says}</li>`,
  );
  return html`<div class="${printedIf(isPrinted)}"><p class="govuk-body">Ruled out, because this is not so:</p><ul class="govuk-list govuk-list--bullet">${lines}</ul></div>`;
}

/**
 * What is missing, each with the way to answer it and decide again, while that can be done. A question that may show
 * somebody's risk is not printed.
 */
function stillToKnow(site: CaseSite, view: PoliceCaseView, { missing, standing }: RecordedDecision): Html {
  const isAnswerable = !view.refused.has('decide-again') && standing === 'live';
  const printed = mayPrint(site);
  const { declined } = recordOf(view.state);
  const answer = (fact: string): Html =>
    html`<a class="govuk-link waymark-screen-only" href="/cases/${view.file.caseId}/decide-again/${fact}">Answer and decide again<span class="govuk-visually-hidden">: ${factWords(site.words, fact)}</span></a>`;
  const lines = missing.map(
    (fact) =>
      html`<li class="${printedIf(printed(fact))}">${factWords(site.words, fact)} ${declined.includes(fact) && 'The person preferred not to say.'} ${isAnswerable && answer(fact)}</li>`,
  );
  return html`<div class="${printedIf(missing.some(printed))}"><p class="govuk-body">Still to be known:</p><ul class="govuk-list govuk-list--bullet">${lines}</ul></div>`;
}

/** What a person decided past the verdict; a reason may say what the rule that stood against it turned on. */
function overrides(
  view: PoliceCaseView,
  { scheme }: RecordedDecision,
  { reasonIsPrinted }: { readonly reasonIsPrinted: boolean },
): Html[] {
  const record = recordOf(view.state);
  const did = isJudgement(record, scheme) ? 'Judged' : 'Overridden to';
  return record.overrides
    .filter((override) => override.scheme === scheme)
    .map(
      (override) =>
        html`<p class="govuk-body">${did} ${verdictWords(override.to).toLowerCase()}<span class="${printedIf(reasonIsPrinted)}">: ${override.reason}</span>${override.authority && ` Authority: ${override.authority}.`}</p>`,
    );
}

/** Offer where it may be offered; judge or override where somebody may. */
function schemeActions(
  site: CaseSite,
  view: PoliceCaseView,
  { scheme, standing, verdict }: RecordedDecision,
): Html | null {
  if (view.state.status !== 'triaged' || standing !== 'live') return null;
  const counts = verdictThatCounts(recordOf(view.state), scheme);
  const base = `/cases/${view.file.caseId}`;
  // The law may let somebody into a scheme of one kind and not of another.
  const terms = site.work.catalogue.schemes.find(({ id }) => id === scheme) ?? null;
  const isOut = exclusionInLaw(view.law, recordOf(view.state), { today: view.today, scheme: terms }) === 'excluded';
  const offer = counts === 'eligible' && !isOut && !view.refused.has('offer-scheme');
  // What is not known is found out and decided on again: an override can't stand in for it.
  const override = !view.refused.has('override-decision') && verdict !== 'needs-information';
  const words = judgeOrOverride(verdict, counts);
  if (!offer && !override) return null;
  return html`<div class="govuk-button-group waymark-screen-only">
    ${offer && govukButton({ text: 'Offer this scheme', href: `${base}/offer-scheme/${scheme}` })}
    ${override && govukButton({ text: words, href: `${base}/override-decision/${scheme}`, classes: 'govuk-button--secondary' })}
  </div>`;
}

/** What is left to a person is judged, and may be judged again; only a rule is overridden. */
function judgeOrOverride(decided: Verdict, counts: Verdict | null): string {
  if (decided !== 'needs-discretion') return 'Override';
  return counts === 'needs-discretion' ? 'Record a judgement' : 'Judge again';
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
  const shown = Object.entries(facts).filter(([fact]) => !isNeedToKnow(site.words, fact));
  const rows = shown.map(([fact, value]) => ({
    key: { text: factWords(site.words, fact) },
    value: { text: factValueWords(site.words, fact, value) },
  }));
  return html`${govukSummaryList({ rows })}
    <p class="govuk-body waymark-screen-only">What could show that somebody is at risk is not listed here. It stands in <a class="govuk-link" href="/cases/${view.file.caseId}/facts">the facts of the case</a>.</p>`;
}
