import { allFields, requiredChoice, wrong } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { NO_PLACE, placesOfReferral } from './page.ts';
import { bookedWords, PLACE_MISSING, placeAt } from './places-list.ts';

export function readPlace({ body, view }: FormInput<PoliceCaseView>) {
  const { places } = placesOfReferral(view);
  const of = places.map(({ time }) => time.timeId);
  if (of.length === 0) return wrong({ field: 'place', text: NO_PLACE });
  return asData(
    allFields({ timeId: requiredChoice(body, 'place', { of, missing: PLACE_MISSING }) }),
    (value) => value,
    undefined,
    ({ timeId }) => bookedWords(placeAt(places, timeId)),
  );
}
