import { allFields, requiredChoice, requiredText } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { valuesOf, whoseDoingWords } from '../../words/choices.ts';

export function readCancellation({ body, target }: Pick<FormInput, 'body' | 'target'>) {
  return asData(
    allFields({
      whose: requiredChoice(body, 'whose', { of: valuesOf(whoseDoingWords), missing: 'Select whose doing it is' }),
      reason: requiredText(body, 'reason', 'Enter a reason'),
    }),
    (value) => ({ appointmentId: target ?? '', ...value }),
  );
}
