import { demonstrationActors, may, type Actor } from '../../access/index.ts';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';

/** The demonstration's person who evaluates; null where the database holds no demonstration. */
export async function demonstrationEvaluator(db: WaymarkDatabase): Promise<Actor | null> {
  return asSystem(db, 'demonstration', async (tx) => {
    const people = await demonstrationActors(tx);
    return people.find((actor) => may(actor, 'run-evaluations')) ?? null;
  });
}
