import { expect, test } from 'vitest';
import { officer } from '../../tests/cases/people.ts';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { asActor, asSystem, type WaymarkTransaction } from './index.ts';

withTestDatabase((database) => {
  const ofPerson = <Answer>(work: (tx: WaymarkTransaction) => Promise<Answer>) => asActor(database.db, officer, work);
  const ofProgram = <Answer>(work: (tx: WaymarkTransaction) => Promise<Answer>) =>
    asSystem(database.db, 'demonstration', work);
  const nothing = async (): Promise<string> => 'done';

  test.each([
    ['a person’s within a person’s', () => ofPerson(() => ofPerson(nothing))],
    ['a person’s within the program’s', () => ofProgram(() => ofPerson(nothing))],
    ['the program’s within a person’s', () => ofPerson(() => ofProgram(nothing))],
    [
      'one that is asked for later, by a timer',
      () => ofPerson(() => new Promise(setImmediate).then(() => ofPerson(nothing))),
    ],
  ])('A transaction within another is refused, as both would wait for connections: %s', async (_which, nested) => {
    await expect(nested()).rejects.toThrow('A transaction is open already');
  });

  test('One after another, and beside another, is none within another', async () => {
    const each = await Promise.all([ofPerson(nothing), ofProgram(nothing)]);
    expect([...each, await ofPerson(nothing)]).toEqual(['done', 'done', 'done']);
  });

  test('What goes on after its transaction has ended begins another', async () => {
    let later = nothing();
    await ofPerson(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => ofPerson(nothing));
    });
    expect(await later).toBe('done');
  });
});
