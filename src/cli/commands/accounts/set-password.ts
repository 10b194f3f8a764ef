import { setPassword } from '../../../access/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { readPassword } from '../../read-password.ts';
import type { Terminal } from '../../terminal.ts';
import { readAccountOptions } from './read-account-options.ts';
import { sessionsEndedInWords } from './sessions-ended-in-words.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts set-password';

/** `waymark accounts set-password`. */
export async function runSetPassword(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson, valueOf } = readAccountOptions(COMMAND, { email: { value: 'ADDRESS' } }, args);
  const password = await readPassword(COMMAND, valueOf('email'));
  const answer = await withAccounts({ command: COMMAND }, (work) =>
    setPassword(work, { email: valueOf('email'), password }),
  );
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  const { email, sessionsEnded } = answer.value;
  await terminal.write(
    isJson
      ? `${JSON.stringify(answer.value)}\n`
      : `${email} has a new password. ${sessionsEndedInWords(sessionsEnded)}\n`,
  );
  return EXIT.done;
}
