import { choiceField, formatDateTime, html } from '../../../../web/markup/index.ts';
import { plainWords } from '../../../../reference/index.ts';
import type { Appointment } from '../../../domain/case-state.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { momentFields } from '../../act/moment-field.ts';
import { itemsOf, whoseDoingWords } from '../../words/choices.ts';

export function movePage(input: FormInput<ProviderCaseView>): FormShown | null {
  const appointment = appointmentNamed(input);
  if (!appointment) return null;
  return {
    title: 'Move the appointment',
    button: 'Move appointment',
    fields: html`<p class="govuk-body">${appointmentWords(appointment)}. It stays on the record as moved.</p>
      ${momentFields(input)}
      ${choiceField(input, { name: 'whose', label: 'Whose doing is the move?', items: itemsOf(whoseDoingWords) })}`,
  };
}

/** The appointment that the address names. */
export function appointmentNamed({ view, target }: FormInput<ProviderCaseView>): Appointment | null {
  if (!('engagement' in view.side)) return null;
  return view.side.engagement.appointments.find(({ id }) => id === target) ?? null;
}

export function appointmentWords({ step, startsAt }: Appointment): string {
  return `${plainWords(step)}, ${formatDateTime(new Date(startsAt))}`;
}
