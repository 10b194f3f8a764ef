import { ok, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** A chi-squared statistic, its degrees of freedom, and how likely a larger one is by chance. */
export interface ChiSquaredTest {
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Pearson's chi-squared test that the rows of a table of counts have the same distribution over its columns:
 * Σ (observed − expected)² / expected, expected = row total × column total / total.
 *
 * Source: Pearson (1900). `continuity` takes up to ½ off each difference of a table of two by two (Yates 1934), as R's
 * chisq.test does by default; here the default is not to. Refuses a row or column that is empty throughout.
 */
export function chiSquaredTest(
  table: readonly (readonly number[])[],
  { continuity = false }: { readonly continuity?: boolean } = {},
): Result<ChiSquaredTest, StatisticsRefusal> {
  const width = table[0]?.length ?? 0;
  if (table.length < 2 || width < 2) return refuseFor('no-comparison', 'A table needs two rows and two columns.');
  if (table.some((row) => row.length !== width)) {
    return refuseFor('unequal-lengths', 'The rows of the table are not of one length.');
  }
  if (table.flat().some((count) => !(count >= 0 && Number.isFinite(count)))) {
    return refuseFor('not-a-number', 'A cell of the table is no count.');
  }
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table[0]!.map((_, at) => table.reduce((sum, row) => sum + row[at]!, 0));
  if ([...rows, ...columns].includes(0)) {
    return refuseFor('empty-cell', 'A row or a column of the table is empty throughout; leave it out.');
  }
  const total = rows.reduce((sum, count) => sum + count, 0);
  const expected = (row: number, column: number) => (rows[row]! * columns[column]!) / total;
  const yates = continuity && table.length === 2 && width === 2;
  const off = yates ? Math.min(0.5, Math.abs(table[0]![0]! - expected(0, 0))) : 0;
  let statistic = 0;
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const mean = expected(row, column);
      statistic += (Math.abs(count - mean) - off) ** 2 / mean;
    }
  }
  const df = (table.length - 1) * (width - 1);
  return ok({ chiSquared: statistic, df, p: chiSquared(df).upper(statistic) });
}
