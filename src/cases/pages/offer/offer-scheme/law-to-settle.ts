import { type ClauseAnswer, decide, parseFacts } from '../../../../eligibility/index.ts';
import { govukDetails, type Html, html, ruleLink, sourceMark } from '../../../../web/markup/index.ts';
import { decisionFor } from '../../../domain/offer/index.ts';
import { presentValueOf } from '../../../domain/facts/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { CaseSite } from '../../case-site.ts';
import { settledByWords } from '../../decision/settled-by-words.ts';

/** The clauses of law that nothing known settles yet, each with by when it must be; null where all are settled. */
export function lawToSettle(site: CaseSite, view: PoliceCaseView, scheme: string): Html | null {
  return lawOpenIn(clausesNow(site, view, scheme), `/cases/${view.file.caseId}/facts`);
}

/** The same of clauses as they come out, with the page where what is known stands. */
export function lawOpenIn(clauses: readonly ClauseAnswer[], factsHref: string): Html | null {
  const open = clauses.flatMap((clause) => {
    const words = settledByWords(clause);
    return words === null ? [] : [{ clause, words }];
  });
  if (open.length === 0) return null;
  const list = (some: typeof open): Html =>
    html`<ul class="govuk-list waymark-entries">${some.map(
      ({ clause, words }) =>
        html`<li class="waymark-entry">${ruleLink(clause.id)} ${clause.says}
          <span class="waymark-entry__detail">${words} ${sourceMark(clause.standing)} ${clause.note}</span>
        </li>`,
    )}</ul>`;
  const now = open.filter(({ clause }) => clause.settledBy === 'offer');
  const later = open.filter(({ clause }) => clause.settledBy !== 'offer');
  return html`<h2 class="govuk-heading-m">What the law still asks</h2>
    <p class="govuk-body">By <a class="govuk-link" href="${factsHref}">what is known now</a>, ${open.length === 1 ? 'one rule is' : `${open.length} rules are`} not settled.</p>
    ${now.length > 0 && list(now)}
    ${later.length > 0 && govukDetails({ summaryText: `Not asked before the offer (${later.length})`, html: list(later) })}`;
}

/** The clauses as they come out by what is known now, facts amended since the decision among it; else as decided. */
function clausesNow(site: CaseSite, { state }: PoliceCaseView, scheme: string): readonly ClauseAnswer[] {
  const record = recordOf(state);
  const recorded = decisionFor(record, scheme);
  const { compiled, vocabulary } = site.work.catalogue;
  const rules = compiled.find(({ id, version }) => id === scheme && version === recorded?.schemeVersion);
  const modeOfTrial = presentValueOf(record, 'mode-of-trial');
  const facts = parseFacts(vocabulary, {
    ...record.facts,
    ...(modeOfTrial !== null && { 'mode-of-trial': modeOfTrial }),
  });
  if (recorded === undefined) return [];
  return rules && facts.ok ? decide(rules, facts.value, recorded.asOf).clauses : recorded.clauses;
}
