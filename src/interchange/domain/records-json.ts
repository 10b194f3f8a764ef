import type { ImportFinding } from './finding-ledger.ts';
import type { ImportCount } from './stop-and-search/record-import.ts';
import type { SchemeTally } from './stop-and-search/record-decider.ts';

/** What `waymark decide --records --json` prints. `decided` and the counts in `skipped` add up to `rows`. */
export interface RecordsJson {
  readonly rows: number;
  readonly decided: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** By scheme id; the four verdicts of each add up to `decided`. */
  readonly schemes: Readonly<Record<string, SchemeJson>>;
  readonly findings: readonly ImportFinding[];
}

interface SchemeJson {
  readonly eligible: number;
  readonly ineligible: number;
  readonly needsInformation: number;
  readonly needsDiscretion: number;
  /** For how many records each fact was missing, the most often first. */
  readonly missing: Readonly<Record<string, number>>;
}

/** The answer in the published form. */
export function recordsJson(answer: ImportCount & { readonly schemes: readonly SchemeTally[] }): RecordsJson {
  const { rows, decided, skipped, findings, schemes } = answer;
  return {
    rows,
    decided,
    skipped,
    schemes: Object.fromEntries(schemes.map((tally) => [tally.scheme, schemeJson(tally)])),
    findings,
  };
}

function schemeJson({ verdicts, missing }: SchemeTally): SchemeJson {
  return {
    eligible: verdicts.eligible,
    ineligible: verdicts.ineligible,
    needsInformation: verdicts['needs-information'],
    needsDiscretion: verdicts['needs-discretion'],
    missing: Object.fromEntries(missing),
  };
}
