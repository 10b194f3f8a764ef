import { NOT_YOUR_ROLE } from '../../access/domain/index.ts';
import type { NumberedEvent } from './case-event.ts';
import { isKeyIn } from '../../shared/tables.ts';

/** Every refusal there is, with what to do about it. Pages show these words; tests name these codes. */
export const refusalWords = {
  'not-at-this-stage': 'The case is not at a stage where this can be done. Look at the case again to see where it is.',
  'not-your-role': NOT_YOUR_ROLE,
  'another-force': 'This case belongs to another force. Ask that force.',
  'not-referred-to-you': 'This person was not referred to your organisation. Ask the police coordinator.',
  'scheme-not-known': 'There is no scheme of that name in the decision. Choose one that was decided.',
  'no-decision': 'Nothing was decided. Finish the triage so that at least one scheme is decided.',
  'decision-for-another-day': 'A decision was made for another day than today. Decide again.',
  'reason-needed': 'No reason is given. Write one in words.',
  'nothing-to-override': 'The decision is that already. Leave it as it stands.',
  'excluded-in-law': 'The law excludes this person or this offence, and nobody may override that. Leave it as it is.',
  'exclusion-not-settled':
    'The law may exclude this person. Amend the facts that it asks for first: the age, what was found, how the offence may be tried.',
  'override-not-live-here': 'Only a live scheme of your own force can be decided otherwise. Choose one of those.',
  'answers-needed': 'Something is not known yet, and an override can’t stand in for it. Find it out and decide again.',
  'decide-again-first':
    'A fact was amended since the decision, and a verdict would now be another. Decide again before anything is offered.',
  'verdict-turned':
    'A fact was amended, and the rules would no longer let the person in. Confirm that the case goes on, or withdraw it.',
  'nothing-to-confirm': 'No verdict has turned, so there is nothing to confirm. Look at the case again.',
  'referral-on-hold': 'The police are looking at this case again. Wait until they confirm it, or ask the coordinator.',
  'supervisor-needed': 'The scheme asks for a sergeant’s judgement. Ask a supervisor to record it.',
  'authority-needed': 'The scheme asks for an inspector’s or prosecutor’s judgement. Name who gave it.',
  'scheme-not-live': 'The scheme is not live today, so it can’t be offered. Choose another, or none.',
  'not-eligible': 'The person is not eligible for this scheme. Choose another, or record an override with a reason.',
  'no-offers-left': 'The person has taken part in this scheme as often as it allows. Choose another, or none.',
  'no-consent-to-take-part': 'The person does not agree to take part. Record that the offer was declined.',
  'appropriate-adult-needed': 'The person is, or may be, under 18. Have an appropriate adult present and record who.',
  'no-agreement-asked-for': 'The scheme has no agreement. Refer the person to a provider.',
  'condition-missing': 'The agreement lacks a condition that the scheme asks of everybody. Add it.',
  'too-many-conditions': 'The agreement has more conditions than the scheme allows. Take some out.',
  'condition-repeated': 'The same condition is in the agreement twice. Take one out.',
  'signed-in-the-future': 'The agreement can’t be signed on a day to come. Give the day it was signed.',
  'no-consent-to-share':
    'The person has not agreed to their details being shared. Ask, and record consent with the agreement.',
  'nothing-to-refer-to': 'The scheme has nothing to do, so there is no provider to refer to. Record what was given.',
  'agreement-not-signed': 'The scheme has an agreement and it is not signed. Record the agreement first.',
  'service-not-known': 'There is no such service. Choose one from the list.',
  'service-not-for-this-case': 'That service does not serve this scheme in this force. Choose one that does.',
  'place-not-known': 'That time is not published any more. Choose another place.',
  'place-of-another-service': 'That place is of another service than the person is referred to. Choose one of its own.',
  'place-not-free':
    'Somebody else has just taken the last place, or the service is closed that day. Choose another place.',
  'place-has-begun': 'That time has begun. Choose one that is still to come.',
  'place-booked-already': 'A place is booked for this person already. Ask the provider to move it.',
  'appointment-not-known': 'The case has no such appointment. Choose one from the list.',
  'appointment-settled':
    'That appointment was moved or cancelled, or its attendance is already recorded. Choose another.',
  'appointment-not-yet': 'The appointment has not begun. Record attendance once its time has come.',
  'appointment-before-referral': 'The appointment would be before the referral. Give a time after it.',
  'appointment-too-far-ahead': 'The appointment would be more than two years ahead. Give an earlier day.',
  'attendance-not-recorded': 'No attendance is recorded of that appointment. Record it first, or choose another.',
  'attendance-unchanged': 'That is what is recorded already. Leave it as it is.',
  'appointment-number-taken': 'That appointment is booked already. Look at the list again.',
  'step-not-known': 'The scheme has no such step. Choose one of its steps.',
  'whose-doing-needed':
    'A late or missed appointment was somebody’s doing, or nobody’s. Choose the person’s, acceptable or not, or logistics.',
  'condition-not-known': 'The agreement has no such condition. Choose one that it has.',
  'condition-unchanged': 'The condition has those words already. Write the new ones, or leave it as it is.',
  'second-person-needed': 'The person who asks for a change can’t approve it. Ask a different supervisor.',
  'proposal-not-known': 'That change was withdrawn or already decided. Look at the case again.',
  'breach-step-out-of-order': 'The steps after a breach come once each and in order. Record the next one.',
  'no-breach-step-left': 'Every step after a breach has been taken. End the activity, with the reason.',
  'nothing-delivered': 'No appointment was kept, so nothing was completed. Record attendance, or end the activity.',
  'nothing-would-be-delivered':
    'Then nobody would have come to anything that was completed. Ask a coordinator to withdraw the case.',
  'shortfall-reason-needed': 'Less was delivered than planned. Say why it still counts as completed.',
  'fact-value-not-valid': 'There is no such fact, or it can’t have that value. Choose or type another.',
  'fact-unchanged': 'The fact has that value already. Leave it as it is.',
  'duplicate-of-itself': 'A case can’t be the duplicate of itself. Give the other case.',
  'outcome-not-known': 'There is no such Home Office outcome type. Choose one from the list.',
  'outcome-not-a-type': 'Type 0 means that no outcome is assigned yet. Choose the outcome.',
  'outcome-of-which': 'Types 1A, 2A and 3A count part of another type and are never recorded alone. Record 1, 2 or 3.',
  'outcome-not-by-diversion': 'That outcome does not end a diversion. Choose the one in the scheme’s document.',
  'outcome-differs-from-scheme':
    'The scheme’s document has another outcome. Record that one, or say why this one instead.',
  'activity-not-done': 'The activity has not been completed. The outcome comes after it, not before.',
  'outcome-waits': 'The outcome of this scheme comes after the activity. Record it when the case closes.',
  'outcome-given-already': 'An outcome was given already. Correct it, or close the case with it.',
  'no-outcome-given': 'No outcome has been given yet. Record one first.',
  'given-outcome-forbidden':
    'What is known now forbids the outcome that was given. Correct it, or take it back, before the case is closed.',
  'outcome-stands':
    'The outcome that was given stands, whether or not the activity is completed. Close the case with it.',
  'not-a-child': 'The person was 18 or over, so the youth justice service is not told. Leave it as it is.',
  'told-in-the-future': 'The service can’t have been told on a day to come. Give the day it was told.',
  'team-needed': 'It is not said who was told. Name the youth justice service.',
  'responsibility-not-accepted': 'The person has not accepted responsibility. Record that, or another outcome.',
  'evidence-not-sufficient': 'The evidence is not recorded as sufficient. Record that it is, or another outcome.',
  'victim-not-consulted': 'Ask the victim, and record their view. It does not bind you.',
  'rationale-needed': 'No reasons are given for this outcome. Write them in words.',
  'intimate-partner-abuse':
    'Abuse of an intimate partner is never dealt with by community resolution. Choose another outcome.',
  'intimate-partner-abuse-not-settled': 'It may have been abuse of an intimate partner. Amend that fact first.',
  'inspector-needed': 'That outcome needs an inspector’s leave, or a prosecutor’s, for this case. Name who gave it.',
  'sergeant-needed': 'That outcome needs the leave of a sergeant or above for this case. Name who gave it.',
  'youth-justice-needed':
    'A child who offended before needs the youth justice service to agree. Ask it, and name the service that did.',
  'prosecutor-needed':
    'Only a prosecutor may end this case in that way. Name the prosecutor, or choose another outcome.',
  'adults-only': 'That outcome is for people aged 18 or over on the day when it is given. Choose another.',
  'children-only': 'That outcome is for people under 18. Choose another.',
  'age-not-settled': 'The person’s age is not settled. Correct the date of birth, or amend the fact, first.',
  'no-offence': 'What was found was no offence on that day. Close the case without consequence.',
  'not-a-penalty-offence': 'That is not an offence that a penalty notice is given for. Choose another outcome.',
  'outcome-not-of-this-nation': 'Home Office outcome types do not apply in this nation. Close the case without one.',
  'facts-needed': 'The law of this outcome asks for what is not recorded. Amend these facts of the case first.',
  'law-not-met': 'The law does not allow that outcome here. Choose another.',
  'prosecution-decision-not-held': 'Outcome 23 needs a decision to charge that is held back. Choose another outcome.',
  'outcome-not-yet-in-use': 'That outcome was not in use on this day. Choose another.',
  'admission-needed':
    'A caution or a warning needs an admission. Amend the fact if there is one, or choose another outcome.',
  'no-agreement-to-disposal': 'The person has not agreed to the caution. Ask and record it, or choose another outcome.',
  'not-personal-use': 'A cannabis or khat warning is for an amount for personal use. Choose another outcome.',
  'not-cannabis-or-khat': 'A cannabis or khat warning is for those drugs alone. Choose another outcome.',
  'not-returned-for-prosecution': 'A charge follows a return for prosecution. Return the case first.',
  'time-limit-passed':
    'The six months for a summary-only offence have passed, so it can’t be charged. Choose another ending.',
  'pcsc-caution-not-commenced': 'Diversionary and community cautions are not in force yet. Choose a caution that is.',
  'scheme-says-no-prosecution': 'The scheme has no prosecution follow. Close the case without further consequence.',
  'worse-than-no-offer':
    'That is worse than what would have happened without the offer. Close without further consequence.',
  'scheme-says-consequence':
    'What would have happened without the offer still follows. Return the case, or ask a supervisor.',
} as const;

