import { govukSummaryList, govukTag, html, type Html, type Page } from '../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import type { CaseSite } from '../case-site.ts';
import { clockWords, isWaitingForContact, statusTag } from '../words/status.ts';
import { actionsOf } from './actions.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { caseBanner } from './banner.ts';
import { appointmentsOf } from '../../domain/case-state.ts';
import { appointmentList, nextActions } from './parts.ts';
import { policeRows } from './police-rows.ts';
import { caseTimeline } from './timeline.ts';

/** A case as the police see it: where it stands, what comes next, and everything that happened. */
export function policeCasePage(
  site: CaseSite,
  view: PoliceCaseView,
  { now, mayProposeVariation }: { readonly now: Date; readonly mayProposeVariation: boolean },
): Page {
  const { file, state } = view;
  const open = state.status === 'closed' ? state.before : state;
  const booked = appointmentsOf(open);
  return {
    title: `${file.person.name}, ${file.reference}`,
    backLink: { href: '/cases', text: 'Cases' },
    content: html`<span class="govuk-caption-l">Case ${file.reference}</span>
      <h1 class="govuk-heading-l">${file.person.name}</h1>
      <p class="govuk-body">${statusTag(state.status)} ${file.isDemonstration && govukTag({ text: 'Demonstration', classes: 'govuk-tag--grey' })}</p>
      ${view.clock && html`<p class="govuk-body ${isWaitingForContact(view.clock, state.status) && 'waymark-waiting'}">${clockWords(view.clock, state.status)}</p>`}
      ${caseBanner(site, view)}
      ${nextActions(actionsOf(view, file.caseId))}
      ${proposals(view)}
      ${govukSummaryList({ rows: policeRows(site, view, { mayProposeVariation, today: londonDayOf(now) }) })}
      ${booked && html`<h2 class="govuk-heading-m">Appointments</h2>${appointmentList(booked, { now, placesFreed: view.placesFreed })}`}
      <h2 class="govuk-heading-m">What happened</h2>
      ${caseTimeline(view.log, site)}`,
  };
}

/** Changes of conditions that wait for a supervisor. */
function proposals({ proposals: waiting, refused, file }: PoliceCaseView): Html | null {
  if (waiting.length === 0) return null;
  const mayApprove = !refused.has('vary-condition');
  const lines = waiting.map(
    ({
      proposalId,
      to,
      proposedBy,
    }) => html`<li class="waymark-entry">Change of a condition asked for by ${proposedBy.name}: ${to}
      ${mayApprove ? html`<span class="waymark-entry__detail"><a class="govuk-link" href="/cases/${file.caseId}/vary-condition/${proposalId}">Approve or decline</a></span>` : html`<span class="waymark-entry__detail">Waits for a supervisor.</span>`}</li>`,
  );
  return html`<h2 class="govuk-heading-m">Waiting for approval</h2><ul class="govuk-list waymark-entries">${lines}</ul>`;
}
