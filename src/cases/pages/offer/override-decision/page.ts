import { may } from '../../../../access/index.ts';
import type { Judge } from '../../../../eligibility/index.ts';
import {
  choiceField,
  govukInsetText,
  govukWarningText,
  type Html,
  html,
  lineField,
  ruleLink,
  sourceMark,
  wordsField,
} from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { exclusionInLaw, isJudgement, ranksAskedFor, decisionFor } from '../../../domain/offer/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { schemeName } from '../../case-site.ts';
import { clauseResultTag, verdictTag } from '../../../../triage/index.ts';

/** An officer's choice against the verdict, or the judgement that the scheme leaves to a person. */
export function overridePage(input: FormInput<PoliceCaseView>): FormShown | null {
  const decision = decisionFor(recordOf(input.view.state), input.target ?? '');
  if (!decision) return null;
  const judged = isJudgement(recordOf(input.view.state), decision.scheme);
  const open = decision.clauses.filter(({ result }) => result !== 'met');
  const ranks = ranksOf(input);
  const forSupervisor =
    !may(input.actor, 'judge-as-sergeant') && (ranks.includes('sergeant') || ranks.includes('inspector'));
  return {
    title: judged ? 'Record a judgement' : 'Override the decision',
    button: judged ? 'Record judgement' : 'Override',
    fields: html`${whatTheLawSays(input)}
      ${forSupervisor && govukInsetText({ text: 'The scheme leaves part of this to a sergeant or above. Ask a supervisor to record it.' })}
      <p class="govuk-body">${schemeName(input.site, decision.scheme)}: ${verdictTag(decision)}. The decision stays on the record beside yours.</p>
      <ul class="govuk-list waymark-entries">
        ${open.map((clause) => html`<li class="waymark-entry">${ruleLink(clause.id)} ${clause.says} ${clauseResultTag(clause.result)} ${sourceMark(clause.standing)}${clause.note !== undefined && html`<span class="waymark-entry__detail">${clause.note}</span>`}</li>`)}
      </ul>
      ${decision.discretions.map(({ question, by }) => html`<p class="govuk-body">For the ${by}: ${question}</p>`)}
      ${choiceField(input, {
        name: 'to',
        label: 'What is your decision?',
        items: [
          { value: 'eligible', text: 'Eligible' },
          { value: 'ineligible', text: 'Not eligible' },
        ],
      })}
      ${wordsField(input, { name: 'reason', label: 'Reason', hint: 'What you know that the rules do not.' })}
      ${asksForAuthority(input) && lineField(input, { name: 'authority', label: 'Who gave the authority?', hint: 'The name and rank of the inspector or prosecutor.' })}`,
  };
}

/** What was done: a judgement that the scheme leaves to a person is no override. */
export function overrideDone({ view, target }: FormInput<PoliceCaseView>): string {
  return isJudgement(recordOf(view.state), target ?? '') ? 'Judgement recorded' : 'Decision overridden';
}

/** Whether an inspector or a prosecutor must have judged: then somebody says which. */
export function asksForAuthority(input: FormInput<PoliceCaseView>): boolean {
  const ranks = ranksOf(input);
  return ranks.includes('inspector') || ranks.includes('prosecutor');
}

/** The ranks whose judgement the scheme still asks for. */
function ranksOf({ site, view, target }: FormInput<PoliceCaseView>): readonly Judge[] {
  const decision = decisionFor(recordOf(view.state), target ?? '');
  const scheme = site.work.catalogue.schemes.find(({ id }) => id === target) ?? null;
  return ranksAskedFor(scheme, decision);
}

/** Past the law nobody decides; what the law turns on has to be known before anybody decides past the rules. */
function whatTheLawSays({ site, view, target }: FormInput<PoliceCaseView>): Html | null {
  const { state, file, law, today } = view;
  const scheme = site.work.catalogue.schemes.find(({ id }) => id === target) ?? null;
  const exclusion = exclusionInLaw(law, recordOf(state), { today, scheme });
  if (exclusion === 'not-excluded') return null;
  if (exclusion === 'excluded') {
    return govukWarningText({
      text: 'The law excludes this person or this offence. It cannot be overridden to eligible.',
      iconFallbackText: 'Warning',
    });
  }
  const amend = (fact: string, text: string): Html =>
    html`<a class="govuk-link" href="/cases/${file.caseId}/amend-fact/${fact}">${text}</a>`;
  return govukInsetText({
    html: html`The law may exclude this person or this offence. To override to eligible, first record ${amend('age', 'the person’s age')} and ${amend('mode-of-trial', 'where the offence may be tried')}.`,
  });
}
