import { endMembership } from '../../../access/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import type { Terminal } from '../../terminal.ts';
import { readMembershipOptions } from './membership-options.ts';
import { sessionsEndedInWords } from './sessions-ended-in-words.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts end-membership';

/** `waymark accounts end-membership`. */
export async function runEndMembership(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson, asked } = readMembershipOptions(COMMAND, args);
  const answer = await withAccounts({ command: COMMAND }, (work) => endMembership(work, asked));
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  const { email, role, organisation, sessionsEnded } = answer.value;
  await terminal.write(
    isJson
      ? `${JSON.stringify(answer.value)}\n`
      : `${email} is no longer ${role} at ${organisation.name}. ${sessionsEndedInWords(sessionsEnded)}\n`,
  );
  return EXIT.done;
}
