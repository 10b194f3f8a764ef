import { errorMessageFor, type FormState, govukButton, html, type Html } from '../../../../web/markup/index.ts';
import { askFirstWords, momentWords, nearnessWords, noPlaceWords, whereWords } from '../../../../providers/index.ts';
import type { Place, PlacesFor } from '../../../../providers/domain/index.ts';

export const PLACE_MISSING = 'Choose one of the places shown';

/** How many places are shown at first. */
export const FIRST_PLACES = 3;

/** Places, each with its own button that books it: one tap. */
export function placesToBook({ errors }: FormState, places: readonly Place[], verb: string): Html {
  const error = errorMessageFor(errors, 'place');
  return html`<div id="place" tabindex="-1">${error && html`<p class="govuk-error-message">${error.text}</p>`}<ul class="govuk-list waymark-entries">${places.map(
    (place) => html`<li class="waymark-entry">${placeWords(place)}
      ${govukButton({
        html: html`${verb} ${momentWords(place.time.startsAt)}`,
        name: 'place',
        value: place.time.timeId,
        preventDoubleClick: true,
        classes: 'govuk-!-margin-top-2 govuk-!-margin-bottom-2',
      })}</li>`,
  )}</ul></div>`;
}

/** What is said of a place: when, whose, where, how near, how many are left, and what is to be asked first. */
export function placeWords(place: Place): Html {
  const { service, time, free, nearness, askFirst } = place;
  return html`<strong>${momentWords(time.startsAt)}</strong>
    <span class="waymark-entry__detail">${service.organisationName}, ${service.name}. ${whereWords(place)} ${nearnessWords[nearness]}. ${free === 1 ? '1 place left' : `${free} places left`}.</span>
    ${askFirst.map((ask) => html`<span class="waymark-entry__detail">${askFirstWords[ask]}</span>`)}`;
}

/** The services without a place for this person, each with why. */
export function servicesWithout({ without }: Pick<PlacesFor, 'without'>): Html | null {
  if (without.length === 0) return null;
  return html`<ul class="govuk-list govuk-list--bullet">${without.map(
    ({ service, because }) =>
      html`<li>${service.organisationName}, ${service.name}, ${because.map(noPlaceWords).join('; ')}.</li>`,
  )}</ul>`;
}

export function placeAt(places: readonly Place[], timeId: string): Place | undefined {
  return places.find(({ time }) => time.timeId === timeId);
}

/** What the next page says, to be told to the person: when and where. */
export function bookedWords(place: Place | undefined): string | undefined {
  return place && `Booked for ${momentWords(place.time.startsAt)}. ${whereWords(place)}`;
}
