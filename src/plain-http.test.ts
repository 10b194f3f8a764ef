import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { allowsPlainHttp, plainHttpNotice } from './plain-http.ts';

const about = (environment: Record<string, string>) => readConfig(environment);

describe('Cookies cross over plain http', () => {
  test.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ HOST: '127.0.0.1' }, true],
    [{ HOST: '127.8.8.8' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '10.0.0.4' }, false],
    [{ HOST: '127.example' }, false],
    [{ HOST: 'waymark.force.example' }, false],
    [{ HOST: '127.0.0.1', TRUST_PROXY: '127.0.0.1' }, false],
    [{ HOST: '0.0.0.0', WAYMARK_PLAIN_HTTP: 'yes' }, true],
    [{ WAYMARK_PLAIN_HTTP: 'no' }, false],
  ])('with %j: %s', (environment, allowed) => {
    expect(allowsPlainHttp(about(environment))).toBe(allowed);
  });
});

describe('Those who start it are told', () => {
  test.each<[Record<string, string>, string | null]>([
    [{}, null],
    [{ HOST: '127.0.0.1', TRUST_PROXY: '127.0.0.1' }, null],
    [{ HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.1' }, null],
    [{ HOST: '0.0.0.0' }, 'nobody can sign in over plain http'],
    [{ HOST: '0.0.0.0', WAYMARK_PLAIN_HTTP: 'yes' }, 'cross the network where anybody on the way can read them'],
    [{ HOST: '::', WAYMARK_PLAIN_HTTP: 'yes', TRUST_PROXY: '::1' }, 'cross the network'],
  ])('with %j: %s', (environment, words) => {
    const notice = plainHttpNotice(about(environment));
    if (words === null) expect(notice).toBeNull();
    else expect(notice).toContain(words);
  });
});
