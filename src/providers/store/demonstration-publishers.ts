import { demonstrationActors, may, type Actor } from '../../access/index.ts';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';

/** One of the demonstration's people at each provider, who publishes its services. */
export async function demonstrationPublishers(db: WaymarkDatabase): Promise<readonly Actor[]> {
  const actors = await asSystem(db, 'demonstration', demonstrationActors);
  const byOrganisation = new Map(
    actors.filter((actor) => may(actor, 'publish-services')).map((actor) => [actor.organisationId, actor]),
  );
  return [...byOrganisation.values()];
}
