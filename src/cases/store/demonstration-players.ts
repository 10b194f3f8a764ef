import { demonstrationProviderIn, rightsOf, worksOnCases, type Actor, type CaseActor } from '../../access/index.ts';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';
import { addService } from '../../providers/index.ts';
import { stages } from '../demonstration/stages.ts';
import type { DemonstrationPlayers } from '../demonstration/load-demonstration-cases.ts';
import { demonstrationServiceId } from '../demonstration/tell-story.ts';

/**
 * The demonstration's people in each force where it plays, once the provider in its area offers the scheme that is
 * played there. Empty where the database holds no demonstration.
 */
export async function demonstrationPlayers(db: WaymarkDatabase): Promise<readonly DemonstrationPlayers[]> {
  return asSystem(db, 'demonstration', async (tx) => {
    const accounts = await tx
      .selectFrom('accounts')
      .innerJoin('organisations', 'organisations.id', 'accounts.organisation_id')
      .select(['accounts.id', 'accounts.name', 'role', 'organisation_id', 'force'])
      .where('is_demonstration', '=', true)
      .execute();
    const actors = accounts
      .map(({ id, name, role, organisation_id, force }): Actor => ({
        accountId: id,
        name,
        role,
        organisationId: organisation_id,
        force,
        rights: rightsOf(role),
      }))
      .filter(worksOnCases);
    const players: DemonstrationPlayers[] = [];
    for (const { force, scheme } of stages) {
      const provider = demonstrationProviderIn(force);
      const cast = castOf(actors, force, provider?.id ?? '');
      if (!cast) continue;
      const serviceId = demonstrationServiceId(force, scheme);
      const service = { serviceId, organisationId: cast.worker.organisationId, scheme, force };
      await addService(tx, { ...service, name: 'Course and support (demonstration)' });
      players.push(cast);
    }
    return players;
  });
}

function castOf(actors: readonly CaseActor[], force: string, provider: string): DemonstrationPlayers | null {
  const police = (role: CaseActor['role']) => actors.find((actor) => actor.role === role && actor.force === force);
  const [officer, supervisor, coordinator] = [police('officer'), police('supervisor'), police('coordinator')];
  const worker = actors.find(({ organisationId }) => organisationId === provider);
  return officer && supervisor && coordinator && worker ? { force, officer, supervisor, coordinator, worker } : null;
}
