import { choiceField, html, wordsField, yesOrNoField } from '../../../../web/markup/index.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { contactMethodWords, itemsOf } from '../../words/choices.ts';

/** An attempt crosses to the police as reached or not; how and what was said stay with the provider. */
export function contactAttemptPage(input: FormInput): FormShown {
  return {
    title: 'Record an attempt to make contact',
    button: 'Record attempt',
    fields: html`${yesOrNoField(input, { name: 'reached', label: 'Did you reach the person?' })}
      ${choiceField(input, { name: 'how', label: 'How did you try?', items: itemsOf(contactMethodWords) })}
      ${wordsField(input, { name: 'words', label: 'Your own note (optional)', hint: 'Only your organisation sees how you tried and this note.' })}`,
  };
}
