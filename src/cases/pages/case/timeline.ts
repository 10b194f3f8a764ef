import { isNeedToKnow, plainWords } from '../../../reference/index.ts';
import { hasActivity } from '../../../schemes/index.ts';
import { formatDateTime, html, type Html, mojTimeline } from '../../../web/markup/index.ts';
import type { CaseEvent, NumberedEvent } from '../../domain/case-event.ts';
import { type CaseSite, eventNames } from '../case-site.ts';
import { detailsOf, happened } from '../words/events.ts';

/** Everything that happened, the newest first. */
export function caseTimeline(log: readonly NumberedEvent[], site: CaseSite): Html {
  const names = {
    ...eventNames(site),
    hasActivity: offeredHasActivity(log, site),
    appointment: (id: string) => bookedAs(log, id),
  };
  const items = log.toReversed().map(({ event }) => ({
    label: { text: happened(event) },
    html: html`${detailsOf(event, names).map((detail) => html`<p class="govuk-body waymark-timeline-detail ${tellsOfRisk(event, site) && 'waymark-screen-only'}">${detail}</p>`)}`,
    datetime: { timestamp: event.at, type: 'datetime' as const },
    byline: { text: event.by.name },
  }));
  return mojTimeline({ items, headingLevel: 3 });
}

/** Whether an event answers or amends a fact that may show somebody's risk: how it was said and why is not printed. */
function tellsOfRisk(event: CaseEvent, { words }: CaseSite): boolean {
  const said = event.type === 'fact-amended' ? [event.data] : event.type === 'decided-again' ? event.data.answers : [];
  return said.some(({ fact }) => isNeedToKnow(words, fact));
}

function offeredHasActivity(log: readonly NumberedEvent[], { work }: CaseSite): boolean {
  const offered = log.map(({ event }) => event).findLast((event) => event.type === 'scheme-offered');
  const scheme = work.catalogue.schemes.find(({ id }) => id === offered?.data.scheme);
  return scheme === undefined || hasActivity(scheme);
}

/** An appointment by what it was booked for, or moved to. */
function bookedAs(log: readonly NumberedEvent[], id: string): string | null {
  for (const { event } of log) {
    if (event.type === 'appointment-booked' && event.data.appointmentId === id) {
      return `${plainWords(event.data.step)}, ${formatDateTime(new Date(event.data.startsAt))}.`;
    }
    if (event.type === 'appointment-moved' && event.data.supersededBy === id) {
      return `${formatDateTime(new Date(event.data.startsAt))}.`;
    }
  }
  return null;
}
