import { describe, expect, test } from 'vitest';
import { ConfigFault, configurationPage, readConfig, variables } from './config.ts';

describe('Configuration', () => {
  test('needs no variable at all, and treats an empty one as absent', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: ' ' });
    expect(config).toMatchObject({ port: 3000, host: 'localhost', databaseUrl: null, demonstration: true });
    expect(config.dataFolder).toMatch(/\/data$/);
  });

  test('names every fault at once, with what would be right', () => {
    const environment = {
      PORT: '80 80',
      DATABASE_URL: 'mysql://x',
      SESSION_SECRET: 'short',
      TRUST_PROXY: 'perhaps',
      WAYMARK_DEMONSTRATION_PASSWORD: 'x',
      LOG_LEVEL: 'loud',
    };
    const fault = faultOf(environment);
    expect(fault).toBeInstanceOf(ConfigFault);
    expect(fault.message.split('\n').map((line) => line.split(' ')[0])).toEqual(Object.keys(environment));
    expect(fault.message).toContain('PORT is "80 80"; it must be a whole number from 0 to 65535');
  });

  test('never repeats a secret or an address with a password', () => {
    const { message } = faultOf({ SESSION_SECRET: 'tell-nobody', DATABASE_URL: 'http://a:tell-nobody@b/c' });
    expect(message).not.toContain('tell-nobody');
  });

  test('takes a port from 0 to 65535', () => {
    expect(readConfig({ PORT: '65535' }).port).toBe(65_535);
    expect(() => readConfig({ PORT: '65536' })).toThrow('PORT is "65536"');
    expect(() => readConfig({ PORT: '-1' })).toThrow('PORT');
    expect(() => readConfig({ PORT: '3000x' })).toThrow('PORT');
  });

  test.each<[string, readonly string[]]>([
    ['', []],
    ['127.0.0.1', ['127.0.0.1']],
    [' 10.0.0.0/8 ,fd00::/8, ::1,', ['10.0.0.0/8', 'fd00::/8', '::1']],
    ['203.0.113.7/32', ['203.0.113.7/32']],
  ])('takes a list of trusted proxies: "%s"', (given, expected) => {
    expect(readConfig({ TRUST_PROXY: given }).trustedProxies).toEqual(expected);
  });

  test.each([
    ['yes', 'has "yes"'],
    ['10.0.0.1 10.0.0.2', 'has "10.0.0.1 10.0.0.2"'],
    ['10.0.0.1, proxy.example, 10.0.0.256', 'has "proxy.example", "10.0.0.256"'],
    ['10.0.0.0/33', 'has "10.0.0.0/33"'],
    ['fd00::/129', 'has "fd00::/129"'],
    ['10.0.0.0/8/8', 'has "10.0.0.0/8/8"'],
    ['10.0.0.0/', 'has "10.0.0.0/"'],
    ['0.0.0.0/0', 'has "0.0.0.0/0"'],
    ['::/0', 'has "::/0"'],
    ['fe80::1%eth0', 'has "fe80::1%eth0"'],
    [',', 'names none'],
  ])('refuses what is no list of proxies: %s', (given, which) => {
    expect(faultOf({ TRUST_PROXY: given }).message).toContain(`TRUST_PROXY ${which}; it must be a list of addresses`);
  });

  test('says of every variable in one sentence what it is for', () => {
    for (const { sentence } of Object.values(variables)) expect(sentence).toMatch(/^[A-Z].*\w\)?\.$/);
  });

  test('is written down in docs/configuration.md', async () => {
    await expect(configurationPage()).toMatchFileSnapshot('../docs/configuration.md');
  });
});

function faultOf(environment: Record<string, string>): Error {
  try {
    readConfig(environment);
  } catch (fault) {
    return fault as Error;
  }
  throw new Error('No fault was found');
}
