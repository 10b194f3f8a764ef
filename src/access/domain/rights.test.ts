import { describe, expect, test } from 'vitest';
import { may } from './may.ts';
import { rightsOf } from './rights-of.ts';
import { rights, type Right } from './rights.ts';
import { roleFits, roles, rolesIn } from './roles.ts';

const all = Object.keys(rights) as Right[];

describe('The table of rights', () => {
  test.each(all)('says of %s who has it, and whom to ask instead', (right) => {
    const { roles: holders, refusedBecause } = rights[right];
    expect(holders.length).toBeGreaterThan(0);
    expect(new Set(holders).size).toBe(holders.length);
    expect(holders.filter((role) => !roles.includes(role))).toEqual([]);
    expect(refusedBecause).toMatch(/^[A-Z].*\bAsk .*\.$/);
  });

  test('names rights as verbs in kebab-case', () => {
    expect(all.filter((right) => !/^[a-z]+(-[a-z]+)+$/.test(right))).toEqual([]);
  });
});

describe('A role', () => {
  test('has the rights of the table and no others', () => {
    for (const role of roles) {
      const listed = all.filter((right) => rights[right].roles.includes(role));
      expect([...rightsOf(role)]).toEqual(listed);
      expect(listed.length).toBeGreaterThan(0);
    }
  });

  test.each(['', 'inspector', 'Officer', 'toString', '__proto__'])('that is not listed has no right: "%s"', (role) => {
    expect(rightsOf(role)).toEqual(new Set());
  });

  test('with a few rights has exactly these', () => {
    const few: Right[] = ['see-cases', 'see-colleagues'];
    const table = Object.fromEntries(
      all.map((right) => [right, few.includes(right) ? { ...rights[right], roles: ['board'] } : rights[right]]),
    ) as typeof rights;
    const actor = { rights: rightsOf('board', table) };
    expect(all.filter((right) => may(actor, right))).toEqual(['see-cases', 'see-shared-evaluations', 'see-colleagues']);
  });

  test('that sees cases sees no evaluations and reads no audit, and nobody has both sides of a case', () => {
    for (const role of roles) {
      const sides = ['see-cases', 'see-referrals', 'see-evaluations', 'see-shared-evaluations', 'read-audit'] as const;
      expect(sides.filter((right) => rightsOf(role).has(right))).toHaveLength(1);
    }
    expect(rightsOf('supervisor').has('see-treatment-records')).toBe(false);
  });

  test('belongs to organisations of one kind', () => {
    for (const role of roles) {
      expect(Object.entries(rolesIn).filter(([, there]) => there.includes(role))).toHaveLength(1);
    }
    expect(roleFits('officer', 'police')).toBe(true);
    expect(roleFits('officer', 'provider')).toBe(false);
  });
});
