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
