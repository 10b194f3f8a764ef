import type { CalendarDay } from '../../shared/calendar-day.ts';

/** How a person may be reached, and whether that is safe: somebody else may read a letter or answer a telephone. */
export interface Contact {
  readonly telephone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly safe: 'safe' | 'only-as-described' | 'not-safe';
  /** What to keep to, where contact is safe only so. */
  readonly howSafely: string | null;
}

/** The person diverted. Kept beside the case's log, so that it can be corrected, and removed when its time has come. */
export interface Person {
  readonly name: string;
  readonly bornOn: CalendarDay | null;
  readonly contact: Contact;
  /** The language they are most at ease in. */
  readonly language: string;
  readonly interpreterNeeded: boolean;
  /** What has to be arranged for them to take part: access, reading, childcare. */
  readonly needs: string | null;
  /** What a worker who meets them must know to be safe; null where nothing is known. */
  readonly riskToStaff: string | null;
  /** Codes of reference/ethnicity: what the person says, and what the officer saw. */
  readonly ethnicity: { readonly selfDefined: string | null; readonly officerDefined: string | null };
  /** The force's own number: a crime, custody or stop reference. */
  readonly policeReference: string | null;
}

/** A short reference that people can read to each other over the telephone: `3F2A-91BC`. */
export function referenceOf(caseId: string): string {
  const digits = caseId.replaceAll('-', '').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
