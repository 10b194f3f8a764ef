import type { Particulars } from './particulars.ts';

/** What a service is asked about a person. Null is not known, and keeps nobody out: the service is to be asked. */
export interface Need {
  /** In whole years, today. */
  readonly age: number | null;
  /** The local authority that the person lives in, by ONS code. */
  readonly livesIn: string | null;
  /** The local authority to look near to: that of their home, or else one that they are known to come to. */
  readonly near: string | null;
  /** The language they are most at ease in, in English. */
  readonly language: string | null;
  /** With an interpreter any language will do. */
  readonly interpreterNeeded: boolean;
  /** Whether they need to come without steps. */
  readonly needsStepFree: boolean | null;
}

/** Why a service does not take somebody. */
export type NotTakenBecause =
  | { readonly is: 'too-young'; readonly youngest: number }
  | { readonly is: 'too-old'; readonly oldest: number }
  | { readonly is: 'lives-elsewhere' }
  | { readonly is: 'another-language'; readonly languages: readonly string[] }
  | { readonly is: 'steps' };

/** What is to be asked before a place is booked, as the service minds and it is not known. */
export type AskFirst = 'age' | 'council' | 'language' | 'step-free';

/** Whether a service takes somebody, by what it has published: every reason against, and what is to be asked first. */
export function whomItTakes(
  { youngest, oldest, takesFrom, languages, isStepFree, mode }: Particulars,
  { age, livesIn, language, interpreterNeeded, needsStepFree }: Need,
): { readonly against: readonly NotTakenBecause[]; readonly askFirst: readonly AskFirst[] } {
  const against: NotTakenBecause[] = [];
  const askFirst: AskFirst[] = [];
  if (age === null && (youngest !== null || oldest !== null)) askFirst.push('age');
  if (age !== null && youngest !== null && age < youngest) against.push({ is: 'too-young', youngest });
  if (age !== null && oldest !== null && age > oldest) against.push({ is: 'too-old', oldest });
  if (takesFrom.length > 0) {
    if (livesIn === null) askFirst.push('council');
    else if (!takesFrom.includes(livesIn)) against.push({ is: 'lives-elsewhere' });
  }
  if (!interpreterNeeded) {
    if (language === null) {
      if (!speaks(languages, 'English')) askFirst.push('language');
    } else if (!speaks(languages, language)) against.push({ is: 'another-language', languages });
  }
  if (mode === 'in-person' && needsStepFree === true) {
    if (isStepFree === null) askFirst.push('step-free');
    else if (!isStepFree) against.push({ is: 'steps' });
  }
  return { against, askFirst };
}

function speaks(languages: readonly string[], language: string): boolean {
  const sought = language.trim().toLowerCase();
  return languages.some((one) => one.trim().toLowerCase() === sought);
}
