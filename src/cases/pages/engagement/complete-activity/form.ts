import { allFields, requiredText } from '../../../../web/markup/index.ts';
import { isShort } from '../../../domain/engagement/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { doseSoFar } from './page.ts';

export function readCompletion({ body, view }: FormInput<ProviderCaseView>) {
  const shortfallReason = isShort(doseSoFar(view))
    ? requiredText(body, 'shortfall-reason', 'Enter why it counts as completed')
    : ({ ok: true, value: null } as const);
  return asData(allFields({ shortfallReason }), (value) => value);
}
