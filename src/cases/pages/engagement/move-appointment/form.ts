import { allFields, requiredChoice } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { readMoment } from '../../act/moment-field.ts';
import { valuesOf, whoseDoingWords } from '../../words/choices.ts';

export function readMove({ body, target }: FormInput<ProviderCaseView>) {
  const missing = 'Select whose doing the move is';
  return asData(
    allFields({
      startsAt: readMoment(body),
      whose: requiredChoice(body, 'whose', { of: valuesOf(whoseDoingWords), missing }),
    }),
    (value) => ({ appointmentId: target ?? '', ...value }),
  );
}
