import { allFields, requiredChoice } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { readMoment } from '../../act/moment-field.ts';
import { valuesOf, whoseDoingWords } from '../../words/choices.ts';

export function readMove({ body, view, today, target }: FormInput<ProviderCaseView>) {
  const missing = 'Select whose doing the move is';
  return asData(
    allFields({
      moment: readMoment(body, { referredAt: view.side.referral.at, today }),
      whose: requiredChoice(body, 'whose', { of: valuesOf(whoseDoingWords), missing }),
    }),
    ({ moment, whose }) => ({ appointmentId: target ?? '', startsAt: moment.at, whose }),
    undefined,
    ({ moment }) => moment.says,
  );
}
