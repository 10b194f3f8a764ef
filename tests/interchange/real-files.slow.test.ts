/**
 * The real data.police.uk files, where they lie beside the project. What this program makes of them is held against a
 * plain reading of the same rows by another parser, and against decisions made one by one.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decidePath } from './decide-file.ts';
import { expectedOf, plainRows } from './plain-reading.ts';

const folder = fileURLToPath(new URL('../../../shared/data/police-uk-stop-and-search/', import.meta.url));
const isHere = existsSync(folder);
const files = isHere ? readdirSync(folder).filter((name) => /\.csv(\.gz)?$/.test(name)) : [];

describe('The real stop-and-search files', () => {
  test.skipIf(!isHere)('are there (where ../shared/data/police-uk-stop-and-search is not, this is skipped)', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s: every row is counted as a plain reading counts it', async (name) => {
    const expected = expectedOf(plainRows(join(folder, name)));
    const answer = await decidePath(join(folder, name), { force: 'durham' });
    if (!answer.ok) throw new Error(answer.refusal.problem);
    const { rows, decided, skipped, days, schemes, findings } = answer.value;
    expect({ rows, decided, days }).toEqual({ rows: expected.rows, decided: expected.decided, days: expected.days });
    expect(skipped['vehicle-only'] ?? 0).toBe(expected.vehicles);
    expect(skipped.duplicate ?? 0).toBe(expected.duplicates);
    expect(findings.find(({ code }) => code === 'copies-not-told')?.count ?? 0).toBe(expected.alike);
    expect(findings.filter(({ code }) => code.endsWith('-not-recognised'))).toEqual([]);
    for (const { verdicts } of schemes) {
      expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(decided);
    }
    // Checkpoint takes nobody under 18: those whose age is a child's are out, for that reason at least.
    const { verdicts } = schemes[0]!;
    expect(verdicts.ineligible).toBeGreaterThanOrEqual(decided - expected.adultsOrNotKnown);
  });
});

const street = fileURLToPath(new URL('../../../shared/data/police-uk-street/', import.meta.url));
const streetFiles = existsSync(street) ? readdirSync(street).filter((name) => name.endsWith('street.csv.gz')) : [];

describe('The real street-crime files', () => {
  test.skipIf(!existsSync(street))('are there (where ../shared/data/police-uk-street is not, this is skipped)', () => {
    expect(streetFiles.length).toBeGreaterThan(0);
  });

  test.each(streetFiles)('%s is refused for what it is', async (name) => {
    expect(await decidePath(join(street, name))).toMatchObject({ ok: false, refusal: { code: 'street-crime-file' } });
  });
});
