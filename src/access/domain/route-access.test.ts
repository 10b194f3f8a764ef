import { describe, expect, test } from 'vitest';
import { accessRefusal } from './route-access.ts';
import { rights, type Right } from './rights.ts';

const withRights = (...held: readonly Right[]) => ({ rights: new Set(held) });
const SIGN_IN = { code: 'sign-in-first' };

describe('A route', () => {
  test('that is open is for everybody', () => {
    expect(accessRefusal('open', null)).toBeNull();
    expect(accessRefusal('open', withRights())).toBeNull();
  });

  test('for those who are signed in asks for no right', () => {
    expect(accessRefusal('signed-in', null)).toEqual(SIGN_IN);
    expect(accessRefusal('signed-in', withRights())).toBeNull();
  });

  test('for a right is for those who have it, and tells the others why not', () => {
    expect(accessRefusal('see-cases', null)).toEqual(SIGN_IN);
    expect(accessRefusal('see-cases', withRights('see-cases'))).toBeNull();
    expect(accessRefusal('see-cases', withRights('see-evaluations'))).toEqual({
      code: 'no-right',
      says: rights['see-cases'].refusedBecause,
    });
  });

  test('for one of several rights is for those who have any of them', () => {
    const either = ['see-cases', 'see-referrals'] as const;
    expect(accessRefusal(either, withRights('see-cases'))).toBeNull();
    expect(accessRefusal(either, withRights('see-referrals'))).toBeNull();
    expect(accessRefusal(either, withRights('run-evaluations'))).toMatchObject({ code: 'no-right' });
    expect(accessRefusal(either, null)).toEqual(SIGN_IN);
  });
});
