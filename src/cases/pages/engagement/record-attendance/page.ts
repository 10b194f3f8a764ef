import { choiceField, html, wordsField } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { appointmentNamed, appointmentWords } from '../move-appointment/page.ts';
import { itemsOf, whoseDoingWords } from '../../words/choices.ts';

export function attendancePage(input: FormInput<ProviderCaseView>): FormShown | null {
  const appointment = appointmentNamed(input);
  if (!appointment) return null;
  const whose = (attendance: 'late' | 'missed') =>
    choiceField(input, { name: `whose-${attendance}`, label: 'Whose doing?', items: itemsOf(whoseDoingWords) });
  return {
    title: 'Record attendance',
    button: 'Record attendance',
    fields: html`<p class="govuk-body">${appointmentWords(appointment)}.</p>
      ${choiceField(input, {
        name: 'attendance',
        label: 'Did the person come?',
        items: [
          { value: 'kept', text: 'Yes, in time' },
          { value: 'late', text: 'Yes, late', conditional: { html: whose('late') } },
          { value: 'missed', text: 'No', conditional: { html: whose('missed') } },
        ],
      })}
      ${wordsField(input, { name: 'words', label: 'Your own note (optional)', hint: 'Only your organisation sees this.' })}`,
  };
}
