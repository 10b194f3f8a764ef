import { allFields, optionalText, requiredChoice, requiredText } from '../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import type { FormInput } from '../act/case-form.ts';
import { asData } from '../act/as-data.ts';

export function readOverride({ body, target }: FormInput<PoliceCaseView>) {
  return asData(
    allFields({
      to: requiredChoice(body, 'to', { of: ['eligible', 'ineligible'], missing: 'Select what you decide' }),
      reason: requiredText(body, 'reason', 'Enter a reason'),
      authority: optionalText(body, 'authority'),
    }),
    (value) => ({ scheme: target ?? '', ...value }),
  );
}
