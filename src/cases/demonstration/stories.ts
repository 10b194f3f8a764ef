import type { RequestedCommand, TreatmentNote } from '../use-cases/requested-command.ts';
import type { OtherwiseConsequence } from '../domain/case-event.ts';

/** Who does it: the police of the force, or the provider in its area. */
export type Player = 'officer' | 'supervisor' | 'coordinator' | 'worker';

/** One thing somebody does, so many hours after the triage. */
export type Step = { readonly hours: number; readonly by: Player } & (
  | { readonly does: 'command'; readonly command: RequestedCommand; readonly note?: TreatmentNote }
  | { readonly does: 'offer'; readonly otherwise: OtherwiseConsequence }
  | { readonly does: 'accept' }
  | { readonly does: 'amend' }
  | { readonly does: 'sign' }
  | { readonly does: 'refer' }
  /** The next place of the service that the person is referred to; nothing where it has published none. */
  | { readonly does: 'book-place' }
  | { readonly does: 'book'; readonly inHours: number; readonly note?: TreatmentNote }
  | { readonly does: 'attend'; readonly attendance: 'kept' | 'late' | 'missed'; readonly note?: TreatmentNote }
  | { readonly does: 'propose' }
  | { readonly does: 'record-outcome' }
  /** Only where the scheme gives its outcome before the activity has ended. */
  | { readonly does: 'give-outcome' }
);

export interface Story {
  readonly name: string;
  readonly daysAgo: number;
  /** The fact that keeps a person out is known from the start. */
  readonly isIneligible?: true;
  /** Leaves the triage unfinished. */
  readonly unfinished?: true;
  readonly steps: readonly Step[];
}

const offer: Step = { hours: 1, by: 'officer', does: 'offer', otherwise: 'prosecution' };
const accept: Step = { hours: 1, by: 'officer', does: 'accept' };
const accepted: readonly Step[] = [offer, accept, { hours: 2, by: 'officer', does: 'sign' }];
const referred: readonly Step[] = [...accepted, { hours: 3, by: 'officer', does: 'refer' }];
const engaging: readonly Step[] = [
  ...referred,
  { hours: 20, by: 'worker', does: 'command', command: { type: 'accept-referral', data: {} } },
];
const first: readonly Step[] = [
  {
    hours: 22,
    by: 'worker',
    does: 'book',
    inHours: 48,
    note: { how: 'telephone', place: 'Room 1', words: 'First meeting' },
  },
  {
    hours: 72,
    by: 'worker',
    does: 'attend',
    attendance: 'kept',
    note: { how: 'in-person', place: null, words: 'Keen to start' },
  },
];
const second = (attendance: 'kept' | 'late' | 'missed'): readonly Step[] => [
  { hours: 73, by: 'worker', does: 'book', inHours: 96 },
  { hours: 171, by: 'worker', does: 'attend', attendance },
];
const done: Step = {
  hours: 180,
  by: 'worker',
  does: 'command',
  command: { type: 'complete-activity', data: { shortfallReason: 'The sessions that were needed were delivered' } },
};
const ended: Step = {
  hours: 200,
  by: 'worker',
  does: 'command',
  command: { type: 'end-activity', data: { reason: 'did-not-engage', words: '' } },
};
const contact = (hours: number, reached: boolean): Step => ({
  hours,
  by: 'worker',
  does: 'command',
  command: { type: 'record-contact-attempt', data: { reached } },
  note: { how: 'telephone', place: null, words: reached ? 'Agreed to meet' : 'No answer' },
});

/** People in every state there is, so that no list is empty. The dates are counted back from the day it is loaded. */
export const stories: readonly Story[] = [
  { name: 'is half way through the questions', daysAgo: 0, unfinished: true, steps: [] },
  { name: 'may be offered a scheme', daysAgo: 0, steps: [] },
  { name: 'is not eligible', daysAgo: 1, isIneligible: true, steps: [] },
  { name: 'has been offered a scheme', daysAgo: 1, steps: [offer] },
  {
    name: 'declined',
    daysAgo: 4,
    steps: [
      offer,
      {
        hours: 2,
        by: 'officer',
        does: 'command',
        command: { type: 'decline-offer', data: { reason: 'Wants the day in court' } },
      },
    ],
  },
  { name: 'accepted and waits to be referred', daysAgo: 2, steps: accepted },
  {
    name: 'was referred and waits for an answer',
    daysAgo: 3,
    steps: [...referred, { hours: 3, by: 'officer', does: 'book-place' }],
  },
  {
    name: 'was sent back by the provider',
    daysAgo: 5,
    steps: [
      ...referred,
      {
        hours: 26,
        by: 'worker',
        does: 'command',
        command: { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } },
      },
    ],
  },
  { name: 'has not been reached yet', daysAgo: 6, steps: [...engaging, contact(30, false), contact(54, false)] },
  {
    name: 'was reached and has a first appointment',
    daysAgo: 3,
    steps: [...engaging, contact(21, true), { hours: 22, by: 'worker', does: 'book', inHours: 120 }],
  },
  {
    name: 'had an appointment that nobody has recorded yet',
    daysAgo: 4,
    steps: [...engaging, contact(21, true), { hours: 22, by: 'worker', does: 'book', inHours: 72 }],
  },
  {
    name: 'comes to the sessions, and a condition is to be varied',
    daysAgo: 20,
    steps: [...engaging, ...first, ...second('late'), { hours: 175, by: 'coordinator', does: 'propose' }],
  },
  {
    name: 'missed a session and was reminded',
    daysAgo: 16,
    steps: [
      ...engaging,
      ...first,
      ...second('missed'),
      {
        hours: 173,
        by: 'coordinator',
        does: 'command',
        command: { type: 'record-breach', data: { step: 'reminder', reason: 'A missed session without word' } },
      },
    ],
  },
  {
    name: 'is no longer eligible on what was found later',
    daysAgo: 9,
    steps: [...accepted, { hours: 50, by: 'officer', does: 'amend' }],
  },
  {
    name: 'was given the outcome, and comes to the sessions',
    daysAgo: 12,
    steps: [...engaging, ...first, { hours: 170, by: 'coordinator', does: 'give-outcome' }],
  },
  {
    name: 'completed, and waits for the outcome',
    daysAgo: 30,
    steps: [...engaging, ...first, ...second('kept'), done],
  },
  { name: 'did not engage, and waits for a decision', daysAgo: 35, steps: [...engaging, contact(60, false), ended] },
  {
    name: 'completed and is closed',
    daysAgo: 60,
    steps: [...engaging, ...first, ...second('kept'), done, { hours: 220, by: 'coordinator', does: 'record-outcome' }],
  },
  {
    name: 'offered by mistake and withdrawn',
    daysAgo: 50,
    steps: [
      offer,
      {
        hours: 30,
        by: 'coordinator',
        does: 'command',
        command: { type: 'withdraw-case', data: { reason: { is: 'opened-by-mistake' } } },
      },
    ],
  },
];
