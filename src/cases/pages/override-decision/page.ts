import { choiceField, html, lineField, ruleLink, sourceMark, wordsField } from '../../../web/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { decisionFor } from '../../domain/verdict-that-counts.ts';
import { recordOf } from '../../domain/case-state.ts';
import type { FormInput, FormShown } from '../act/case-form.ts';
import { schemeName } from '../case-site.ts';
import { clauseResultTag, verdictTag } from '../words/verdicts.ts';

/** An officer's choice against the verdict, or the judgement that the scheme leaves to a person. */
export function overridePage(input: FormInput<PoliceCaseView>): FormShown | null {
  const decision = decisionFor(recordOf(input.view.state), input.target ?? '');
  if (!decision) return null;
  const judged = decision.verdict === 'needs-discretion';
  const open = decision.clauses.filter(({ result }) => result !== 'met');
  const outranked = decision.discretions.some(({ by }) => by === 'inspector' || by === 'prosecutor');
  return {
    title: judged ? 'Record a judgement' : 'Override the decision',
    button: judged ? 'Record judgement' : 'Override',
    fields: html`<p class="govuk-body">${schemeName(input.site, decision.scheme)}: ${verdictTag(decision.verdict)}. The decision stays on the record beside yours.</p>
      <ul class="govuk-list waymark-entries">
        ${open.map((clause) => html`<li class="waymark-entry">${ruleLink(clause.id)} ${clause.says} ${clauseResultTag(clause.result)} ${sourceMark(clause.standing)}</li>`)}
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
      ${outranked && lineField(input, { name: 'authority', label: 'Who gave the authority?', hint: 'The name and rank of the inspector or prosecutor.' })}`,
  };
}
