/** The words for what is chosen from a list in a case, on its form and on the timeline alike. */
import type {
  AppropriateAdult,
  Attendance,
  ConsentGivenHow,
  OtherwiseConsequence,
  PoliceEndingReason,
  RejectionReason,
  WhoseDoing,
  WithdrawnReason,
} from '../../domain/case-event.ts';
import type { ContactMethod, OwnEndingReason, OwnReason, OwnRejectionReason } from '../../../providers/index.ts';

/** How each member of the closed lists of a case is said: on forms as the choices, on the timeline as what was chosen. */

/** Why a referral was rejected, as both sides read it. */
export const rejectionWords: Readonly<Record<RejectionReason, string>> = {
  'no-capacity': 'No capacity at present',
  'outside-our-area': 'Outside the service’s area',
  'service-cannot-take': 'The service cannot take the person on',
};

/** Why a provider rejects a referral: what it chooses from, and reads again itself. */
export const ownRejectionWords: Readonly<Record<OwnRejectionReason, string>> = {
  'no-capacity': 'No capacity at present',
  'outside-our-area': 'Outside our area',
  'does-not-meet-our-criteria': 'Does not meet our criteria',
  'already-with-us': 'Already with us',
  'needs-another-service': 'Needs another service',
  'too-great-a-risk': 'Too great a risk',
  other: 'Another reason',
};

export const whoseDoingWords: Readonly<Record<WhoseDoing, string>> = {
  'person-acceptable': 'The person’s, for a good reason',
  'person-not-acceptable': 'The person’s, without a good reason',
  logistics: 'Nobody’s: transport, rooms, our side',
};

export const attendanceWords: Readonly<Record<Attendance['is'], string>> = {
  kept: 'Came, in time',
  late: 'Came, late',
  missed: 'Did not come',
};

/** Why an activity was not completed, as both sides read it, and what the police choose from. */
export const notCompletedWords: Readonly<Record<PoliceEndingReason, string>> = {
  'did-not-engage': 'Did not engage',
  'breached-the-agreement': 'Breached the agreement',
  'withdrew-consent': 'Withdrew consent',
  'offended-again': 'Offended again',
  'moved-away': 'Moved away',
  'not-able-to-continue': 'The activity could not continue',
  other: 'Another reason',
};

/** Why a provider ends an activity: what it chooses from, and reads again itself. */
export const ownEndingWords: Readonly<Record<OwnEndingReason, string>> = {
  'did-not-engage': 'Did not engage',
  'breached-the-agreement': 'Breached the agreement',
  'withdrew-consent': 'Withdrew consent',
  'offended-again': 'Offended again',
  'moved-away': 'Moved away',
  'too-unwell': 'Too unwell to take part',
  'could-not-be-provided': 'The activity could not be provided',
  other: 'Another reason',
};

export const ownReasonWords: Readonly<Record<OwnReason, string>> = { ...ownRejectionWords, ...ownEndingWords };

export const withdrawnWords: Readonly<Record<WithdrawnReason['is'], string>> = {
  'opened-by-mistake': 'Opened by mistake',
  duplicate: 'A duplicate of another case',
  died: 'The person has died',
  'moved-away': 'The person has moved away',
  'ineligible-on-new-facts': 'Not eligible on new facts',
};

export const otherwiseWords: Readonly<Record<OtherwiseConsequence, string>> = {
  prosecution: 'Prosecution',
  caution: 'A caution',
  'penalty-notice': 'A penalty notice',
  'community-resolution': 'A community resolution',
  'no-further-action': 'No further action',
};

/** How a return is called: only where the alternative to the offer was a prosecution is it for one. */
export function returnedWords(consequence: OtherwiseConsequence): string {
  return consequence === 'prosecution' ? 'Returned for prosecution' : 'Returned for decision';
}

export const consentHowWords: Readonly<Record<ConsentGivenHow, string>> = {
  'in-writing': 'In writing',
  'on-screen': 'On screen',
  'spoken-and-recorded': 'Spoken, recorded on body-worn video or audio',
  spoken: 'Spoken, not recorded',
};

export const relationshipWords: Readonly<Record<AppropriateAdult['relationship'], string>> = {
  'parent-or-guardian': 'Parent or guardian',
  'other-relative': 'Another relative',
  'social-worker': 'Social worker',
  'scheme-volunteer': 'From an appropriate adult scheme',
  'other-adult': 'Another adult',
};

export const contactMethodWords: Readonly<Record<ContactMethod, string>> = {
  telephone: 'Telephone',
  text: 'Text message',
  email: 'Email',
  letter: 'Letter',
  visit: 'Visit',
  'in-person': 'In person, elsewhere',
};

/** The members of a list as the items of radios, in their order. */
export function itemsOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly text: string }[] {
  return valuesOf(words).map((value) => ({ value, text: words[value] }));
}

/** The members of a list, in their order. */
export function valuesOf<Value extends string>(words: Readonly<Record<Value, unknown>>): readonly Value[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- complete by its type, which Object.keys forgets
  return Object.keys(words) as Value[];
}
