import { expect, test } from 'vitest';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { transitions } from '../domain/transitions.ts';

withTestDatabase((database) => {
  test('The database asks for each event for the right that the state machine asks for, and knows no other event', async () => {
    const stored = await database.asOwner(async (owner) => {
      const { rows } = await owner.query<{ event: string; right: string }>('select event, "right" from event_rights');
      return rows.map(({ event, right }) => `${event}: ${right}`);
    });
    const asked = transitions.map(({ event, by }) => `${event}: ${by}`);
    // A new event needs a line in event_rights, in a migration: without one, nobody may write it.
    expect(stored.toSorted()).toEqual(asked.toSorted());
  });
});
