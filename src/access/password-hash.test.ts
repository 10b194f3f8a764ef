import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './password-hash.ts';

describe('A password', () => {
  test('is kept as an argon2id hash with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
  });

  test('is recognised, and no other is', async () => {
    const hash = await hashPassword('correct horse é');
    expect(await isPassword('correct horse é', hash)).toBe(true);
    expect(await isPassword('correct horse e\u0301', hash)).toBe(true);
    expect(await isPassword('correct horse', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  test('is recognised in a hash that another program made', async () => {
    // The test vector of the reference implementation: argon2id, m=65536, t=2, p=1, "password", "somesalt".
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await isPassword('password', hash)).toBe(true);
  });

  test('of nobody is never right, and takes about as long to refuse', async () => {
    const hash = await hashPassword('correct horse');
    const forSomebody = await workOf(() => isPassword('wrong', hash));
    const forNobody = await workOf(() => isPassword('wrong', null));
    expect(await isPassword('', null)).toBe(false);
    expect(forNobody).toBeGreaterThan(forSomebody / 5);
  });

  test('hash that is none is a fault, not a refusal', async () => {
    await expect(isPassword('x', 'plain text')).rejects.toThrow('not an argon2id PHC string');
  });
});

/** The processor's time, which another program on the machine does not lengthen. */
async function workOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
