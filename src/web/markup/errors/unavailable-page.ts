import type { NotAvailable } from '../../../shared/not-available.ts';
import { html } from '../html.ts';
import type { Page } from '../layout/layout.ts';

interface Failed {
  readonly fault: Pick<NotAvailable, 'what' | 'saved'>;
  /** Whether something was sent that was to be saved; else a page was only asked for. */
  readonly wasSent: boolean;
  /** What to quote to support; the same is in the log beside the fault. */
  readonly reference: string;
}

/** For what is not the program's own doing: what became of what was sent, and when to try again. */
export function unavailablePage({ fault: { what, saved }, wasSent, reference }: Failed): Page {
  return {
    title: 'Sorry, the service is not available just now',
    content: html`<h1 class="govuk-heading-l">Sorry, the service is not available just now</h1>
      <p class="govuk-body">${fate(saved, wasSent)}</p>
      <p class="govuk-body">${remedy(what)}</p>
      <p class="govuk-body">
        If it goes on, tell your administrator this reference:
        <strong class="govuk-!-font-weight-bold">${reference}</strong>
      </p>`,
  };
}

/** The first sentence, which a program is told too. */
export function fate(saved: NotAvailable['saved'], wasSent: boolean): string {
  if (!wasSent) return 'The page could not be made. Nothing was changed.';
  return saved === 'nothing'
    ? 'Nothing was saved. What you sent has to be sent again.'
    : 'It is not known whether what you sent was saved. Before you send it again, look at the record: if it is there, it was saved, and sending it again would record it twice.';
}

function remedy(what: NotAvailable['what']): string {
  if (what === 'disk-full')
    return 'The server has no room left on its disk. Tell your administrator; it works again as soon as there is room.';
  if (what === 'database-damaged')
    return 'Part of what was stored cannot be read: a disk has damaged it. Tell your administrator now, who has to restore it from a backup.';
  return 'Try again in a minute.';
}
