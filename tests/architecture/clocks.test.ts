import { expect, test } from 'vitest';
import { sourceFiles, textOf } from './source-tree.ts';

/** Where the clock of the machine is read, and why it may be. */
const READ_HERE: Readonly<Record<string, string>> = {
  'src/compose.ts': 'until the database, whose clock counts, is open',
  'src/db/database-clock.ts': 'to compare it with the clock of the database',
  'src/db/embedded/cluster.ts': 'against the times of files, which are of the same clock',
  'src/db/embedded/made-here.ts': 'for whoever reads the file',
  'src/cli/': 'commands are given a day, or take that of the machine that they are run on',
};

test('Nothing waits or counts by the clock of the machine, which may be set while the program runs', () => {
  const reading = sourceFiles().filter((file) => /\bDate\.now\(\)|new Date\(\)/.test(textOf(file)));
  expect(reading.filter((file) => !Object.keys(READ_HERE).some((place) => file.startsWith(place)))).toEqual([]);
  for (const place of Object.keys(READ_HERE))
    expect([place, reading.some((file) => file.startsWith(place))]).toEqual([place, true]);
});
