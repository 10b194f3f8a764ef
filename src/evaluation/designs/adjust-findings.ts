import { benjaminiHochberg, holm } from '../../statistics/index.ts';
import type { SubgroupTest } from './design-result.ts';
import type { Finding } from './finding.ts';

type Multiplicity = 'holm' | 'benjamini-hochberg';

/**
 * Adjusts the p values of the secondary outcomes for each other, and those of the subgroup tests for each other. The
 * primary outcome is one test and is left as it is; sensitivity analyses test nothing new.
 */
export function adjustFindings(findings: readonly Finding[], by: Multiplicity): readonly Finding[] {
  const adjusted = adjustedPs(
    findings.map((finding) => (finding.role === 'secondary' ? (finding.estimate?.p ?? null) : null)),
    by,
  );
  return findings.map((finding, at) => ({ ...finding, adjustedP: adjusted[at] ?? null }));
}

/** The same of the tests whether subgroups differ. */
export function adjustTests(tests: readonly SubgroupTest[], by: Multiplicity): readonly SubgroupTest[] {
  const adjusted = adjustedPs(
    tests.map(({ p }) => p),
    by,
  );
  return tests.map((test, at) => ({ ...test, adjustedP: adjusted[at] ?? null }));
}

function adjustedPs(ps: readonly (number | null)[], by: Multiplicity): (number | null)[] {
  const known = ps.flatMap((p, at) => (p === null || Number.isNaN(p) ? [] : [{ p, at }]));
  const method = by === 'holm' ? holm : benjaminiHochberg;
  const result = method(known.map(({ p }) => p));
  const adjusted = new Array<number | null>(ps.length).fill(null);
  if (result.ok) for (const [order, { at }] of known.entries()) adjusted[at] = result.value[order] ?? null;
  return adjusted;
}
