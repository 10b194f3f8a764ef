import { html, wordsField } from '../../../../web/markup/index.ts';
import { plainWords } from '../../../../reference/index.ts';
import { nextBreachStep } from '../../../domain/engagement/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';

/** A condition was not kept: the next step of the scheme's ladder, never another. */
export function breachPage(input: FormInput<PoliceCaseView>): FormShown {
  const step = nextStep(input.view);
  return {
    title: 'Record a breach',
    button: 'Record breach',
    fields: html`<p class="govuk-body">${step === null ? 'Every step has been taken. End the activity instead.' : `What follows now: ${plainWords(step).toLowerCase()}.`}</p>
      ${wordsField(input, { name: 'reason', label: 'What happened?', hint: 'Which condition was not kept, and how you know.' })}`,
  };
}

/** The next step; null where none is left. */
export function nextStep({ state, scheme }: PoliceCaseView): string | null {
  const taken = state.status === 'engaging' ? state.engagement.breaches : [];
  return scheme && nextBreachStep(scheme, taken);
}
