import { expect, test } from 'vitest';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { rightsOf } from '../../access/index.ts';
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

  test('The database lets a provider write each event from the statuses that the state machine does, and no other event', async () => {
    const stored = await database.asOwner(async (owner) => {
      const { rows } = await owner.query<{ event: string; from: string[] }>(
        'select event, provider_from as "from" from event_rights where provider_from is not null',
      );
      return rows.map(({ event, from }) => `${event}: ${from.toSorted().join(', ')}`);
    });
    const asked = transitions
      .filter(({ by }) => rightsOf('provider').has(by))
      .map(({ event, from }) => `${event}: ${from.toSorted().join(', ')}`);
    expect(stored.toSorted()).toEqual(asked.toSorted());
  });
});
