import { afterAll, beforeAll, describe, inject } from 'vitest';
import { makeTestDatabase, type TestDatabase } from './test-database.ts';

export type { TestDatabase } from './test-database.ts';

/**
 * Runs the tests that `define` declares twice: on the embedded server and on a database given by URL, each time with a
 * fresh migrated database. `database` may be used inside tests and hooks.
 */
export function withTestDatabase(define: (database: TestDatabase) => void): void {
  describe.each(inject('testTemplates'))('on the $kind database', (template) => {
    let made: TestDatabase | null = null;
    const current = (): TestDatabase => {
      if (made === null) throw new Error('The test database exists only inside tests and hooks');
      return made;
    };
    beforeAll(async () => {
      made = await makeTestDatabase(template);
    });
    afterAll(async () => {
      await made?.close();
    });
    define({
      get db() {
        return current().db;
      },
      get urls() {
        return current().urls;
      },
      asOwner: (work) => current().asOwner(work),
      asWebLogin: (work) => current().asWebLogin(work),
      asProgramLogin: (work) => current().asProgramLogin(work),
      asMaker: (work) => current().asMaker(work),
      withoutTables: () => current().withoutTables(),
      close: () => current().close(),
    });
  });
}
