import { choiceField, type FormBody, govukInsetText, html, type Html } from '../../../../web/markup/index.ts';
import type { PlacesFor } from '../../../../providers/domain/index.ts';
import { nextPlaces } from '../../../use-cases/next-places.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { FIRST_PLACES, placesToBook, servicesWithout } from '../book-place/places-list.ts';

export const NO_SERVICE = 'No provider takes referrals for this scheme in your force. Ask your coordinator';

/** What the address may name after the form: all places, or a referral without one. */
const ALL_PLACES = 'all-places';
const WITHOUT_PLACE = 'without-place';

export function referPage(input: FormInput<PoliceCaseView>): FormShown {
  const { file } = input.view;
  const { telephone, email, address } = file.person.contact;
  const unreachable = telephone === null && email === null && address === null;
  const detailsLink = html`<a class="govuk-link" href="/cases/${file.caseId}/person">Add how to reach the person</a>`;
  const booking = placesToChoose(input);
  return {
    title: 'Refer to a provider',
    button: booking === null ? 'Refer' : null,
    fields: html`${unreachable && govukInsetText({ html: html`No telephone number, email or address is recorded. ${detailsLink} before you refer.` })}
      <p class="govuk-body">The provider gets the name, how to make contact safely, language and needs, the scheme, the conditions and any risk to staff. It gets nothing else.</p>
      ${booking === null ? withoutPlace(input) : withPlace(input, booking)}`,
  };
}

/** The places that may be booked with the referral; null where a service is chosen without one. */
export function placesToChoose({ view, target }: FormInput<PoliceCaseView>): PlacesFor | null {
  if (target === WITHOUT_PLACE || !('offer' in view.state)) return null;
  const found = nextPlaces(view, view.state.offer.scheme);
  return found.places.length > 0 ? found : null;
}

function withPlace(input: FormInput<PoliceCaseView>, found: PlacesFor): Html {
  const { view, target } = input;
  const shown = target === ALL_PLACES ? found.places : found.places.slice(0, FIRST_PLACES);
  const link = (end: string, text: string): Html =>
    html`<li><a class="govuk-link waymark-tap" href="/cases/${view.file.caseId}/refer-person/${end}">${text}</a></li>`;
  const more = found.places.length - shown.length;
  return html`<h2 class="govuk-heading-m">Next places this person could take</h2>
    ${placesToBook(input, shown, 'Refer and book')}
    <ul class="govuk-list">
      ${more > 0 && link(ALL_PLACES, more === 1 ? '1 more place' : `${more} more places`)}
      ${link(WITHOUT_PLACE, 'Refer without booking a place')}
    </ul>
    ${found.without.length > 0 && html`<h2 class="govuk-heading-s">Services without a place for this person</h2>${servicesWithout(found)}`}`;
}

function withoutPlace(input: FormInput<PoliceCaseView>): Html {
  const { services } = input.view;
  if (services.length === 0) return html`<p class="govuk-body" id="service" tabindex="-1">${NO_SERVICE}.</p>`;
  return choiceField(input, {
    name: 'service',
    label: 'Which service?',
    items: services.map((service) => ({
      value: service.serviceId,
      text: service.organisationName,
      hint: { text: service.name },
    })),
  });
}

/** Of one service alone nobody has to say which. */
export function referralSoFar({ view: { services } }: FormInput<PoliceCaseView>): FormBody {
  const [only, ...others] = services;
  return only === undefined || others.length > 0 ? {} : { service: only.serviceId };
}
