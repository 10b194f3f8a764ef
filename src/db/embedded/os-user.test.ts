import { describe, expect, test } from 'vitest';
import { databaseUser, isNobody } from './os-user.ts';

const say = (): void => undefined;

describe('The user of the database', () => {
  test('that is not there and cannot be made is told of, with what to do', async () => {
    await expect(databaseUser('not a user', say)).rejects.toThrow(/name it in WAYMARK_DATABASE_USER/);
  });

  test('that is there is taken as it is', async () => {
    expect(await databaseUser('root', say)).toEqual({ name: 'root', uid: 0, gid: 0 });
  });

  test.each([
    [{ name: 'nobody', uid: 99, gid: 99 }, true],
    [{ name: '65534', uid: 65_534, gid: 65_534 }, true],
    [{ name: 'waymark-database', uid: 999, gid: 999 }, false],
    [{ name: 'root', uid: 0, gid: 0 }, false],
  ])('is not whom every program may run as: %j', (user, is) => {
    expect(isNobody(user)).toBe(is);
  });
});
