import { allFields, requiredChoice, wrong } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import { PLACE_MISSING } from '../book-place/places-list.ts';
import { NO_SERVICE, placesToChoose } from './page.ts';
import type { FormInput } from '../../act/case-form.ts';

export function readReferral(input: FormInput<PoliceCaseView>) {
  const { body, view } = input;
  const places = placesToChoose(input)?.places;
  if (places !== undefined) {
    const of = places.map(({ time }) => time.timeId);
    return asData(
      allFields({ timeId: requiredChoice(body, 'place', { of, missing: PLACE_MISSING }) }),
      ({ timeId }) => ({ serviceId: serviceOf(places, timeId), timeId }),
    );
  }
  const of = view.services.map(({ serviceId }) => serviceId);
  if (of.length === 0) return wrong({ field: 'service', text: NO_SERVICE });
  return asData(
    allFields({ serviceId: requiredChoice(body, 'service', { of, missing: 'Select a service' }) }),
    (value) => value,
  );
}

type Places = NonNullable<ReturnType<typeof placesToChoose>>['places'];

function serviceOf(places: Places, timeId: string): string {
  return places.find(({ time }) => time.timeId === timeId)?.service.serviceId ?? '';
}
