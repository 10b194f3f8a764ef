import { allFields, LONGEST_LINE, optionalText, requiredChoice } from '../../../../web/markup/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { readMoment } from '../../act/moment-field.ts';
import { stepsToBook } from './page.ts';

export function readBooking({ body, view }: FormInput<ProviderCaseView>) {
  const steps = stepsToBook(view);
  const [only] = steps;
  return asData(
    allFields({
      step:
        steps.length === 1 && only !== undefined
          ? ({ ok: true, value: only } as const)
          : requiredChoice(body, 'step', { of: steps, missing: 'Select what it is for' }),
      startsAt: readMoment(body),
      place: optionalText(body, 'place', LONGEST_LINE),
    }),
    ({ step, startsAt }) => ({ step, startsAt }),
    ({ place }) => ({ how: null, place, words: null }),
  );
}
