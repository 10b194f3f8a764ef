import { asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import { demonstrationOrganisations, type DemonstrationOrganisation } from '../demonstration-people.ts';
import { hashPassword, isPassword } from '../password-hash.ts';

/**
 * Puts the demonstration's organisations and accounts into a database that has no organisation at all. Where they are
 * there already they keep whatever they have, but their password becomes `password`,
 * and organisations that are new in this version join them.
 * Answers whether the database holds the demonstration: one in use for real work never gets it. Of two programs only one
 * may do so at a time.
 */
export async function loadDemonstrationPeople(db: WaymarkDatabase, password: string): Promise<boolean> {
  return asSystem(db, 'demonstration', async (tx) => {
    const someOrganisation = await tx.selectFrom('organisations').select('id').limit(1).executeTakeFirst();
    if (!someOrganisation) return addPeople(tx, await hashPassword(password), demonstrationOrganisations);
    const account = await tx
      .selectFrom('accounts')
      .select('password_hash')
      .where('is_demonstration', '=', true)
      .limit(1)
      .executeTakeFirst();
    if (!account) return false;
    await addNewcomers(tx, password);
    if (!(await isPassword(password, account.password_hash))) await changePassword(tx, await hashPassword(password));
    return true;
  });
}

/** A demonstration that an older Waymark made gets the organisations that it does not know yet. */
async function addNewcomers(tx: WaymarkTransaction, password: string): Promise<void> {
  const there = await tx.selectFrom('organisations').select('id').execute();
  const missing = demonstrationOrganisations.filter(({ id }) => there.every((known) => known.id !== id));
  if (missing.length > 0) await addPeople(tx, await hashPassword(password), missing);
}

async function addPeople(
  tx: WaymarkTransaction,
  passwordHash: string,
  organisations: readonly DemonstrationOrganisation[],
): Promise<true> {
  for (const { people, ...organisation } of organisations) {
    await tx.insertInto('organisations').values(organisation).execute();
    for (const { role, ...person } of people) {
      const account = await tx
        .insertInto('accounts')
        .values({ ...person, password_hash: passwordHash, is_demonstration: true })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('memberships')
        .values({ account_id: account.id, organisation_id: organisation.id, role })
        .execute();
    }
  }
  return true;
}

async function changePassword(tx: WaymarkTransaction, passwordHash: string): Promise<void> {
  await tx.updateTable('accounts').set({ password_hash: passwordHash }).where('is_demonstration', '=', true).execute();
}
