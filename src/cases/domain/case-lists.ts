import type { Right } from '../../access/index.ts';
import type { CaseActor } from './author.ts';
import type { CaseStatus } from './case-state.ts';
import { sideOf, type Side } from './side-of.ts';

/** One list of cases: which it holds. */
export interface CaseListDefinition {
  readonly name: string;
  readonly title: string;
  /** Who works from it: those with this right. */
  readonly for: Right;
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

/**
 * The lists of each side, in the order in which they are shown; somebody sees those that they have the right for, and
 * opens with the first.
 */
const caseLists: { readonly [side in Side]: readonly CaseListDefinition[] } = {
  police: [
    {
      name: 'to-approve',
      title: 'Changes to approve',
      for: 'approve-variation',
      statuses: ['engaging'],
      awaitingApproval: true,
    },
    { name: 'mine', title: 'Your open cases', for: 'triage-person', statuses: open, own: true },
    { name: 'to-refer', title: 'To refer', for: 'refer-person', statuses: ['accepted', 'sent-back'] },
    {
      name: 'awaiting-contact',
      title: 'Waiting for first contact',
      for: 'oversee-work',
      statuses: accepted,
      awaitingContact: true,
    },
    { name: 'engaging', title: 'With a provider', for: 'record-breach', statuses: ['referred', 'engaging'] },
    { name: 'to-close', title: 'Completed: record the outcome', for: 'record-outcome', statuses: ['completed'] },
    {
      name: 'to-decide',
      title: 'Not completed or declined: decide',
      for: 'return-for-prosecution',
      statuses: ['not-completed', 'returned'],
    },
    { name: 'all', title: 'All cases', for: 'see-cases', statuses: everything },
  ],
  provider: [
    { name: 'new', title: 'New referrals', for: 'see-referrals', statuses: ['referred'] },
    { name: 'due', title: 'Appointments due', for: 'see-referrals', statuses: ['engaging'], appointmentDue: true },
    { name: 'engaging', title: 'Under way', for: 'see-referrals', statuses: ['engaging'] },
    {
      name: 'finished',
      title: 'Finished',
      for: 'see-referrals',
      statuses: ['completed', 'not-completed', 'sent-back', 'closed'],
    },
  ],
};

/** The lists that somebody with these rights works from. Empty for those who work on no cases. */
export function caseListsFor(actor: Pick<CaseActor, 'rights'>): readonly CaseListDefinition[] {
  const side = sideOf(actor);
  return side === null ? [] : caseLists[side].filter((list) => actor.rights.has(list.for));
}
