import { mojTimelineTemplate } from './govuk/moj-timeline.generated.ts';
import { render } from './govuk/template-runtime.ts';
import type { Html } from './html.ts';

/** One thing that happened. */
export interface TimelineItem {
  readonly label: { readonly text: string };
  readonly html: Html;
  readonly datetime: { readonly timestamp: string; readonly type: 'datetime' };
  readonly byline?: { readonly text: string } | undefined;
}

/** The Ministry of Justice's timeline: the newest first. The timestamps are ISO 8601, shown in the time of London. */
export function mojTimeline(options: {
  readonly items: readonly TimelineItem[];
  readonly headingLevel?: number | undefined;
  readonly classes?: string | undefined;
}): Html {
  return render(mojTimelineTemplate, options);
}
