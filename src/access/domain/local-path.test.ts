import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('Signing in leads back to a page of this program', () => {
  expect(localPath('/cases/1?page=2#notes')).toBe('/cases/1?page=2#notes');
});

test.each(['', 'cases', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a\nb', '/a b'])(
  'and never to %j',
  (asked) => {
    expect(localPath(asked)).toBe('/');
  },
);
