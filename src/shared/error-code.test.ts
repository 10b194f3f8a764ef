import { describe, expect, test } from 'vitest';
import { errorCode } from './error-code.ts';
import { errorMessage } from './error-message.ts';

describe('What was thrown', () => {
  test.each([
    ['an error with a code', Object.assign(new Error('no such file'), { code: 'ENOENT' }), 'ENOENT', 'no such file'],
    ['an error without one', new Error('gone'), null, 'gone'],
    ['an error with a number for a code', Object.assign(new Error('gone'), { code: 7 }), null, 'gone'],
    ['an object that is no error', { code: 'ENOENT' }, null, '[object Object]'],
    ['a text', 'gone', null, 'gone'],
    ['nothing', undefined, null, 'undefined'],
  ])('is %s, with its code and its words', (_what, thrown, code, message) => {
    expect([errorCode(thrown), errorMessage(thrown)]).toEqual([code, message]);
  });
});
