import type { OtherwiseConsequence } from '../case-event.ts';
import type { NotCompletedCase, ReturnedCase } from '../case-state.ts';
import type { NotCompletedThen, SchemeTerms } from '../scheme-terms.ts';

type Consequence = Exclude<OtherwiseConsequence, 'no-further-action'>;

/** What follows a declined offer or a failed activity. */
export type WhatFollows =
  | { readonly is: 'consequence'; readonly consequence: Consequence }
  | { readonly is: 'nothing'; readonly because: 'scheme' | 'no-worse-than-no-offer' };

/** From the mildest to the gravest. */
const severity: readonly OtherwiseConsequence[] = [
  'no-further-action',
  'community-resolution',
  'penalty-notice',
  'caution',
  'prosecution',
];

/** What a scheme's document says follows a failure; null: nothing does. */
const consequenceByScheme: { readonly [then in NotCompletedThen]: Consequence | null } = {
  prosecute: 'prosecution',
  summons: 'prosecution',
  'pay-penalty': 'penalty-notice',
  'not-offered-again': null,
  'no-consequence': null,
};

/**
 * What follows. A declined offer: what would have happened without it. A failed activity: what the scheme says, and
 * never more than would have happened without the offer (facts.md F: failure must not escalate [S-TR]).
 */
export function consequenceThatFollows(
  state: NotCompletedCase | ReturnedCase,
  scheme: SchemeTerms | null,
): WhatFollows {
  const { otherwise } = state.offer;
  const says =
    state.status === 'returned' ? otherwise : scheme && consequenceByScheme[scheme.outcome.notCompleted.then];
  if (says === null) return { is: 'nothing', because: 'scheme' };
  const mildest = severity.indexOf(says) <= severity.indexOf(otherwise) ? says : otherwise;
  if (mildest === 'no-further-action') return { is: 'nothing', because: 'no-worse-than-no-offer' };
  return { is: 'consequence', consequence: mildest };
}
