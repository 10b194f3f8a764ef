/**
 * What each outcome of a search says, by data.police.uk's words for it. It has used two sets of words: the older ones
 * stand in the files of 2016, the newer ones in those from 2018 on.
 *
 * The outcome is one of a list, and an arrest is one of them: so any other outcome says that there was no arrest on the
 * street. `disposal` is given only where the words settle it. "Caution (simple or conditional)" does not say which,
 * and an arrest leaves the disposal open.
 */
export interface OutcomeMeaning {
  readonly kind: SearchOutcome;
  /** Whether something must have been found for it. Null: not known. */
  readonly isOfAFind: boolean | null;
  /** A warning for cannabis or khat names the drug and the offence by itself, whatever was searched for. */
  readonly isDrugWarning?: true;
  readonly arrested?: boolean;
  readonly disposal?: 'community-resolution' | 'penalty-notice' | 'cannabis-warning' | 'charge' | 'none';
}

/** The two sets of words as one. `not recorded`: the file says that the outcome is not to be had, or says nothing. */
export type SearchOutcome =
  | 'arrest'
  | 'charge or summons'
  | 'caution'
  | 'penalty notice'
  | 'cannabis or khat warning'
  | 'community resolution'
  | 'found, outcome not said'
  | 'no further action'
  | 'not recorded';

const arrest: OutcomeMeaning = { kind: 'arrest', isOfAFind: true, arrested: true };
const noAction: OutcomeMeaning = { kind: 'no further action', isOfAFind: false, arrested: false, disposal: 'none' };
const drugWarning: OutcomeMeaning = {
  kind: 'cannabis or khat warning',
  isOfAFind: true,
  isDrugWarning: true,
  arrested: false,
  disposal: 'cannabis-warning',
};
const communityResolution: OutcomeMeaning = {
  kind: 'community resolution',
  isOfAFind: true,
  arrested: false,
  disposal: 'community-resolution',
};
const penaltyNotice: OutcomeMeaning = {
  kind: 'penalty notice',
  isOfAFind: true,
  arrested: false,
  disposal: 'penalty-notice',
};
const caution: OutcomeMeaning = { kind: 'caution', isOfAFind: true, arrested: false };
const summons: OutcomeMeaning = { kind: 'charge or summons', isOfAFind: true, arrested: false, disposal: 'charge' };

const outcomeNotSaid: OutcomeMeaning = { kind: 'not recorded', isOfAFind: null };

/** By the words as data.police.uk writes them. */
export const OUTCOMES: ReadonlyMap<string, OutcomeMeaning> = new Map([
  // The words in use now
  ['Arrest', arrest],
  ['A no further action disposal', noAction],
  ['Khat or Cannabis warning', drugWarning],
  ['Community resolution', communityResolution],
  ['Penalty Notice for Disorder', penaltyNotice],
  ['Caution (simple or conditional)', caution],
  ['Summons / charged by post', summons],
  // The older words
  ['Suspect arrested', arrest],
  ['Nothing found - no further action', noAction],
  ['Suspected psychoactive substances seized - No further action', noAction],
  ['Offender given drugs possession warning', drugWarning],
  ['Local resolution', communityResolution],
  ['Offender given penalty notice', penaltyNotice],
  ['Offender cautioned', caution],
  ['Suspect summonsed to court', summons],
  ['Article found - Detailed outcome unavailable', { kind: 'found, outcome not said', isOfAFind: true }],
  ['Details not available', outcomeNotSaid],
  // The site's API writes "nothing found" as false
  ['false', noAction],
]);

/** A blank outcome, or one that is not in the table. */
export const OUTCOME_NOT_KNOWN: OutcomeMeaning = outcomeNotSaid;
