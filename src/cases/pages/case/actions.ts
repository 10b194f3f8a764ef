import { hasActivity } from '../../../schemes/index.ts';
import { plainWords } from '../../../reference/index.ts';
import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { lawOfOutcome } from '../../domain/outcome/index.ts';
import { placesOfReferral } from '../offer/index.ts';
import { caseForms } from '../act/case-forms.ts';
import type { CaseView } from '../../use-cases/show-case.ts';

/** Something that may be done next: a button, or a link among the others. */
export interface CaseAction {
  readonly text: string;
  readonly href: string;
  readonly kind: 'main' | 'second' | 'other';
}

interface ActionWords {
  readonly text: string;
  readonly kind: CaseAction['kind'];
}

/**
 * What each command is called as an action on a case. Null for those that stand beside what they are about: a scheme, an
 * appointment, a fact, a proposal, an outcome. A command without its line here does not compile.
 */
export const actionWords: { readonly [C in CaseCommandType]: ActionWords | null } = {
  'override-decision': null,
  'offer-scheme': null,
  'accept-offer': { text: 'The person accepts', kind: 'main' },
  'decline-offer': { text: 'The person declines', kind: 'second' },
  'sign-agreement': { text: 'Record the agreement', kind: 'main' },
  'refer-person': { text: 'Refer to a provider', kind: 'main' },
  'book-place': { text: 'Book a place', kind: 'main' },
  'accept-referral': { text: 'Accept the referral', kind: 'main' },
  'reject-referral': { text: 'Reject the referral', kind: 'second' },
  'book-appointment': { text: 'Book an appointment', kind: 'main' },
  'record-contact-attempt': { text: 'Record an attempt to make contact', kind: 'second' },
  'move-appointment': null,
  'record-attendance': null,
  'correct-attendance': null,
  'cancel-appointment': null,
  'complete-activity': { text: 'The activity is completed', kind: 'second' },
  'give-outcome': null,
  'correct-outcome': null,
  'tell-youth-justice': null,
  'close-case': { text: 'Close the case', kind: 'main' },
  'record-outcome': null,
  'return-for-prosecution': { text: 'Return the case', kind: 'main' },
  'close-without-consequence': { text: 'Close without further consequence', kind: 'second' },
  'vary-condition': null,
  'amend-fact': null,
  'decide-again': null,
  'confirm-verdict': { text: 'Confirm that the case goes on', kind: 'second' },
  'record-breach': { text: 'Record a breach', kind: 'other' },
  'end-activity': { text: 'End the activity, not completed', kind: 'other' },
  'withdraw-case': { text: 'Withdraw the case', kind: 'other' },
  'reopen-case': { text: 'Reopen the case', kind: 'other' },
};

const KINDS = ['main', 'second', 'other'];

/** What whoever looks may do now, the likeliest first. What the case refuses whatever is typed is not shown. */
export function actionsOf(view: CaseView, caseId: string): readonly CaseAction[] {
  const base = `/cases/${caseId}`;
  const actions = Object.values(caseForms).flatMap(({ command }): CaseAction[] => {
    const words = actionWords[command];
    if (words === null || view.refused.has(command)) return [];
    if (command === 'book-place' && !hasPlaces(view)) return [];
    return [{ ...words, href: `${base}/${command}`, kind: kindOf(view, command, words.kind) }];
  });
  return [...closing(view, base), ...actions].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Whether the service that the person is referred to has a place left to book. */
function hasPlaces(view: CaseView): boolean {
  return view.for === 'police' && placesOfReferral(view).places.length > 0;
}

/** The decision comes before an offer, the scheme's own outcome before any other. */
function closing(view: CaseView, base: string): CaseAction[] {
  if (view.for === 'provider') return [];
  if (!view.refused.has('offer-scheme'))
    return [{ text: 'See the decision and offer a scheme', href: `${base}/decision`, kind: 'main' }];
  const type = view.scheme?.outcome.completed.type ?? null;
  if (!view.refused.has('give-outcome')) {
    const law = lawOfOutcome(view.law, type, view.scheme?.disposals);
    const outcome = type === null ? (law?.name.toLowerCase() ?? 'the outcome') : `outcome ${plainWords(type)}`;
    const kind = isWithoutActivity(view) ? 'main' : 'second';
    return [{ text: `Record ${outcome} as given`, href: `${base}/give-outcome/${type ?? 'none'}`, kind }];
  }
  if (view.refused.has('record-outcome')) return [];
  const text = type === null ? 'Close the case' : `Record outcome ${plainWords(type)} and close`;
  return [{ text, href: `${base}/record-outcome/${type ?? 'none'}`, kind: 'main' }];
}

/** Once the agreement is signed, referring comes first; closing does once the activity has ended, and nothing may follow. */
function kindOf(view: CaseView, command: CaseCommandType, kind: CaseAction['kind']): CaseAction['kind'] {
  if (command === 'close-case' && view.for === 'police') {
    if (view.state.status === 'accepted' || view.state.status === 'sent-back') return 'other';
    return view.refused.has('return-for-prosecution') ? 'main' : 'second';
  }
  if (command === 'refer-person' && isWithoutActivity(view)) return 'other';
  if (command === 'sign-agreement' && view.for === 'police' && view.state.status === 'accepted' && view.state.agreement)
    return 'other';
  return kind;
}

/** A scheme with nothing to do, as a warning is: there is nobody to refer to, and what is given is all of it. */
function isWithoutActivity(view: CaseView): boolean {
  return view.for === 'police' && view.scheme !== null && !hasActivity(view.scheme);
}
