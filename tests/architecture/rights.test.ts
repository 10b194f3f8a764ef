import { describe, expect, test } from 'vitest';
import { roleComparisons } from './role-comparisons.ts';
import { sourceFiles, textOf } from './source-tree.ts';

/** What each right is for is decided where somebody asks for it: a right that nobody asks for promises something. */
const RIGHTS_TABLE = 'src/access/domain/rights.ts';

describe('Code asks for a right', () => {
  test('and never decides by a role, outside the room that says who has which', () => {
    const files = sourceFiles().filter((file) => !file.startsWith('src/access/'));
    expect(files.flatMap((file) => roleComparisons(file, textOf(file)))).toEqual([]);
  });

  test.each([
    "if (actor.role === 'officer') go()",
    "if ('officer' !== role) go()",
    "if (visitor?.role == 'board') go()",
    "const may = actor['role'] === 'officer'",
    "const is = proposerRole === 'coordinator'",
    "const may = ['officer', 'supervisor'].includes(actor.role)",
    'const may = OFFICERS.has(role)',
    'const lists = caseLists[actor.role]',
    "switch (actor.role) { case 'officer': go() }",
    "tx.selectFrom('memberships').where('memberships.role', '=', 'evaluator')",
  ])('so that %s does not pass', (code) => {
    expect(roleComparisons('src/cases/x.ts', code)).toHaveLength(1);
  });

  test('and the role of a finding is another thing, where there are findings', () => {
    const code = "findings.find(({ role }) => role === 'primary')";
    expect(roleComparisons('src/evaluation/designs/x.ts', code)).toEqual([]);
    expect(roleComparisons('src/evaluation/pages/x.ts', code)).toHaveLength(1);
    expect(roleComparisons('src/evaluation/report/x.ts', "role === 'evaluator'")).toHaveLength(1);
  });

  test('but may show a role and write it down', () => {
    expect(roleComparisons('src/cases/x.ts', 'const by = { role: actor.role }; show(`as ${role}`);')).toEqual([]);
  });

  test('for every right that the table holds', () => {
    const others = sourceFiles().filter((file) => file !== RIGHTS_TABLE && !file.endsWith('rights.sql'));
    const text = others.map(textOf).join('\n');
    const rights = Array.from(textOf(RIGHTS_TABLE).matchAll(/^ {2}'([a-z-]+)': +\{/gm), ([, right]) => right);
    expect(rights.length).toBeGreaterThan(30);
    const inSqlAlone = ['oversee-work', 'see-colleagues'];
    expect(rights.filter((right) => !text.includes(`'${right}'`) && !inSqlAlone.includes(right ?? ''))).toEqual([]);
  });
});
