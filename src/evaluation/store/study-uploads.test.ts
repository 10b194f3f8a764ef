import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { studyUploadsIn } from './study-uploads.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('The files of a study', () => {
  test('are readable by the program’s own login alone, and gone when they are removed', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'waymark-uploads-')), 'uploads');
    const uploads = studyUploadsIn(folder);
    await uploads.removeAll();
    expect(modeOf(folder)).toBe(0o700);
    await uploads.keep('one', 'cohort.csv', Readable.from(['person,', 'index_event\n']));
    await uploads.keep('two', 'cohort.csv', Readable.from(['x']));
    const file = join(uploads.folderOf('one'), 'cohort.csv');
    expect(readFileSync(file, 'utf8')).toBe('person,index_event\n');
    expect([modeOf(file), modeOf(uploads.folderOf('one'))]).toEqual([0o600, 0o700]);
    await uploads.remove('one');
    expect(existsSync(uploads.folderOf('one'))).toBe(false);
    await uploads.removeAll();
    expect(existsSync(uploads.folderOf('two'))).toBe(false);
  });
});
