import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, sourceFiles, textOf } from './source-tree.ts';

const SAYS_NOTHING = /(^|[-./])(utils?|helpers?|common|misc|manager|base|processor)([-./]|$)/;
/** A service is something that a provider offers: a use-case or a command may be about one (verb, noun). */
const IS_A_SERVICE = /-service\.(?<!(use-cases|commands)\/.*)/;
const saysNothing = (file: string): boolean => SAYS_NOTHING.test(file) || IS_A_SERVICE.test(file);
const SHARED = new Set([
  'add-months',
  'calendar-day',
  'calendar-day-schema',
  'canonical-json',
  'deep-readonly',
  'error-code',
  'error-message',
  'fault-for-the-log',
  'ids',
  'instant',
  'instant-schema',
  'london-instants',
  'missing-word',
  'money',
  'nearest-word',
  'not-available',
  'rate',
  'result',
  'seeded-random',
  'tables',
]);

const ownCode = projectFiles().filter((file) => /^(src|tests|bench|scripts|bin)\/.*\.(ts|mjs|js)$/.test(file));

describe('a file', () => {
  test('is named for its one export, not for being of use', () => {
    expect(ownCode.filter(saysNothing)).toEqual([]);
  });

  test.each([
    'src/a/utils.ts',
    'src/helpers/a.ts',
    'src/a/date-utils.ts',
    'src/a/case-manager.ts',
    'src/a/case-service.ts',
  ])('could not be called %s', (file) => expect(saysNothing(file)).toBe(true));

  test('is in kebab-case', () => {
    expect(
      ownCode.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|mjs|js)$/.test(basename(file))),
    ).toEqual([]);
  });

  test('of src/shared is one of a closed list', () => {
    const inShared = sourceFiles().filter((file) => file.startsWith('src/shared/'));
    expect(inShared.filter((file) => !SHARED.has(basename(file, '.ts')))).toEqual([]);
  });
});

describe('a room', () => {
  test('that others use has an index.ts, whose first words say what the room is for', () => {
    const rooms = new Set(sourceFiles().flatMap((file) => /^src\/(web\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? []));
    rooms.delete('shared');
    rooms.delete('cli');
    const faults = [...rooms].flatMap((room) => {
      const index = `src/${room}/index.ts`;
      if (!sourceFiles().includes(index)) return [`${index} is missing`];
      return textOf(index).trimStart().startsWith('/**') ? [] : [`${index} does not begin with a docstring`];
    });
    expect(faults).toEqual([]);
  });
});