export type RefusalCode = keyof typeof refusalWords;

/** Whether a law document names a refusal that there is. */
export function isRefusalCode(code: string | undefined): code is RefusalCode {
  return code !== undefined && isKeyIn(refusalWords, code);
}

/** The refusals outside the state machine: of a case that is not there, and of a person without a name. */
export const otherRefusalWords = {
  'case-not-found': 'There is no such case, or it is not yours to see. Check the reference.',
  'birthday-not-valid': 'Nobody can have been born on that day. Correct the date of birth.',
  'person-needed': 'A case is of a person with a name. Give the name.',
} as const;

/**
 * Why a command was refused: a code, the words for the page, and what in particular, where the words leave it open.
 * `changed-since` is the store's: somebody else wrote first, and these are the events that the page had not seen.
 */
export type CaseRefusal =
  | { readonly code: RefusalCode; readonly says: string; readonly detail: string | null }
  | { readonly code: keyof typeof otherRefusalWords; readonly says: string; readonly detail: string | null }
  | {
      readonly code: 'changed-since';
      readonly says: string;
      readonly detail: null;
      readonly since: readonly NumberedEvent[];
    };

/** A refusal in the words of the table; `detail` names the thing it is about. */
export function refusalOf(code: RefusalCode, detail: string | null = null): CaseRefusal {
  return { code, says: refusalWords[code], detail };
}

/** Somebody else wrote first. */
export function changedSince(since: readonly NumberedEvent[]): CaseRefusal {
  const says =
    'Somebody else has changed this case since you opened it. Nothing of yours was saved. Look at what changed.';
  return { code: 'changed-since', says, detail: null, since };
}

/** A refusal outside the state machine. What nobody may see and what is not there look the same on purpose. */
export function otherRefusal(code: keyof typeof otherRefusalWords): CaseRefusal {
  return { code, says: otherRefusalWords[code], detail: null };
}
