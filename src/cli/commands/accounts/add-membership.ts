import { addMembership } from '../../../access/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import type { Terminal } from '../../terminal.ts';
import { readMembershipOptions } from './membership-options.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts add-membership';

/** `waymark accounts add-membership`. */
export async function runAddMembership(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson, asked } = readMembershipOptions(COMMAND, args);
  const answer = await withAccounts({ command: COMMAND }, (work) => addMembership(work, asked));
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  const { email, role, organisation } = answer.value;
  await terminal.write(
    isJson
      ? `${JSON.stringify(answer.value)}\n`
      : `${email} is ${role} at ${organisation.name} too, and is asked when signing in where they are working.\n`,
  );
  return EXIT.done;
}
