import { may } from '../../../../access/index.ts';
import { govukInsetText, html, lineField, wordsField } from '../../../../web/markup/index.ts';
import { verdictWords } from '../../../../triage/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { unsettledVerdict } from '../../../domain/facts/index.ts';
import { decisionFor, ranksAskedFor } from '../../../domain/offer/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FieldLabels, FormInput, FormShown } from '../../act/case-form.ts';
import { schemeName } from '../../case-site.ts';
import { verdictWhenDecided } from '../../words/verdict-when-decided.ts';

/** Somebody with the right lets the case go on though the rules would now decide otherwise; the log keeps both. */
export function confirmVerdictPage(input: FormInput<PoliceCaseView>): FormShown | null {
  const turned = unsettledVerdict(input.view.state);
  if (turned === null) return null;
  const ranks = ranksOf(input);
  const forSupervisor =
    !may(input.actor, 'judge-as-sergeant') && (ranks.includes('sergeant') || ranks.includes('inspector'));
  return {
    title: 'Confirm that the case goes on',
    button: 'Confirm',
    fields: html`<p class="govuk-body">${schemeName(input.site, turned.scheme)}: ${verdictWhenDecided(recordOf(input.view.state), turned)} when decided, now it would be ${verdictWords(turned.to).toLowerCase()}. If the case should not go on, withdraw it instead.</p>
      ${forSupervisor && govukInsetText({ text: 'The scheme leaves part of this to a sergeant or above. Ask a supervisor to confirm it.' })}
      ${wordsField(input, { name: 'reason', label: 'Reason', hint: 'Why the case goes on all the same. A supervisor sees this.' })}
      ${confirmationNeedsAuthority(input) && lineField(input, { name: 'authority', label: 'Who gave the authority?', hint: 'The name and rank of the inspector or prosecutor.' })}`,
  };
}

/** Whether an inspector or a prosecutor must have judged. */
export function confirmationNeedsAuthority(input: FormInput<PoliceCaseView>): boolean {
  const ranks = ranksOf(input);
  return ranks.includes('inspector') || ranks.includes('prosecutor');
}

/** The fields, as the page of a stale form calls them. */
export function confirmationLabels(input: FormInput<PoliceCaseView>): FieldLabels {
  return { reason: 'Reason', ...(confirmationNeedsAuthority(input) && { authority: 'Authority' }) };
}

function ranksOf({ view }: FormInput<PoliceCaseView>) {
  const turned = unsettledVerdict(view.state);
  return turned === null ? [] : ranksAskedFor(view.scheme, decisionFor(recordOf(view.state), turned.scheme));
}
