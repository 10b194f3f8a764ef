import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { callerAddress, networkOf, trustIn } from './caller-address.ts';

interface Asked {
  readonly proxies?: readonly string[];
  /** The other end of the connection. */
  readonly from: string;
  readonly forwardedFor?: string | string[];
  readonly proto?: string;
}

async function seen({ proxies = [], from, forwardedFor, proto }: Asked): Promise<readonly string[]> {
  const server = fastify({ trustProxy: trustIn(proxies) });
  server.get('/', (request) => [callerAddress(request), request.protocol]);
  const answer = await server.inject({
    url: '/',
    remoteAddress: from,
    headers: {
      ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }),
      ...(proto !== undefined && { 'x-forwarded-proto': proto }),
    },
  });
  return answer.json();
}
const caller = async (asked: Asked): Promise<string | undefined> => (await seen(asked))[0];

describe('Whoever asks, where X-Forwarded-For is sent by somebody who is no trusted proxy', () => {
  test.each<[string, Asked]>([
    ['and none is trusted', { from: '203.0.113.9', forwardedFor: '192.0.2.1' }],
    ['and another is trusted', { proxies: ['10.0.0.1'], from: '203.0.113.9', forwardedFor: '192.0.2.1' }],
    ['and claims to be one', { proxies: ['10.0.0.1'], from: '203.0.113.9', forwardedFor: '192.0.2.1, 10.0.0.1' }],
    ['just outside of the range', { proxies: ['203.0.113.0/29'], from: '203.0.113.9', forwardedFor: '192.0.2.1' }],
  ])('%s, is at the other end of the connection', async (_, asked) => {
    expect(await caller(asked)).toBe('203.0.113.9');
  });

  test('over IPv6 too, and its protocol is not believed either', async () => {
    const asked = { proxies: ['2001:db8:1::/48'], from: '2001:db8:2::9', forwardedFor: '192.0.2.1', proto: 'https' };
    expect(await seen(asked)).toEqual(['2001:db8:2::9', 'http']);
  });
});

describe('Whoever asks, behind trusted proxies', () => {
  test.each<[string, Asked, string]>([
    ['is what the proxy saw', { from: '10.0.0.1', forwardedFor: '198.51.100.7' }, '198.51.100.7'],
    [
      'is what it saw, not what that one claimed',
      { from: '10.0.0.1', forwardedFor: '192.0.2.1, 198.51.100.7' },
      '198.51.100.7',
    ],
    [
      'is what the outer of two saw',
      { from: '10.0.0.1', forwardedFor: '192.0.2.1, 198.51.100.7, 10.9.9.9' },
      '198.51.100.7',
    ],
    [
      'is what the last trusted one saw',
      { from: '10.0.0.1', forwardedFor: '10.0.0.2, 198.51.100.7, 10.0.0.3' },
      '198.51.100.7',
    ],
    [
      'is the same over headers that are sent twice',
      { from: '10.0.0.1', forwardedFor: ['192.0.2.1', '198.51.100.7'] },
      '198.51.100.7',
    ],
    ['is an address of IPv6', { from: 'fd00::1', forwardedFor: '192.0.2.1, 2001:db8::7, fd00::2' }, '2001:db8::7'],
    [
      'is seen by a proxy that is written as one of IPv6',
      { from: '::ffff:10.0.0.1', forwardedFor: '198.51.100.7' },
      '198.51.100.7',
    ],
    [
      'is seen by one that is forwarded so',
      { from: '10.0.0.1', forwardedFor: '198.51.100.7, ::ffff:10.0.0.4' },
      '198.51.100.7',
    ],
    ['has no port of its own', { from: '10.0.0.1', forwardedFor: '198.51.100.7:50123' }, '198.51.100.7'],
    ['has no port of its own over IPv6', { from: 'fd00::1', forwardedFor: '[2001:db8::7]:50123' }, '2001:db8::7'],
    ['is the proxy where it names nobody', { from: '10.0.0.1' }, '10.0.0.1'],
    ['is the proxy where it names what is no address', { from: '10.0.0.1', forwardedFor: 'unknown' }, '10.0.0.1'],
    ['is the outermost where all are trusted', { from: '10.0.0.1', forwardedFor: '10.1.2.3, 10.0.0.2' }, '10.1.2.3'],
  ])('%s', async (_, asked, expected) => {
    expect(await caller({ proxies: ['10.0.0.0/8', 'fd00::/64'], ...asked })).toBe(expected);
  });

  test('came by https where the proxy says so', async () => {
    const asked = { proxies: ['10.0.0.1'], from: '10.0.0.1', forwardedFor: '198.51.100.7', proto: 'https' };
    expect(await seen(asked)).toEqual(['198.51.100.7', 'https']);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::ffff:c000:201', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s is counted under %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
