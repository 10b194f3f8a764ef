import { expect, test } from 'vitest';
import { withTestDatabase } from '../database/with-test-database.ts';

/** What a policy asks of whoever is acting: their right, force, organisation or account. */
const ASKED = /\bacting_\w+\((?:'[\w-]+'(?:::text)?)?\)/g;

interface Policy {
  readonly table: string;
  readonly command: string;
  readonly policy: string;
  readonly asks: string;
}

withTestDatabase((database) => {
  /**
   * Every way in which the application reads or writes a row, and what that way asks for. The list is kept as a file, so
   * that a right which a policy no longer asks for is a line of a difference that somebody reads; tables-by-role.txt alone
   * would not show it, where all who have the rows have the right.
   */
  test('Every policy of the application asks for what rights-of-policies.txt says', async () => {
    const { rows } = await database.asOwner((owner) =>
      owner.query<Policy>(`
        select polrelid::regclass::text as "table", polname as policy,
          case polcmd when 'r' then 'read' when 'a' then 'add' when 'w' then 'change' when 'd' then 'remove' else 'all' end
            as command,
          concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as asks
        from pg_policy where 'waymark_app' = any (select rolname from pg_roles where oid = any (polroles))
        order by 1, 3, 2`),
    );
    const lines = rows.map(({ table, command, policy, asks }) => {
      const asked = [...new Set(asks.match(ASKED) ?? [])].map((one) => one.replace('::text', '')).toSorted();
      return `${table.padEnd(24)} ${command.padEnd(7)} ${policy.padEnd(42)} ${asked.join(', ') || 'nothing'}`;
    });
    expect(lines.filter((line) => line.includes("acting_may('")).length).toBeGreaterThan(30);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('rights-of-policies.txt');
  });
});
