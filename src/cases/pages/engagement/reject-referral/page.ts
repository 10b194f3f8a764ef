import { choiceField, html, wordsField } from '../../../../web/markup/index.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { itemsOf, ownRejectionWords, rejectionWords } from '../../words/choices.ts';

export function rejectPage(input: FormInput): FormShown {
  return {
    title: 'Reject the referral',
    button: 'Reject the referral',
    ends: true,
    fields: html`<p class="govuk-body">The case goes back to the police coordinator. You will no longer see the person’s details.</p>
      <p class="govuk-body">What you choose and write here stays with your organisation. The police see one of these and nothing else: ${Object.values(rejectionWords).join('; ')}.</p>
      ${choiceField(input, { name: 'reason', label: 'Why do you reject it?', items: itemsOf(ownRejectionWords) })}
      ${wordsField(input, { name: 'words', label: 'In your words', hint: 'Only your organisation sees this. Needed where you chose another reason.' })}`,
  };
}
