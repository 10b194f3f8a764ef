import { allFields, requiredChoice } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { otherwiseWords, valuesOf } from '../../words/choices.ts';

export function readOffer({ body, target }: FormInput<PoliceCaseView>) {
  const missing = 'Select what would happen if nothing were offered';
  return asData(
    allFields({ otherwise: requiredChoice(body, 'otherwise', { of: valuesOf(otherwiseWords), missing }) }),
    (value) => ({ scheme: target ?? '', ...value }),
  );
}
