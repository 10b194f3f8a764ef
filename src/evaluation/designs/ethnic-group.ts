import type { StudyRow } from '../domain/cohort/study-row.ts';

const BY_FIRST_LETTER: { readonly [letter: string]: string } = {
  W: 'White',
  M: 'Mixed',
  A: 'Asian',
  B: 'Black',
  O: 'Other',
};

/** The 16+1 codes that do not begin with their group's letter, and those that say nothing. */
const BY_CODE: { readonly [code: string]: string | null } = { N1: null, NS: null };

const BY_OFFICER: { readonly [code: string]: string } = {
  IC1: 'White',
  IC2: 'White',
  IC3: 'Black',
  IC4: 'Asian',
  IC5: 'Asian',
  IC6: 'Other',
};

/**
 * The ethnic group: as the person defined it (16+1), or, where that is not stated, as the officer saw it (IC code).
 * Null where neither says anything.
 */
export function ethnicGroupOf({ ethnicitySelfDefined, ethnicityOfficerDefined }: StudyRow): string | null {
  const code = ethnicitySelfDefined?.trim().toUpperCase() ?? '';
  const own = code in BY_CODE ? BY_CODE[code] : BY_FIRST_LETTER[code.charAt(0)];
  return own ?? BY_OFFICER[ethnicityOfficerDefined?.trim().toUpperCase() ?? ''] ?? null;
}
