import { allFields, requiredChoice, requiredText } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { valuesOf, whoseDoingWords } from '../../words/choices.ts';

export function readCorrectedAttendance({ body, target }: Pick<FormInput, 'body' | 'target'>) {
  const appointmentId = target ?? '';
  const attendance = requiredChoice(body, 'attendance', {
    of: ['kept', 'late', 'missed'],
    missing: 'Select whether the person came',
  });
  const reason = requiredText(body, 'reason', 'Enter why it is corrected');
  if (!attendance.ok || attendance.value === 'kept') {
    return asData(allFields({ attendance, reason }), (read) => ({
      appointmentId,
      to: { is: 'kept' as const },
      reason: read.reason,
    }));
  }
  const { value: is } = attendance;
  const whose = requiredChoice(body, `whose-${is}`, {
    of: valuesOf(whoseDoingWords),
    missing: 'Select whose doing it was',
  });
  return asData(allFields({ whose, reason }), (read) => ({
    appointmentId,
    to: { is, whose: read.whose },
    reason: read.reason,
  }));
}
