/**
 * The real data.police.uk files, where they lie beside the project: what the commands say of them, against a plain
 * reading of the same rows by another parser.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { relativeRates } from '../../src/evaluation/index.ts';
import { run } from '../../src/cli/fake-terminal.test-support.ts';
import { plainRows, searchesOf, type Row } from '../interchange/plain-reading.ts';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const searches = `${shared}police-uk-stop-and-search/`;
const crimes = `${shared}police-uk-street/`;

interface SearchAnswer {
  readonly areas: readonly {
    readonly searches: readonly {
      readonly searches: number;
      readonly steps: readonly {
        readonly step: string;
        readonly grouping: string;
        readonly rates: readonly { readonly group: string; readonly count: number; readonly relative: number | null }[];
      }[];
    }[];
  }[];
}

const searchFiles = existsSync(searches)
  ? readdirSync(searches).filter((name) => name.endsWith('.gz') && !name.includes('wales'))
  : [];

describe('The real stop-and-search files', () => {
  test.skipIf(searchFiles.length > 0)('are not beside the project in ../shared/data: skipped', () => {});

  test.each(searchFiles)('%s: groups and outcomes are counted as a plain reading counts them', async (name) => {
    const { counted } = searchesOf(plainRows(`${searches}${name}`));
    const officerSaw = (word: string): number =>
      counted.filter((row) => row['Officer-defined ethnicity'] === word).length;
    const arrests = counted.filter(({ Outcome }) => Outcome === 'Arrest' || Outcome === 'Suspect arrested').length;

    const { printed, fault } = await run('disproportionality', '--records', `${searches}${name}`, '--json');
    expect(fault).toBeNull();
    const all = (JSON.parse(printed) as SearchAnswer).areas[0]?.searches[0];
    const countsOf = (step: string, grouping: string) =>
      all?.steps.find((one) => one.step === step && one.grouping === grouping)?.rates ?? [];
    expect(all?.searches).toBe(counted.length);
    expect(countsOf('searched', 'ethnicity as the officer saw it').map(({ count }) => count)).toEqual(
      ['White', 'Black', 'Asian', 'Mixed', 'Other', ''].map(officerSaw),
    );
    const total = countsOf('arrest of searches', 'ethnicity').reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(arrests);
  });

  test.skipIf(searchFiles.length === 0)('tell of Merseyside what was worked out once by hand', async () => {
    const files = searchFiles.filter((name) => name.includes('merseyside')).map((name) => `${searches}${name}`);
    const { printed } = await run('disproportionality', '--records', ...files);
    // 326 of 21,902 residents against 8,268 of 1,304,797
    expect(printed.replaceAll(/\s+/g, ' ')).toContain('2.35 times as often (95% interval 2.10 to 2.62)');
  });
});

const published = `${shared}home-office-stop-search-rdu/stop-and-search-rdu-2006-07_2018-19.csv.gz`;

describe.skipIf(!existsSync(published))(
  'The table of searches that the Home Office published (where it is not in ../shared/data, this is skipped)',
  () => {
    const numberIn = (text: string | undefined): number => Number((text ?? '').replaceAll(',', '') || 'none');
    const rows = existsSync(published)
      ? parse<Row>(gunzipSync(readFileSync(published)), {
          columns: (names: string[]) => names.map((name) => name.trim()),
          bom: true,
        })
      : [];
    const rowsOf = (force: string) =>
      rows
        .filter((row) => row['Geography'] === force && row['Time'] === '2017/18')
        .map((row) => ({
          group: row['Ethnicity'] ?? '',
          count: numberIn(row['Number of stop and searches']),
          base: numberIn(row['Population by ethnicity']),
          rate: numberIn(row['Rate per 1,000 population by ethnicity']),
        }))
        .filter((row) => ['White', 'Black', 'Asian', 'Mixed'].includes(row.group));

    test.each(['Merseyside', 'South Yorkshire', 'Essex'])(
      'has the same rates for %s as are worked out here',
      (force) => {
        const published = rowsOf(force);
        expect(published.length).toBeGreaterThan(0);
        const rates = relativeRates(published, { denominator: 'population', reference: 'White' });
        for (const [at, { rate }] of rates.entries())
          expect((rate ?? 0) * 1000).toBeCloseTo(published[at]?.rate ?? 0, 1);
      },
    );
  },
);

const streetFiles = existsSync(crimes)
  ? readdirSync(crimes)
      .filter((name) => name.endsWith('drugs-street.csv.gz'))
      .map((name) => `${crimes}${name}`)
  : [];

describe('The real street-crime files', () => {
  test.skipIf(streetFiles.length > 0)('are not beside the project in ../shared/data: skipped', () => {});

  test.skipIf(streetFiles.length === 0)('give the counts by force, month and label that were published', async () => {
    const { printed, fault } = await run('outcomes', 'trend', '--records', ...streetFiles, '--json');
    expect(fault).toBeNull();
    const answer = JSON.parse(printed) as {
      asPublished: { crimes: number; shares: { group: string; count: number }[] }[];
      likeForLike: {
        months: number[];
        forces: unknown[];
        leftOut: { force: string }[];
        together: { crimes: number }[];
      };
      unknownLabels: unknown[];
    };
    const counts = answer.asPublished.map(({ shares }) =>
      ['possession warning', 'local resolution'].map((group) => shares.find((share) => share.group === group)?.count),
    );
    expect(counts).toEqual([
      [7211, 3471],
      [234, 7953],
    ]);
    expect(answer.asPublished.map(({ crimes: all }) => all)).toEqual([43_648, 36_474]);
    expect(answer.unknownLabels).toEqual([]);
    const { likeForLike } = answer;
    expect(likeForLike.months).toEqual([1, 2]);
    expect(likeForLike.forces).toHaveLength(39);
    expect(likeForLike.leftOut.map(({ force }) => force)).toEqual(['btp', 'northern-ireland']);

    const early = plainRows(streetFiles[0] ?? '');
    const plain = early.filter(
      (row) =>
        ['2019-01', '2019-02'].includes(row['Month'] ?? '') &&
        !['btp', 'northern-ireland'].includes(row['force_id'] ?? ''),
    );
    expect(likeForLike.together[0]?.crimes).toBe(plain.length);
  });
});
