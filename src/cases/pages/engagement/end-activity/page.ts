import { choiceField, html, wordsField } from '../../../../web/markup/index.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { itemsOf, notCompletedWords } from '../../words/choices.ts';

export function endActivityPage(input: FormInput): FormShown {
  return {
    title: 'End the activity, not completed',
    button: 'End the activity',
    ends: true,
    fields: html`${choiceField(input, { name: 'reason', label: 'Why was it not completed?', items: itemsOf(notCompletedWords) })}
      ${wordsField(input, {
        name: 'words',
        label: 'In your words',
        hint:
          input.view.for === 'provider'
            ? 'The police read this. Do not write what the person told you, or about their health.'
            : undefined,
      })}`,
  };
}
