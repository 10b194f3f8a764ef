import { allFields, requiredText } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { asksWhy } from './page.ts';

export function readClosing(input: FormInput<PoliceCaseView>) {
  const reason = asksWhy(input)
    ? requiredText(input.body, 'reason', 'Enter why nothing more follows')
    : ({ ok: true, value: null } as const);
  return asData(allFields({ reason }), (read) => read);
}
