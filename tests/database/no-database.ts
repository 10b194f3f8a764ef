import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Tables, WaymarkDatabase } from '../../src/db/index.ts';

/** Stands in for a database: every query finds nothing. For tests of what happens before the database is asked. */
export function noDatabase(): WaymarkDatabase {
  const connections = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const sessionsFor = () => ({ executeSql: () => Promise.resolve({ rows: [] }), close: () => Promise.resolve() });
  return {
    kind: 'embedded',
    connections,
    systemConnections: connections,
    sessionsFor,
    close: () => connections.destroy(),
  };
}
