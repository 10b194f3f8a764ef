import { plainWords } from '../../../reference/index.ts';
import { formatDateTime, govukButton, govukTag, html, type Html } from '../../../web/markup/index.ts';
import type { Condition } from '../../domain/case-event.ts';
import type { Appointment } from '../../domain/case-state.ts';
import type { Contact } from '../../../triage/index.ts';
import { whoseDoingWords } from '../words/choices.ts';
import type { CaseAction } from './actions.ts';

/** The parts that the police’s page of a case and the provider’s have in common. */

/** What may be done next: one main button, others beside it, the rest as links. */
export function nextActions(actions: readonly CaseAction[]): Html {
  const buttons = actions.filter(({ kind }) => kind !== 'other');
  const others = actions.filter(({ kind }) => kind === 'other');
  return html`${
    buttons.length > 0 &&
    html`<div class="govuk-button-group waymark-screen-only">${buttons.map(({ text, href, kind }) =>
      govukButton({ text, href, ...(kind === 'second' && { classes: 'govuk-button--secondary' }) }),
    )}</div>`
  }
    ${
      others.length > 0 &&
      html`<details class="govuk-details waymark-screen-only">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">More that you can do</span></summary>
      <div class="govuk-details__text"><ul class="govuk-list">${others.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul></div>
    </details>`
    }`;
}

/** How the person may be reached, the warning first. */
export function contactWords(contact: Contact): Html {
  const safety = {
    safe: 'Contact is safe.',
    'only-as-described': `Contact is safe only so: ${contact.howSafely ?? 'not described'}.`,
    'not-safe': 'Contact is not known to be safe.',
  }[contact.safe];
  const ways = [contact.telephone, contact.email, contact.address].filter((way) => way !== null && way !== '');
  return html`<strong>${safety}</strong>${ways.map((way) => html`<br>${way}`)}`;
}

export function conditionList(conditions: readonly Condition[]): Html {
  if (conditions.length === 0) return html`None`;
  return html`<ul class="govuk-list govuk-list--bullet">${conditions.map(({ words }) => html`<li>${words}</li>`)}</ul>`;
}

/** The appointments in the order of their time, each with what became of it. */
export function appointmentList(
  appointments: readonly Appointment[],
  {
    now,
    placesFreed,
    linksOf,
  }: {
    readonly now: Date;
    readonly placesFreed: ReadonlySet<string>;
    readonly linksOf?: (appointment: Appointment) => Html | null;
  },
): Html {
  if (appointments.length === 0) return html`<p class="govuk-body">None booked yet.</p>`;
  const entries = [...appointments]
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map(
      (appointment) => html`<li class="waymark-entry">
        ${formatDateTime(new Date(appointment.startsAt))} ${fateTag(appointment, { now, placesFreed })}
        <span class="waymark-entry__detail">${plainWords(appointment.step)}. ${whose(appointment)}${isFreed(appointment, placesFreed) && PLACE_FREED}</span>
        ${linksOf?.(appointment)}
      </li>`,
    );
  return html`<ul class="govuk-list waymark-entries">${entries}</ul>`;
}

const FATES: Readonly<Record<Appointment['fate']['is'], { readonly text: string; readonly colour: string }>> = {
  'to-come': { text: 'To come', colour: 'blue' },
  superseded: { text: 'Moved', colour: 'grey' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
  kept: { text: 'Kept', colour: 'green' },
  late: { text: 'Kept, late', colour: 'yellow' },
  missed: { text: 'Missed', colour: 'red' },
};

const ATTENDANCE_DUE = { text: 'Attendance due', colour: 'orange' } as const;
const PLACE_FREED =
  'Its place was freed when the case closed or the activity ended, and somebody else may have it. If the person is to come, a new time has to be found.';

/** Nothing became of it in the log, but no place is held for it any more. */
function isFreed({ id, fate }: Appointment, placesFreed: ReadonlySet<string>): boolean {
  return fate.is === 'to-come' && placesFreed.has(id);
}

/** One whose time has come and of which nothing is said still waits for its attendance. */
function fateTag(
  appointment: Appointment,
  { now, placesFreed }: { readonly now: Date; readonly placesFreed: ReadonlySet<string> },
): Html {
  const { fate, startsAt } = appointment;
  const waits = fate.is === 'to-come' && new Date(startsAt) <= now;
  const isWithoutPlace = isFreed(appointment, placesFreed);
  const { text, colour } = isWithoutPlace ? FATES.cancelled : waits ? ATTENDANCE_DUE : FATES[fate.is];
  return govukTag({ text, classes: `govuk-tag--${colour}` });
}

function whose({ fate }: Appointment): string | null {
  return 'whose' in fate ? `Whose doing: ${whoseDoingWords[fate.whose].toLowerCase()}.` : null;
}
