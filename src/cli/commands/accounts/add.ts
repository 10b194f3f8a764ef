import { addAccount, roles } from '../../../access/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { readPassword } from '../../read-password.ts';
import type { Terminal } from '../../terminal.ts';
import { oneOf, readAccountOptions } from './read-account-options.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts add';
const OPTIONS = {
  email: { value: 'ADDRESS' },
  name: { value: 'NAME' },
  role: { value: roles.join('|') },
  organisation: { value: 'NAME_OR_ID' },
};

/** `waymark accounts add`. */
export async function runAdd(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson, valueOf } = readAccountOptions(COMMAND, OPTIONS, args);
  const [email, name, organisation] = [valueOf('email'), valueOf('name'), valueOf('organisation')];
  const role = oneOf(`${COMMAND}: --role`, valueOf('role'), roles);
  const password = await readPassword(COMMAND, email);
  const answer = await withAccounts({ command: COMMAND }, (work) =>
    addAccount(work, { email, name, role, organisation, password }),
  );
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  const added = answer.value;
  await terminal.write(
    isJson
      ? `${JSON.stringify(added)}\n`
      : `Added ${added.email}: ${added.name}, ${added.role} at ${added.organisation.name}.\n`,
  );
  return EXIT.done;
}
