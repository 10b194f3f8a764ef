import { type FormState, html, type Html, wordsField } from '../../../../web/markup/index.ts';

export function proposalFields(form: FormState, now: string): Html {
  return html`<p class="govuk-body">Now: ${now}</p>
    ${wordsField(form, { name: 'to', label: 'New words', rows: 3 })}
    ${wordsField(form, { name: 'reason', label: 'Reason', hint: 'A supervisor reads this and approves or declines.' })}`;
}
