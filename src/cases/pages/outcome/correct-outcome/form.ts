import { allFields, requiredText } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { outcomeFields } from '../record-outcome/form.ts';
import { TAKEN_BACK } from './page.ts';

export function readCorrection(input: FormInput<PoliceCaseView>) {
  const reason = requiredText(input.body, 'reason', 'Enter why it is corrected');
  if (input.target === TAKEN_BACK) return asData(allFields({ reason }), (read) => ({ ...read, to: null }));
  return asData(allFields({ to: outcomeFields(input), reason }), (read) => read);
}
