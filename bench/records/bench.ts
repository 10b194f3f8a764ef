import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { FileRefusal, RecordFile, RowBlock } from '../../src/interchange/index.ts';
import { ratesOf, type Bench, type Contender, type Figure } from '../figure.ts';
import { decideFile, loadSetting, openFile, type Setting } from './decide-file.ts';
import { largestFile, REAL_FILES } from './largest-file.ts';

/** A column of the format, by which copies are told, that the file leaves blank. */
const MADE_DIFFERENT = 'Policing operation';
const ROUNDS = 7;
/** Each contender reads the file as often in a round: one reading is short. */
const READINGS = 3;
const TIMES_LARGER = 10;
/** As bin/waymark.mjs starts it. */
const AS_THE_COMMAND_RUNS = '--max-semi-space-size=4';
const SKIPPED = `Skipped: there are no real stop-and-search files in ${REAL_FILES}`;

/** Records decided a second on one core against the whole catalogue, on the largest real file; and the memory it takes. */
export const bench: Bench = async (say) => {
  const path = await largestFile();
  if (path === null) return { figures: [], notes: [SKIPPED] };
  const setting = await loadSetting();
  const { rows, decided } = await decideFile(path, setting);
  const rates = await measureRates(path, { setting, rows, decided }, say);
  say('measuring memory');
  const memory = await measureMemory(path, decided);
  return {
    figures: [...rates, ...memory],
    notes: [
      `${basename(path)}: ${rows.toLocaleString('en-GB')} rows, ${decided.toLocaleString('en-GB')} of them decided against ${setting.schemes.length} schemes; one core, median of ${ROUNDS} rounds, contenders in turn.`,
      'with-parsing: from the compressed file to the counts. without-parsing: the same from rows already split, in memory; the mapping to facts, the search for duplicates and the decisions are in both.',
      'parsing: unpacking and splitting the file alone. csv-parse: the same by csv-parse as it comes. Both give the same number of rows.',
      `memory: the peak of a process that decides the file, and the file ${TIMES_LARGER} times over with every row made different.`,
    ],
  };
};

interface Measured {
  readonly setting: Setting;
  readonly rows: number;
  readonly decided: number;
}

async function measureRates(
  path: string,
  { setting, rows, decided }: Measured,
  say: (line: string) => void,
): Promise<Figure[]> {
  const inMemory = await readIntoMemory(path);
  const expectRows = (found: number): void => {
    if (found !== rows) throw new Error(`read ${found} rows of ${rows}`);
  };
  const contender = (name: string, count: number, read: () => Promise<number>): Contender => ({
    name,
    count: count * READINGS,
    run: async () => {
      for (let reading = 0; reading < READINGS; reading += 1) expectRows(await read());
    },
  });
  const rates = await ratesOf(
    [
      contender('with-parsing', decided, async () => (await decideFile(path, setting)).rows),
      contender('without-parsing', decided, async () => (await decideFile(inMemory(), setting)).rows),
      contender('parsing', rows, async () => countRows(path)),
      contender('csv-parse', rows, async () => countRowsByCsvParse(path)),
    ],
    ROUNDS,
    say,
  );
  const unit = (name: string): string => (name.endsWith('-parsing') ? 'records/s' : 'rows/s');
  return [...rates].map(([name, value]) => ({ name, value, unit: unit(name) }));
}

/** The file's rows, split, as often as they are wanted. */
async function readIntoMemory(path: string): Promise<() => RecordFile> {
  const file = await openFile(path);
  const blocks: (RowBlock | FileRefusal)[] = [];
  for await (const part of file.blocks) blocks.push(part);
  return () => ({
    ...file,
    blocks: (async function* () {
      yield* blocks;
    })(),
  });
}

async function countRows(path: string): Promise<number> {
  let rows = -1;
  for await (const part of (await openFile(path)).blocks) if ('rows' in part) rows += part.rows.length;
  return rows;
}

async function countRowsByCsvParse(path: string): Promise<number> {
  let rows = -1;
  const source = createReadStream(path);
  const content = path.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  for await (const row of content.pipe(parse())) rows += Number(row !== null);
  return rows;
}

async function measureMemory(path: string, decided: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const larger = join(folder, 'larger.csv.gz');
    await repeatFile(path, larger);
    const once = await peakMemory(path);
    const manyTimes = await peakMemory(larger);
    if (manyTimes.decided !== decided * TIMES_LARGER) throw new Error('the larger file lost rows');
    return [
      { name: 'memory-once', value: once.bytes / 1e6, unit: 'MB' },
      { name: 'memory-10-times', value: manyTimes.bytes / 1e6, unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes the file's rows several times over, each time of a police operation of its own, so that none are copies. */
async function repeatFile(path: string, larger: string): Promise<void> {
  let place = -1;
  async function* lines(): AsyncGenerator<string> {
    for (let time = 1; time <= TIMES_LARGER; time += 1) {
      let isHeader = true;
      for await (const part of (await openFile(path)).blocks) {
        if (!('rows' in part)) continue;
        for (const row of part.rows) {
          const at = isHeader ? row.indexOf(MADE_DIFFERENT) : place;
          if (isHeader) place = at;
          if (!isHeader || time === 1)
            yield `${row.map((field, index) => (!isHeader && index === at ? `${time}` : field)).join(',')}\n`;
          isHeader = false;
        }
      }
    }
  }
  await pipeline(Readable.from(lines()), createGzip({ level: 1 }), createWriteStream(larger));
}

async function peakMemory(path: string): Promise<{ bytes: number; decided: number }> {
  const script = join(import.meta.dirname, 'decide-file.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [AS_THE_COMMAND_RUNS, script, path]);
  return JSON.parse(stdout) as { bytes: number; decided: number };
}
