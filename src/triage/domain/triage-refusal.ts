import { NOT_YOUR_ROLE } from '../../access/domain/index.ts';

/** Every refusal of a triage under way, with what to do about it. Pages show these words; tests name these codes. */
export const triageRefusalWords = {
  'triage-not-found': 'There is no such triage, or it is not yours. Start a new one.',
  'triage-finished': 'That triage is finished. Open its case.',
  'person-needed': 'Give the person’s name before finishing the triage.',
  'fact-value-not-valid': 'There is no such fact, or it can’t have that value. Choose or type another.',
  'records-do-not-say-none':
    'Our records show an earlier diversion, or could not be looked at for this person. Answer the question.',
  'facts-not-valid':
    'What this triage holds can’t be true together. Correct the date of birth or the answer, or discard the triage.',
  'birthday-not-valid': 'Nobody can have been born on that day. Correct the date of birth.',
  'not-your-role': NOT_YOUR_ROLE,
  'another-force': 'A triage is made for a force. Ask an officer of that force.',
} as const;

export type TriageRefusalCode = keyof typeof triageRefusalWords;

/**
 * Why something was refused: a code, the words for the page, and what in particular, where the words leave it open.
 * `case-not-opened` has the words of whoever opens cases.
 */
export interface TriageRefusal {
  readonly code: TriageRefusalCode | 'case-not-opened';
  readonly says: string;
  readonly detail: string | null;
}

/** A refusal in the words of the table; `detail` names the thing it is about. */
export function triageRefusal(code: TriageRefusalCode, detail: string | null = null): TriageRefusal {
  return { code, says: triageRefusalWords[code], detail };
}
