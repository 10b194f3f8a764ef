import { z } from 'zod';
import type { CaseStatus, ClosingType } from '../../domain/case-state.ts';

const statuses = {
  triaged: 'triaged',
  offered: 'offered',
  returned: 'returned',
  accepted: 'accepted',
  referred: 'referred',
  'sent-back': 'sent-back',
  engaging: 'engaging',
  completed: 'completed',
  'not-completed': 'not-completed',
  closed: 'closed',
} as const satisfies { readonly [Status in CaseStatus]: Status };

const closings = {
  'outcome-recorded': 'outcome-recorded',
  'closed-with-outcome': 'closed-with-outcome',
  'returned-for-prosecution': 'returned-for-prosecution',
  'no-further-consequence': 'no-further-consequence',
  'case-withdrawn': 'case-withdrawn',
} as const satisfies { readonly [Type in ClosingType]: Type };

export const caseStatuses: readonly CaseStatus[] = Object.values(statuses);

/** Where a case stands, as `case_progress` and `referrals` hold it. The compiler holds the list to that of the states. */
export const caseStatusColumn: z.ZodType<CaseStatus> = z.enum(statuses);

/** How a case was closed; null while it is open. */
export const closedHowColumn: z.ZodType<ClosingType | null> = z.enum(closings).nullable();
