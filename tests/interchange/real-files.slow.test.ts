/**
 * The real data.police.uk files, where they lie beside the project. What this program makes of them is held against a
 * plain reading of the same rows by another parser, and against decisions made one by one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { londonDayOf } from '../../src/shared/calendar-day.ts';
import { decidePath } from './decide-file.ts';

const folder = fileURLToPath(new URL('../../../shared/data/police-uk-stop-and-search/', import.meta.url));
const isHere = existsSync(folder);
const files = isHere ? readdirSync(folder).filter((name) => /\.csv(\.gz)?$/.test(name)) : [];

type Row = Readonly<Record<string, string>>;

/** All rows of a file, in memory, by csv-parse. */
function plainRows(name: string): Row[] {
  const bytes = readFileSync(join(folder, name));
  return parse<Row>(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

/** What should become of the rows, by the rule in words. */
function expectedOf(rows: readonly Row[]) {
  const persons = rows.filter(({ Type }) => Type !== 'Vehicle search');
  const different = new Map(persons.map((row) => [JSON.stringify(row), row]));
  const days = [...different.values()].map((row) => londonDayOf(new Date(row['Date'] ?? ''))).toSorted();
  const adults = [...different.values()].filter((row) => !['under 10', '10-17'].includes(row['Age range'] ?? ''));
  return {
    rows: rows.length,
    decided: different.size,
    vehicles: rows.length - persons.length,
    duplicates: persons.length - different.size,
    days: { first: days[0], last: days.at(-1) },
    adultsOrNotKnown: adults.length,
  };
}

describe('The real stop-and-search files', () => {
  test.skipIf(!isHere)('are there (where ../shared/data/police-uk-stop-and-search is not, this is skipped)', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s: every row is counted as a plain reading counts it', async (name) => {
    const expected = expectedOf(plainRows(name));
    const answer = await decidePath(join(folder, name), { force: 'durham' });
    if (!answer.ok) throw new Error(answer.refusal.problem);
    const { rows, decided, skipped, days, schemes, findings } = answer.value;
    expect({ rows, decided, days }).toEqual({ rows: expected.rows, decided: expected.decided, days: expected.days });
    expect(skipped['vehicle-only'] ?? 0).toBe(expected.vehicles);
    expect(skipped.duplicate ?? 0).toBe(expected.duplicates);
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
