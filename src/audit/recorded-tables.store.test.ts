import { expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';

/** Tables whose rows leave no entry at each change, and why. */
const NOT_RECORDED: Readonly<Record<string, string>> = {
  audit_entries: 'is a chain itself',
  case_events: 'is a chain itself',
  row_entries: 'is the record',
  chain_heads: 'the end of each chain, which verification compares with it',
  schema_migrations: 'each is known by its checksum',
  document_versions: 'each is known by the hash of its content',
  sessions: 'end within a day, and decide nothing that is kept',
  sign_in_attempts: 'counted, and forgotten',
  study_uploads: 'gone when the evaluation ends',
  audit_of_others: 'where entries of the audit record stand, made of them by triggers',
  case_words: 'what search finds, made of cases by triggers',
  referral_words: 'what search finds, made of referrals by triggers',
};

withTestDatabase((database) => {
  test('Every table is recorded at each change, or it stands here why not', async () => {
    const { tables, recorded, triggered } = await database.asOwner(async (owner) => {
      const names = async (sql: string) =>
        (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name).sort();
      return {
        tables: await names(`select relname as name from pg_class where relkind in ('r', 'p') and not relispartition
          and relnamespace = 'public'::regnamespace`),
        recorded: await names('select name from recorded_tables()'),
        triggered: await names(`select distinct relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
          join pg_proc on pg_proc.oid = tgfoid where proname = 'record_row'`),
      };
    });
    expect(triggered).toEqual(recorded);
    expect([...recorded, ...Object.keys(NOT_RECORDED)].sort()).toEqual(tables);
  });
});
