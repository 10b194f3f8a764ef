import { rightsOf, type Actor } from '../../access/index.ts';
import { asSystem, type WaymarkDatabase } from '../../db/index.ts';

/** The demonstration's person who evaluates; null where the database holds no demonstration. */
export async function demonstrationEvaluator(db: WaymarkDatabase): Promise<Actor | null> {
  return asSystem(db, 'demonstration', async (tx) => {
    const found = await tx
      .selectFrom('accounts')
      .select(['id as accountId', 'name', 'role', 'organisation_id as organisationId'])
      .where('is_demonstration', '=', true)
      .where('role', '=', 'evaluator')
      .orderBy('email')
      .limit(1)
      .executeTakeFirst();
    return found === undefined ? null : { ...found, force: null, rights: rightsOf(found.role) };
  });
}
