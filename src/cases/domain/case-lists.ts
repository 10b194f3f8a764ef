import type { Role } from './author.ts';
import type { CaseStatus } from './case-state.ts';

/** One list of cases: which it holds. */
export interface CaseListDefinition {
  readonly name: string;
  readonly title: string;
  readonly statuses: readonly CaseStatus[];
  /** Only cases that whoever looks has opened. */
  readonly own?: boolean;
  /** Only cases whose clock to first contact runs. */
  readonly awaitingContact?: boolean;
  /** Only cases with a change of a condition that waits for a supervisor. */
  readonly awaitingApproval?: boolean;
  /** Only cases whose next appointment is today, or past and not yet said whether it was kept; the earliest first. */
  readonly appointmentDue?: boolean;
}

const open: readonly CaseStatus[] = ['triaged', 'offered', 'accepted', 'sent-back', 'referred', 'engaging'];
const everything: readonly CaseStatus[] = [...open, 'completed', 'not-completed', 'returned', 'closed'];
const accepted: readonly CaseStatus[] = ['accepted', 'sent-back', 'referred', 'engaging'];

const mine = { name: 'mine', title: 'Your open cases', statuses: open, own: true };
const toRefer = { name: 'to-refer', title: 'To refer', statuses: ['accepted', 'sent-back'] } as const;
const awaiting = {
  name: 'awaiting-contact',
  title: 'Waiting for first contact',
  statuses: accepted,
  awaitingContact: true,
};
const toClose = { name: 'to-close', title: 'Completed: record the outcome', statuses: ['completed'] } as const;
const toDecide = {
  name: 'to-decide',
  title: 'Not completed or declined: decide',
  statuses: ['not-completed', 'returned'],
} as const;
const engaging = { name: 'engaging', title: 'With a provider', statuses: ['referred', 'engaging'] } as const;
const toApprove = {
  name: 'to-approve',
  title: 'Changes to approve',
  statuses: ['engaging'],
  awaitingApproval: true,
} as const;
const all = { name: 'all', title: 'All cases', statuses: everything };

/** The lists each role works from, the one it opens with first. */
export const caseLists: { readonly [role in Role]: readonly [CaseListDefinition, ...CaseListDefinition[]] } = {
  officer: [mine, toRefer, all],
  supervisor: [toApprove, toDecide, awaiting, mine, all],
  coordinator: [toRefer, awaiting, engaging, toClose, toDecide, all],
  provider: [
    { name: 'new', title: 'New referrals', statuses: ['referred'] },
    { name: 'due', title: 'Appointments due', statuses: ['engaging'], appointmentDue: true },
    { name: 'engaging', title: 'Under way', statuses: ['engaging'] },
    { name: 'finished', title: 'Finished', statuses: ['completed', 'not-completed', 'sent-back', 'closed'] },
  ],
};
