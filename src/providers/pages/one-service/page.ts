import {
  formatDay,
  formatTime,
  govukButton,
  govukSummaryList,
  govukTag,
  html,
  type Html,
  type Page,
  postForm,
} from '../../../web/markup/index.ts';
import { freePlacesOf, type Particulars, type ServiceTime } from '../../domain/index.ts';
import type { Booked } from '../../store/providers-store.ts';
import type { ServiceView } from '../../use-cases/show-services.ts';
import type { ServicesSite } from '../services-site.ts';
import { momentWords } from '../words/places.ts';
import { kindWords, modeWords, stepFreeWords } from '../words/services.ts';

/** One service: what is published of it, its times to come with who is booked, and the days on which it is closed. */
export function oneServicePage(
  { words }: Pick<ServicesSite, 'words'>,
  view: ServiceView,
  { csrfToken }: { readonly csrfToken: string },
): Page {
  const { service } = view;
  const { serviceId, name, particulars, scheme, force } = service;
  const link = (end: string, text: string, isMain: boolean): Html =>
    govukButton({
      text,
      href: `/services/${serviceId}/${end}`,
      ...(!isMain && { classes: 'govuk-button--secondary' }),
    });
  return {
    title: name,
    backLink: { href: '/services', text: 'Services and places' },
    content: html`<span class="govuk-caption-l">${words.schemes.get(scheme) ?? scheme}, ${words.forces.get(force) ?? force}</span>
      <h1 class="govuk-heading-l">${name}</h1>
      ${
        particulars === null
          ? html`<p class="govuk-body">Nothing is published of this service yet. Officers can refer people to it and book no place.</p>
            <div class="govuk-button-group">${link('particulars', 'Publish this service', true)}</div>`
          : html`<div class="govuk-button-group">${link('times', 'Publish times', true)} ${link('closed-days', 'Close a day', false)}</div>
            <h2 class="govuk-heading-m">Times to come</h2>
            ${times(view)}
            ${view.closures.length > 0 && closures(view, csrfToken)}
            <h2 class="govuk-heading-m">What officers are told</h2>
            ${told(serviceId, particulars, words)}`
      }`,
  };
}

function times({ times: shown, booked, hasMore }: ServiceView): Html {
  if (shown.length === 0)
    return html`<p class="govuk-body">There are none. Publish times so that officers can book places.</p>`;
  const byTime = Map.groupBy(booked, ({ timeId }) => timeId);
  return html`<ul class="govuk-list waymark-entries">${shown.map((time) => timeEntry(time, byTime.get(time.timeId) ?? []))}</ul>
    ${hasMore && html`<p class="govuk-body">Only the next ${shown.length} times are shown.</p>`}`;
}

function timeEntry(time: ServiceTime, booked: readonly Booked[]): Html {
  const free = freePlacesOf(time);
  const taken = `${time.taken} of ${time.takes} ${time.takes === 1 ? 'place' : 'places'} taken`;
  return html`<li class="waymark-entry">${momentWords(time.startsAt)} to ${formatTime(new Date(time.endsAt))} ${tag(time, free)}
    <span class="waymark-entry__detail">${taken}.${time.closedBecause !== null && ` Closed: ${time.closedBecause}.`}
    ${booked.length > 0 && html` Booked: ${booked.map(({ caseId, reference }, at) => html`${at > 0 && ', '}<a class="govuk-link" href="/cases/${caseId}">${reference}</a>`)}.`}
    ${time.closedBecause !== null && booked.length > 0 && ' Move these people to another time.'}</span>
  </li>`;
}

function tag({ closedBecause }: ServiceTime, free: number): Html {
  if (closedBecause !== null) return govukTag({ text: 'Closed', classes: 'govuk-tag--grey' });
  return free === 0
    ? govukTag({ text: 'Full', classes: 'govuk-tag--yellow' })
    : govukTag({ text: free === 1 ? '1 place free' : `${free} places free`, classes: 'govuk-tag--green' });
}

function closures({ closures: days, service }: ServiceView, csrfToken: string): Html {
  return html`<h2 class="govuk-heading-m">Closed days</h2>
    <ul class="govuk-list waymark-entries">${days.map(
      ({ closedOn, reason }) => html`<li class="waymark-entry">${formatDay(closedOn)}
        <span class="waymark-entry__detail">${reason}</span>
        ${postForm({
          action: `/services/${service.serviceId}/open-day`,
          csrfToken,
          hidden: { day: closedOn },
          content: govukButton({
            html: html`Open again<span class="govuk-visually-hidden"> on ${formatDay(closedOn)}</span>`,
            classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
            preventDoubleClick: true,
          }),
        })}
      </li>`,
    )}</ul>`;
}

function told(serviceId: string, said: Particulars, words: ServicesSite['words']): Html {
  const row = (text: string, value: string) => ({ key: { text }, value: { text: value } });
  const council = (code: string): string => words.localAuthorities.get(code)?.name ?? code;
  return html`${govukSummaryList({
    rows: [
      row('What it is', kindWords[said.kind]),
      row('How people take part', `${modeWords[said.mode]}: ${said.where}`),
      row('Council area it is in', said.council === null ? 'Not given' : council(said.council)),
      row(
        'Takes people who live in',
        said.takesFrom.length === 0 ? 'The whole force’s area' : said.takesFrom.map(council).join(', '),
      ),
      row('Ages', agesWords(said)),
      row('Languages', said.languages.join(', ')),
      row('Without steps', stepFreeWords(said.isStepFree)),
    ],
  })}
    <p class="govuk-body"><a class="govuk-link waymark-tap" href="/services/${serviceId}/particulars">Change what officers are told</a></p>`;
}

function agesWords({ youngest, oldest }: Particulars): string {
  if (youngest !== null && oldest !== null) return `${youngest} to ${oldest}`;
  if (youngest !== null) return `${youngest} or over`;
  return oldest === null ? 'Any' : `${oldest} or under`;
}
