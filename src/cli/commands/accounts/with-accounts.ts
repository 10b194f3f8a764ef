import { randomUUID } from 'node:crypto';
import { hashPassword, passwordGuesser, type AccountsWork } from '../../../access/index.ts';
import { accountsInDatabase } from '../../../access/store/accounts-in-database.ts';
import { ConfigFault, readConfig } from '../../../config.ts';
import { DatabaseFault, openDatabase } from '../../../db/index.ts';
import { loadForces } from '../../../reference/store/forces.ts';
import { InputFault } from '../../exit.ts';

/**
 * Manages organisations and accounts in the database that the environment names, and closes it. `mayMakeDatabase` is
 * for what a new installation begins with. Throws `InputFault`, in the command's name, where it cannot be used.
 */
export async function withAccounts<Answer>(
  { command, mayMakeDatabase = false }: { readonly command: string; readonly mayMakeDatabase?: boolean },
  manage: (work: AccountsWork) => Promise<Answer>,
): Promise<Answer> {
  try {
    const { dataFolder, databaseUrl } = readConfig(process.env);
    const say = (line: string): void => console.error(`waymark: ${line}`);
    const db = await openDatabase({ dataFolder, databaseUrl, say, mustExist: !mayMakeDatabase });
    try {
      const guessPassword = passwordGuesser(
        (await loadForces()).flatMap(({ id, name }) => [id, name, ...name.split(' ')]),
      );
      const store = accountsInDatabase(db);
      return await manage({ store, clock: () => new Date(), newId: randomUUID, guessPassword, hashPassword });
    } finally {
      await db.close();
    }
  } catch (fault) {
    if (fault instanceof ConfigFault || fault instanceof DatabaseFault)
      throw new InputFault(`${command}: ${fault.message}`);
    throw fault;
  }
}
