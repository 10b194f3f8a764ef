import { govukTag, html, type Html, type Page } from '../../../web/markup/index.ts';
import type { PublishedService } from '../../domain/index.ts';
import type { ServicesSite } from '../services-site.ts';
import { kindWords, modeWords } from '../words/services.ts';

/** Every service of one's own organisation: what is published of it, and what is still to be. */
export function servicesPage({ words }: Pick<ServicesSite, 'words'>, services: readonly PublishedService[]): Page {
  return {
    title: 'Services and places',
    content: html`<h1 class="govuk-heading-l">Services and places</h1>
      <p class="govuk-body">Officers see the next places of your services before they offer a scheme, and book one with the referral.</p>
      ${services.length === 0 ? empty() : html`<ul class="govuk-list waymark-entries">${services.map((one) => entry(one, words))}</ul>`}`,
  };
}

function empty(): Html {
  return html`<p class="govuk-body">Your organisation has no service yet. Ask the police coordinator: the force agrees with you which schemes you serve, and whoever runs Waymark adds them.</p>`;
}

function entry(service: PublishedService, words: ServicesSite['words']): Html {
  const { particulars, serviceId, name, scheme, force } = service;
  return html`<li class="waymark-entry">
    <a class="govuk-link waymark-tap" href="/services/${serviceId}">${name}</a>
    ${particulars === null ? govukTag({ text: 'Nothing published', classes: 'govuk-tag--yellow' }) : govukTag({ text: 'Published', classes: 'govuk-tag--green' })}
    <span class="waymark-entry__detail">${words.schemes.get(scheme) ?? scheme}, ${words.forces.get(force) ?? force}.
    ${particulars && `${kindWords[particulars.kind]}. ${modeWords[particulars.mode]}: ${particulars.where}.`}</span>
  </li>`;
}
