/**
 * The coarse groups by which disproportionality is looked at: the five of the census in England and Wales, and those of
 * whom it is not recorded, who are shown and never left out. The census counts Chinese people as Asian, and so does this,
 * whatever a police code list says; a person who would not say (NS, N1 to N3) is not recorded.
 */
export const ETHNIC_GROUPS = ['White', 'Black', 'Asian', 'Mixed', 'Other'] as const;

export type EthnicGroup = (typeof ETHNIC_GROUPS)[number];

/** A figure for each group. */
export function ofEachGroup<Figure>(figureOf: (group: EthnicGroup) => Figure): Record<EthnicGroup, Figure> {
  return {
    White: figureOf('White'),
    Black: figureOf('Black'),
    Asian: figureOf('Asian'),
    Mixed: figureOf('Mixed'),
    Other: figureOf('Other'),
  };
}

/** The codes in which a letter does not say the group: Chinese people are under O in the 16+1 list. */
const CHINESE = new Set(['O1', 'A4']);
const BY_LETTER: Readonly<Record<string, EthnicGroup>> = { W: 'White', B: 'Black', A: 'Asian', M: 'Mixed', O: 'Other' };

/**
 * The group of a self-defined code (16+1 or 18+1, as W1, B2, O9), or of a group's letter where only that is known. Null
 * for NS and N1 to N3, a blank, or no such code.
 */
export function groupOfSelfDefined(code: string | null): EthnicGroup | null {
  const plain = code?.trim().toUpperCase() ?? '';
  if (CHINESE.has(plain)) return 'Asian';
  return /^[WBAMO]\d?$/.test(plain) ? (BY_LETTER[plain.slice(0, 1)] ?? null) : null;
}

/** IC codes as the police use them: 1 and 2 White, 3 Black, 4 and 5 Asian, 6 Arab or North African; 0, 7 and 9 not known. */
const BY_IC: Readonly<Record<string, EthnicGroup>> = {
  IC1: 'White',
  IC2: 'White',
  IC3: 'Black',
  IC4: 'Asian',
  IC5: 'Asian',
  IC6: 'Other',
};

/** The group that an officer took a person to be of, from an IC code or from the words of data.police.uk. */
export function groupOfOfficerDefined(words: string | null): EthnicGroup | null {
  const plain = words?.trim() ?? '';
  const word = ETHNIC_GROUPS.find((group) => group.toLowerCase() === plain.toLowerCase());
  return word ?? BY_IC[plain.toUpperCase().replaceAll(' ', '')] ?? null;
}

/** What people say of themselves goes first; what the officer saw stands in where they did not, or were not asked. */
export function groupOf(selfDefined: string | null, officerDefined: string | null): EthnicGroup | null {
  return groupOfSelfDefined(selfDefined) ?? groupOfOfficerDefined(officerDefined);
}
