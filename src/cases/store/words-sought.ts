import { sql } from 'kysely';
import type { WaymarkTransaction } from '../../db/index.ts';
import { cappedCount, type CappedCount } from '../domain/capped-count.ts';

/** More words narrow no further. */
const MOST_WORDS = 8;
/** So many are found by their words and put in order; of more, the first of the list are looked through. */
const FOUND_BY_WORDS = 2_000;
/** How many of a list are looked through for words that very many have. */
export const LOOKED_THROUGH = 1_000;

/**
 * What a search comes to (migration 0088): nothing was asked, or those that have all its words, or, where too many have
 * them, how to tell whether one does. What has no word in it finds nothing.
 */
export type Found =
  | { readonly by: 'nothing-asked' }
  | { readonly by: 'ids'; readonly ids: readonly string[] }
  | { readonly by: 'patterns'; readonly patterns: readonly string[] };

/** What somebody looks for among the cases of their force, or the referrals to their organisation. */
export async function found(
  tx: WaymarkTransaction,
  among: 'cases' | 'referrals',
  search: string | null,
): Promise<Found> {
  if (search === null) return { by: 'nothing-asked' };
  const withWords = sql.ref(among === 'cases' ? 'cases_with_words' : 'referrals_with_words');
  const { rows } = await sql<{ ids: string[]; patterns: string[] }>`
    select array(select ${withWords}(sought.words, ${FOUND_BY_WORDS + 1})) as ids, patterns_sought(sought.words) as patterns
    from (select (words_sought(${search}))[:${sql.lit(MOST_WORDS)}] as words) sought
    where sought.words <> '{}'
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) return { by: 'ids', ids: [] };
  return row.ids.length > FOUND_BY_WORDS ? { by: 'patterns', patterns: row.patterns } : { by: 'ids', ids: row.ids };
}

/** How many there are of what was searched for, by what its first row says; null where it says nothing. */
export function countedBy(
  { by }: Found,
  row: { readonly counted: number | null; readonly of_all: number | null } | undefined,
): CappedCount | null {
  if (by === 'nothing-asked') return null;
  if (row === undefined) return by === 'patterns' ? { total: 0, isMore: true } : null;
  const { total, isMore } = cappedCount(row.counted ?? 0);
  return { total, isMore: isMore || (by === 'patterns' && row.of_all === LOOKED_THROUGH) };
}

/** Whether a case of the force has these words: asked of one row after another. */
export function caseHasWords(force: string, patterns: readonly string[]) {
  return sql<boolean>`(
    select words.words like all (${[...patterns]}::text[]) from case_words words
    where words.force = ${force} and words.case_id = progress.case_id
  )`;
}

/** Whether a referral to the organisation has these words: asked of one row after another. */
export function referralHasWords(organisationId: string, patterns: readonly string[]) {
  return sql<boolean>`(
    select words.words like all (${[...patterns]}::text[]) from referral_words words
    where words.organisation_id = ${organisationId} and words.referral_id = referrals.referral_id
  )`;
}
