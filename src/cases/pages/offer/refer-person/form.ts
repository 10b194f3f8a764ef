import { allFields, requiredChoice, wrong } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import { bookedWords, PLACE_MISSING, placeAt } from '../book-place/places-list.ts';
import { NO_SERVICE, placesToChoose } from './page.ts';
import type { FormInput } from '../../act/case-form.ts';

export function readReferral(input: FormInput<PoliceCaseView>) {
  const { body, view } = input;
  const places = placesToChoose(input)?.places;
  if (places !== undefined) {
    const of = places.map(({ time }) => time.timeId);
    return asData(
      allFields({ timeId: requiredChoice(body, 'place', { of, missing: PLACE_MISSING }) }),
      ({ timeId }) => ({ serviceId: placeAt(places, timeId)?.service.serviceId ?? '', timeId }),
      undefined,
      ({ timeId }) => bookedWords(placeAt(places, timeId)),
    );
  }
  const of = view.services.map(({ serviceId }) => serviceId);
  if (of.length === 0) return wrong({ field: 'service', text: NO_SERVICE });
  return asData(
    allFields({ serviceId: requiredChoice(body, 'service', { of, missing: 'Select a service' }) }),
    (value) => value,
  );
}
