import { html, type Html, mojTimeline } from '../../../web/index.ts';
import type { NumberedEvent } from '../../domain/case-event.ts';
import { detailsOf, type EventNames, happened } from '../words/events.ts';

/** Everything that happened, the newest first. */
export function caseTimeline(log: readonly NumberedEvent[], names: EventNames): Html {
  const items = log.toReversed().map(({ event }) => ({
    label: { text: happened(event) },
    html: html`${detailsOf(event, names).map((detail) => html`<p class="govuk-body waymark-timeline-detail">${detail}</p>`)}`,
    datetime: { timestamp: event.at, type: 'datetime' as const },
    byline: { text: event.by.name },
  }));
  return mojTimeline({ items, headingLevel: 3 });
}
