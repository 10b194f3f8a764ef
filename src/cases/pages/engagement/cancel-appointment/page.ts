import { choiceField, html, wordsField } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { itemsOf, whoseDoingWords } from '../../words/choices.ts';
import { appointmentNamed, appointmentWords } from '../move-appointment/page.ts';

export function cancelPage(input: FormInput<ProviderCaseView>): FormShown | null {
  const appointment = appointmentNamed(input);
  if (!appointment) return null;
  return {
    title: 'Cancel the appointment',
    button: 'Cancel appointment',
    ends: true,
    fields: html`<p class="govuk-body">${appointmentWords(appointment)}. It stays on the record as cancelled. To give another time, move it instead.</p>
      ${choiceField(input, { name: 'whose', label: 'Whose doing is it?', items: itemsOf(whoseDoingWords) })}
      ${wordsField(input, {
        name: 'reason',
        label: 'Reason',
        hint: 'Only your organisation sees this.',
      })}`,
  };
}
