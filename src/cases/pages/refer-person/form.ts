import { allFields, requiredChoice } from '../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { asData } from '../act/as-data.ts';
import type { FormInput } from '../act/case-form.ts';

export function readReferral({ body, view }: FormInput<PoliceCaseView>) {
  const of = view.services.map(({ serviceId }) => serviceId);
  return asData(
    allFields({ serviceId: requiredChoice(body, 'service', { of, missing: 'Select a service' }) }),
    (value) => value,
  );
}
