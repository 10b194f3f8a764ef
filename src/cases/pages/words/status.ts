import { govukTag, type Html } from '../../../web/markup/index.ts';
import type { CaseStatus } from '../../domain/case-state.ts';
import type { FirstContactClock } from '../../domain/engagement/index.ts';

const STATUSES: Readonly<Record<CaseStatus, { readonly text: string; readonly colour: string }>> = {
  triaged: { text: 'Decided, nothing offered', colour: 'blue' },
  offered: { text: 'Offered', colour: 'blue' },
  accepted: { text: 'Accepted, to refer', colour: 'yellow' },
  referred: { text: 'Referred', colour: 'yellow' },
  'sent-back': { text: 'Sent back by the provider', colour: 'orange' },
  engaging: { text: 'Under way', colour: 'green' },
  completed: { text: 'Completed, to close', colour: 'teal' },
  'not-completed': { text: 'Not completed', colour: 'orange' },
  returned: { text: 'Declined', colour: 'orange' },
  closed: { text: 'Closed', colour: 'grey' },
};

/** Where a case stands, in a word or two. */
export function statusTag(status: CaseStatus): Html {
  const { text, colour } = STATUSES[status];
  return govukTag({ text, classes: `govuk-tag--${colour}` });
}

/** Whether somebody should still make first contact: not once the activity has ended or the case is closed. */
export function isWaitingForContact({ stoppedAt }: FirstContactClock, status: CaseStatus): boolean {
  return stoppedAt === null && status !== 'not-completed' && status !== 'closed';
}

/** The clock from acceptance to first contact, as every list shows it. */
export function clockWords(clock: FirstContactClock, status: CaseStatus): string {
  const time = hoursInWords(clock.hours);
  if (clock.stoppedAt !== null) return `First contact ${time} after the offer was accepted`;
  if (!isWaitingForContact(clock, status)) return 'It ended without contact';
  return `Waiting for first contact: ${time} since the offer was accepted`;
}

/** `less than an hour`, `26 hours`, `3 days`: whole hours up to two days, then whole days. */
function hoursInWords(hours: number): string {
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
