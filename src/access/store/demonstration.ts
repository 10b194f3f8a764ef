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

/**
 * A demonstration that an older Waymark made gets the organisations and the people that it does not know yet. Whoever has
 * an account there already, closed ones too, is left as they are.
 */
async function addNewcomers(tx: WaymarkTransaction, password: string): Promise<void> {
  const organisations = new Set((await tx.selectFrom('organisations').select('id').execute()).map(({ id }) => id));
  const known = new Set((await tx.selectFrom('accounts').select('email').execute()).map(({ email }) => email));
  const missing = demonstrationOrganisations
    .map((one) => ({ ...one, people: one.people.filter(({ email }) => !known.has(email)) }))
    .filter(({ id, people }) => people.length > 0 || !organisations.has(id));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword(password);
  for (const organisation of missing) {
    if (organisations.has(organisation.id)) await addAccounts(tx, passwordHash, organisation);
    else await addPeople(tx, passwordHash, [organisation]);
  }
}

async function addPeople(
  tx: WaymarkTransaction,
  passwordHash: string,
  organisations: readonly DemonstrationOrganisation[],
): Promise<true> {
  for (const { people, ...organisation } of organisations) {
    await tx.insertInto('organisations').values(organisation).execute();
    await addAccounts(tx, passwordHash, { id: organisation.id, people });
  }
  return true;
}

async function addAccounts(
  tx: WaymarkTransaction,
  passwordHash: string,
  { id, people }: Pick<DemonstrationOrganisation, 'id' | 'people'>,
): Promise<void> {
  for (const { role, ...person } of people) {
    const account = await tx
      .insertInto('accounts')
      .values({ ...person, password_hash: passwordHash, is_demonstration: true, must_change_password: false })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.insertInto('memberships').values({ account_id: account.id, organisation_id: id, role }).execute();
  }
}

async function changePassword(tx: WaymarkTransaction, passwordHash: string): Promise<void> {
  await tx.updateTable('accounts').set({ password_hash: passwordHash }).where('is_demonstration', '=', true).execute();
}
