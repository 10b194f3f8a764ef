import { ok, refuse, type Result } from '../../../shared/result.ts';
import { count, sentence, type Sentence } from '../../domain/disclosure/sentence.ts';
import { rowsAt, type ComparedRows } from './compared-rows.ts';

export interface WithinStrata {
  readonly rows: ComparedRows;
  readonly notes: readonly Sentence[];
}

/**
 * The rows that have somebody beside them in their stratum. Whoever is alone in one is met exactly by its own effect, so
 * that HC3 would divide nothing by nothing; they say nothing of a difference within strata, and are left out with a note.
 * Refuses where nobody is left.
 */
export function withoutLoneStrata(rows: ComparedRows): Result<WithinStrata, Sentence> {
  const { stratum } = rows;
  if (stratum === null) return ok({ rows, notes: [] });
  const sizes = new Map<number, number>();
  for (const code of stratum) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const kept = [...stratum.keys()].filter((row) => sizes.get(stratum[row] ?? -1) !== 1);
  const alone = stratum.length - kept.length;
  if (alone === 0) return ok({ rows, notes: [] });
  if (kept.length === 0) {
    return refuse(sentence`Everybody is a stratum of their own, so there is nobody to compare within one.`);
  }
  const note = sentence`${count(alone)} are alone in their stratum, and say nothing of a difference within one: they are left out of the estimate`;
  return ok({ rows: withCompactStrata(rowsAt(rows, kept)), notes: [note] });
}

/** Strata numbered without gaps, so that none is a column of nothing. */
function withCompactStrata(rows: ComparedRows): ComparedRows {
  const numbers = new Map<number, number>();
  const stratum = rows.stratum?.map((code) => {
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  });
  return { ...rows, stratum: stratum === undefined || numbers.size < 2 ? null : stratum };
}
