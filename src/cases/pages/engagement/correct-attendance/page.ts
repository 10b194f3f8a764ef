import { choiceField, type FormBody, html, wordsField } from '../../../../web/markup/index.ts';
import { attendanceOf } from '../../../domain/engagement/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { attendanceWords, itemsOf, whoseDoingWords } from '../../words/choices.ts';
import { appointmentNamed, appointmentWords } from '../move-appointment/page.ts';

/** What was recorded was wrong: the first record stays to be seen, and every figure follows the correction. */
export function correctAttendancePage(input: FormInput<ProviderCaseView>): FormShown | null {
  const appointment = appointmentNamed(input);
  const recorded = appointment && attendanceOf(appointment);
  if (!appointment || !recorded) return null;
  const whose = (attendance: 'late' | 'missed') =>
    choiceField(input, { name: `whose-${attendance}`, label: 'Whose doing?', items: itemsOf(whoseDoingWords) });
  return {
    title: 'Correct the attendance',
    button: 'Correct attendance',
    fields: html`<p class="govuk-body">${appointmentWords(appointment)}. Recorded: ${attendanceWords[recorded.is].toLowerCase()}.</p>
      ${choiceField(input, {
        name: 'attendance',
        label: 'Did the person come?',
        items: [
          { value: 'kept', text: 'Yes, in time' },
          { value: 'late', text: 'Yes, late', conditional: { html: whose('late') } },
          { value: 'missed', text: 'No', conditional: { html: whose('missed') } },
        ],
      })}
      ${wordsField(input, {
        name: 'reason',
        label: 'Why is it corrected?',
        hint: 'Only your organisation sees this.',
      })}`,
  };
}

/** What is recorded, in the fields. */
export function attendanceSoFar(input: FormInput<ProviderCaseView>): FormBody {
  const appointment = appointmentNamed(input);
  const recorded = appointment && attendanceOf(appointment);
  if (!recorded) return {};
  return recorded.is === 'kept'
    ? { attendance: 'kept' }
    : { attendance: recorded.is, [`whose-${recorded.is}`]: recorded.whose };
}
