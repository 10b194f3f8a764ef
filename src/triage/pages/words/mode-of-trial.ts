import type { ModeOfTrial } from '../../domain/offence.ts';

/** Where an offence may be tried, as it is said: on a form as the choices, on a page as what was chosen. */
export const modeOfTrialWords: Readonly<Record<ModeOfTrial, string>> = {
  'summary-only': 'Only in a magistrates’ court',
  'either-way': 'In a magistrates’ court or the Crown Court',
  'indictable-only': 'Only in the Crown Court',
};
