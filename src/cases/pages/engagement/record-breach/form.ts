import { allFields, requiredText } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { nextStep } from './page.ts';

export function readBreach({ body, view }: FormInput<PoliceCaseView>) {
  const reason = requiredText(body, 'reason', 'Enter what happened');
  return asData(allFields({ reason }), (value) => ({ step: nextStep(view) ?? '', ...value }));
}
