import type { PlacesFor } from '../../../../providers/domain/index.ts';
import { html, type Html } from '../../../../web/markup/index.ts';
import { nextPlaces } from '../../../use-cases/next-places.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { FIRST_PLACES, placeWords, servicesWithout } from '../book-place/places-list.ts';

/** Before a scheme is offered: the next places that this person could take, or that there is none, and why. */
export function placesBeforeOffer(view: PoliceCaseView, scheme: string): Html {
  return placesToCome(nextPlaces(view, scheme));
}

/** The same of places that were found already. */
export function placesToCome(found: PlacesFor): Html {
  if (found.places.length > 0) {
    return html`<h2 class="govuk-heading-m">Next places</h2>
      <ul class="govuk-list waymark-entries">${found.places.slice(0, FIRST_PLACES).map((place) => html`<li class="waymark-entry">${placeWords(place)}</li>`)}</ul>
      <p class="govuk-body">You book one with the referral.</p>`;
  }
  return html`<h2 class="govuk-heading-m">No place can be booked</h2>
    ${
      found.without.length === 0
        ? html`<p class="govuk-body"><strong>No provider takes referrals for this scheme in your force.</strong> Ask your coordinator before you offer it.</p>`
        : nothingIsPublished(found)
          ? html`<p class="govuk-body">No provider of this scheme publishes its places here. It finds a time after the referral.</p>`
          : html`<p class="govuk-body"><strong>No service has a place for this person.</strong> Say so when you make the offer: the provider would have to find a time.</p>${servicesWithout(found)}`
    }`;
}

function nothingIsPublished({ without }: PlacesFor): boolean {
  return without.every(({ because }) => because.every(({ is }) => is === 'nothing-published'));
}
