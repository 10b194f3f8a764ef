import { closeAccount } from '../../../access/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import type { Terminal } from '../../terminal.ts';
import { readAccountOptions } from './read-account-options.ts';
import { sessionsEndedInWords } from './sessions-ended-in-words.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts close';

/** `waymark accounts close`. */
export async function runClose(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson, valueOf } = readAccountOptions(COMMAND, { email: { value: 'ADDRESS' } }, args);
  const answer = await withAccounts({ command: COMMAND }, (work) => closeAccount(work, valueOf('email')));
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  const { email, sessionsEnded } = answer.value;
  await terminal.write(
    isJson
      ? `${JSON.stringify(answer.value)}\n`
      : `${email} is closed and cannot sign in. ${sessionsEndedInWords(sessionsEnded)}\n`,
  );
  return EXIT.done;
}
