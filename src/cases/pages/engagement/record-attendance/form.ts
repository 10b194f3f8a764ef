import { allFields, optionalText, requiredChoice } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { valuesOf, whoseDoingWords } from '../../words/choices.ts';

const MISSING = 'Select whether the person came';

export function readAttendance({ body, target }: FormInput<ProviderCaseView>) {
  const appointmentId = target ?? '';
  const attendance = requiredChoice(body, 'attendance', { of: ['kept', 'late', 'missed'], missing: MISSING });
  if (!attendance.ok) return attendance;
  const { value } = attendance;
  const words = optionalText(body, 'words');
  const noteOf = (read: { readonly words: string | null }) => ({ how: null, place: null, words: read.words });
  if (value === 'kept') return asData(allFields({ words }), () => ({ appointmentId, attendance: value }), noteOf);
  const whose = requiredChoice(body, `whose-${value}`, {
    of: valuesOf(whoseDoingWords),
    missing: 'Select whose doing it was',
  });
  return asData(
    allFields({ whose, words }),
    (read) => ({ appointmentId, attendance: value, whose: read.whose }),
    noteOf,
  );
}
