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
  /** Of every file, each with the file's name. */
  readonly findings: readonly (ImportFinding & { readonly file: string })[];
  /** What was counted in each file; the numbers add up to those above. */
  readonly files: readonly FileJson[];
}

interface FileJson extends Pick<ImportCount, 'rows' | 'decided' | 'skipped' | 'days'> {
  readonly name: string;
}

interface SchemeJson {
  readonly eligible: number;
  readonly ineligible: number;
  readonly needsInformation: number;
  readonly needsDiscretion: number;
  /** For how many records each fact was missing, the most often first. */
  readonly missing: Readonly<Record<string, number>>;
}

interface Decided extends Pick<ImportCount, 'rows' | 'decided' | 'skipped'> {
  readonly findings: RecordsJson['findings'];
  readonly files: readonly (ImportCount & { readonly name: string })[];
  readonly schemes: readonly SchemeTally[];
}

/** The answer in the published form. */
export function recordsJson({ rows, decided, skipped, schemes, findings, files }: Decided): RecordsJson {
  return {
    rows,
    decided,
    skipped,
    schemes: Object.fromEntries(schemes.map((tally) => [tally.scheme, schemeJson(tally)])),
    findings,
    files: files.map((file) => ({
      name: file.name,
      rows: file.rows,
      decided: file.decided,
      skipped: file.skipped,
      days: file.days,
    })),
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
