import { demonstrationActors, demonstrationProviderIn, may, type CaseActor, type Right } from '../../access/index.ts';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';
import { addService } from '../../providers/index.ts';
import { servicesBesides, stages } from '../demonstration/stages.ts';
import type { DemonstrationPlayers } from '../demonstration/load-demonstration-cases.ts';
import { demonstrationServiceId } from '../demonstration/tell-story.ts';

/**
 * The demonstration's people in each force where it plays, once the provider in its area offers the scheme that is
 * played there. Empty where the database holds no demonstration.
 */
export async function demonstrationPlayers(db: WaymarkDatabase): Promise<readonly DemonstrationPlayers[]> {
  return asSystem(db, 'demonstration', async (tx) => {
    const actors = await demonstrationActors(tx);
    const players: DemonstrationPlayers[] = [];
    const castIn = (force: string): DemonstrationPlayers | null =>
      castOf(actors, force, demonstrationProviderIn(force)?.id ?? '');
    for (const { force, scheme } of [...stages, ...servicesBesides]) {
      const cast = castIn(force);
      if (!cast) continue;
      const serviceId = demonstrationServiceId(force, scheme);
      const service = { serviceId, organisationId: cast.worker.organisationId, scheme, force };
      await addService(tx, { ...service, name: 'Course and support (demonstration)' });
    }
    for (const { force } of stages) {
      const cast = castIn(force);
      if (cast) players.push(cast);
    }
    return players;
  });
}

function castOf(actors: readonly CaseActor[], force: string, provider: string): DemonstrationPlayers | null {
  const police = actors.filter((actor) => actor.force === force);
  const supervisor = whoMay(police, 'approve-variation');
  const coordinator = whoMay(police, 'record-outcome');
  const officer = whoMay(
    police.filter((actor) => actor !== supervisor),
    'triage-person',
  );
  const worker = whoMay(
    actors.filter(({ organisationId }) => organisationId === provider),
    'engage-person',
  );
  return officer && supervisor && coordinator && worker ? { force, officer, supervisor, coordinator, worker } : null;
}

function whoMay(actors: readonly CaseActor[], right: Right): CaseActor | undefined {
  return actors.find((actor) => may(actor, right));
}
