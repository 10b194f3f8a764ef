import type { ComparedRows } from './compared-rows.ts';

interface Side {
  readonly n: number;
  readonly events: number;
}

/** Rows of so many people on either side, so many of whom had the outcome; nothing is allowed for. */
export function rowsOfCounts(withScheme: Side, without: Side): ComparedRows {
  const n = withScheme.n + without.n;
  const treated = Uint8Array.from({ length: n }, (_, row) => Number(row < withScheme.n));
  const value = Float64Array.from(treated, (arm, row) =>
    Number(arm === 1 ? row < withScheme.events : row - withScheme.n < without.events),
  );
  return { treated, value, days: new Float64Array(n).fill(100), covariates: [], stratum: null, cluster: null };
}
