import { allFields, LONGEST_LINE, optionalText, requiredChoice } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { readMoment } from '../../act/moment-field.ts';
import { stepsToBook } from './page.ts';

export function readBooking({ body, view, today }: FormInput<ProviderCaseView>) {
  const steps = stepsToBook(view);
  const [only] = steps;
  return asData(
    allFields({
      step:
        steps.length === 1 && only !== undefined
          ? ({ ok: true, value: only } as const)
          : requiredChoice(body, 'step', { of: steps, missing: 'Select what it is for' }),
      moment: readMoment(body, { referredAt: view.side.referral.at, today }),
      place: optionalText(body, 'place', LONGEST_LINE),
    }),
    ({ step, moment }) => ({ step, startsAt: moment.at }),
    ({ place }) => ({ how: null, place, words: null }),
    ({ moment }) => moment.says,
  );
}
