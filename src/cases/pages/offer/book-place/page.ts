import { html } from '../../../../web/markup/index.ts';
import { nextPlaces } from '../../../use-cases/next-places.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { placesToBook, servicesWithout } from './places-list.ts';

export const NO_PLACE = 'There is no place to book. The provider books an appointment when it accepts the referral';

/** The next places of the service that the person is referred to. */
export function bookPlacePage(input: FormInput<PoliceCaseView>): FormShown {
  const found = placesOfReferral(input.view);
  return {
    title: 'Book a place',
    button: null,
    fields:
      found.places.length > 0
        ? html`<p class="govuk-body">Tell the person when and where. The provider sees the booking with the referral.</p>
          ${placesToBook(input, found.places, 'Book')}`
        : html`<p class="govuk-body" id="place" tabindex="-1">${NO_PLACE}.</p>${servicesWithout(found)}`,
  };
}

export function placesOfReferral(view: PoliceCaseView) {
  const { state } = view;
  return state.status === 'referred' ? nextPlaces(view, state.offer.scheme) : { places: [], without: [] };
}
