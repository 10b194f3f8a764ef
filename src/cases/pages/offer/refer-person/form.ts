import { allFields, requiredChoice, wrong } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import { NO_SERVICE } from './page.ts';
import type { FormInput } from '../../act/case-form.ts';

export function readReferral({ body, view }: FormInput<PoliceCaseView>) {
  const of = view.services.map(({ serviceId }) => serviceId);
  if (of.length === 0) return wrong({ field: 'service', text: NO_SERVICE });
  return asData(
    allFields({ serviceId: requiredChoice(body, 'service', { of, missing: 'Select a service' }) }),
    (value) => value,
  );
}
