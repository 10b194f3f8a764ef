import { choiceField, html, wordsField } from '../../../../web/markup/index.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { itemsOf, notCompletedWords, ownEndingWords } from '../../words/choices.ts';

export function endActivityPage(input: FormInput): FormShown {
  const isProvider = input.view.for === 'provider';
  return {
    title: 'End the activity, not completed',
    button: 'End the activity',
    ends: true,
    fields: html`${isProvider && html`<p class="govuk-body">What you write stays with your organisation. The police see the reason that you choose, but for the last three: of these they see “${notCompletedWords['not-able-to-continue']}” and not which it was.</p>`}
      ${choiceField(input, {
        name: 'reason',
        label: 'Why was it not completed?',
        items: isProvider ? itemsOf(ownEndingWords) : itemsOf(notCompletedWords),
      })}
      ${wordsField(input, {
        name: 'words',
        label: 'In your words',
        hint: isProvider ? 'Only your organisation sees this. Needed where you chose another reason.' : undefined,
      })}`,
  };
}
