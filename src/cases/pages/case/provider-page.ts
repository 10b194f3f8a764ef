import {
  formatDateTime,
  govukInsetText,
  govukSummaryList,
  govukTag,
  html,
  type Html,
  type Page,
} from '../../../web/markup/index.ts';
import { plainWords } from '../../../reference/index.ts';
import type { NumberedEvent } from '../../domain/case-event.ts';
import { appointmentsOf, type Appointment } from '../../domain/case-state.ts';
import type { ProviderCaseView } from '../../use-cases/show-case.ts';
import { type CaseSite, schemeName } from '../case-site.ts';
import { contactMethodWords, ownReasonWords } from '../words/choices.ts';
import { happened } from '../words/events.ts';
import { clockWords, isWaitingForContact, statusTag } from '../words/status.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { attendanceOf } from '../../domain/engagement/index.ts';
import { caseBanner } from './banner.ts';
import { actionsOf } from './actions.ts';
import { appointmentList, conditionList, contactWords, nextActions } from './parts.ts';
import { caseTimeline } from './timeline.ts';

/** A case as its provider sees it: what was handed over, its own side of what happened, and its own notes. */
export function providerCasePage(site: CaseSite, view: ProviderCaseView, now: Date): Page {
  const { referral, side } = view;
  const name = referral.handOver?.name ?? 'Name no longer held';
  const booked = appointmentsOf(side);
  return {
    title: `${name}, ${referral.reference}`,
    backLink: { href: '/cases', text: 'Cases' },
    content: html`<span class="govuk-caption-l">Case ${referral.reference}</span>
      <h1 class="govuk-heading-l">${name}</h1>
      <p class="govuk-body">${statusTag(referral.status)} ${referral.isDemonstration && govukTag({ text: 'Demonstration', classes: 'govuk-tag--grey' })}</p>
      <p class="govuk-body ${isWaitingForContact(view.clock, referral.status) && 'waymark-waiting'}">${clockWords(view.clock, referral.status)}</p>
      ${caseBanner(site, view)}
      ${nextActions(actionsOf(view, referral.caseId))}
      ${booked && appointments(view, booked, now)}
      <h2 class="govuk-heading-m">What was handed over</h2>
      ${handOver(site, view)}
      ${view.records.length > 0 && notes(view)}
      <h2 class="govuk-heading-m">What the police see of it</h2>
      ${referral.history.length === 0 ? html`<p class="govuk-body">Nothing yet. When you accept the referral, book an appointment or record who came, it is listed here.</p>` : caseTimeline(referral.history, site)}`,
  };
}

function appointments(view: ProviderCaseView, booked: readonly Appointment[], now: Date): Html {
  const linksOf = (one: Appointment): Html | null => appointmentLinks(view, one, now);
  return html`<h2 class="govuk-heading-m">Appointments</h2>${appointmentList(booked, { now, placesFreed: view.placesFreed, linksOf })}`;
}

function handOver(site: CaseSite, { referral: { handOver: given } }: ProviderCaseView): Html {
  if (given === null)
    return govukInsetText({ text: 'You rejected this referral. The person’s details are no longer held.' });
  const row = (text: string, value: Html) => ({ key: { text }, value: { html: value } });
  return govukSummaryList({
    rows: [
      row('Scheme', html`<a class="govuk-link" href="/schemes/${given.scheme}">${schemeName(site, given.scheme)}</a>`),
      row('Contact', contactWords(given.contact)),
      row('Language', html`${given.language ?? 'Not known'}${given.interpreterNeeded && ', interpreter needed'}`),
      row('Needs', html`${given.needs ?? 'None recorded'}`),
      row('Risk to staff', html`${given.riskToStaff ?? 'None known'}`),
      row('Conditions', conditionList(given.conditions)),
    ],
  });
}

/**
 * An appointment to come can be moved or cancelled; on its day, when somebody may come early, attendance is recorded, and
 * what was recorded can be corrected.
 */
function appointmentLinks({ refused, referral }: ProviderCaseView, appointment: Appointment, now: Date): Html | null {
  const { id, fate, startsAt } = appointment;
  const link = (path: string, text: string): Html =>
    html`<a class="govuk-link waymark-tap" href="/cases/${referral.caseId}/${path}/${id}">${text}<span class="govuk-visually-hidden"> of ${formatDateTime(new Date(startsAt))}</span></a>`;
  if (attendanceOf(appointment) !== null && !refused.has('correct-attendance'))
    return html`<span class="waymark-entry__links">${link('correct-attendance', 'Correct attendance')}</span>`;
  if (fate.is !== 'to-come' || refused.has('record-attendance')) return null;
  const isOfToday = londonDayOf(new Date(startsAt)) <= londonDayOf(now);
  return html`<span class="waymark-entry__links">${isOfToday && link('record-attendance', 'Record attendance')} ${link('move-appointment', 'Move')} ${link('cancel-appointment', 'Cancel')}</span>`;
}

function notes({ records, referral }: ProviderCaseView): Html {
  const entries = records
    .filter(({ how, place, words, reason }) => how ?? place ?? words ?? reason)
    .map(
      ({ sequence, how, place, words, reason, recordedAt, recordedBy }) => html`<li class="waymark-entry">
        ${about(referral.history, sequence)}${how && `${contactMethodWords[how]}. `}${place && `${plainWords(place)}. `}${reason && `${ownReasonWords[reason]}. `}${words}
        <span class="waymark-entry__detail">${recordedBy}, ${formatDateTime(new Date(recordedAt))}</span>
      </li>`,
    );
  return html`<h2 class="govuk-heading-m">Your own notes</h2>
    <p class="govuk-body">Only your organisation sees these.</p>
    <ul class="govuk-list waymark-entries">${entries}</ul>`;
}

/** What was recorded with the note. */
function about(history: readonly NumberedEvent[], sequence: number): string | null {
  const recorded = history.find((numbered) => numbered.sequence === sequence);
  return recorded === undefined ? null : `${happened(recorded.event)}: `;
}
