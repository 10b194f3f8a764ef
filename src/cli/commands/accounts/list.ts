import { listAccounts, type OrganisationWithAccounts } from '../../../access/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import type { Terminal } from '../../terminal.ts';
import { readAccountOptions } from './read-account-options.ts';
import { withAccounts } from './with-accounts.ts';

const COMMAND = 'accounts list';

/** `waymark accounts list`. */
export async function runList(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson } = readAccountOptions(COMMAND, {}, args);
  const organisations = await withAccounts({ command: COMMAND }, listAccounts);
  await terminal.write(isJson ? `${JSON.stringify(organisations, null, 2)}\n` : inWords(organisations, terminal));
  return EXIT.done;
}

function inWords(organisations: readonly OrganisationWithAccounts[], { style }: Terminal): string {
  if (organisations.length === 0) return 'No organisation yet. Add one: waymark accounts add-organisation\n';
  const widest = Math.max(0, ...organisations.flatMap(({ accounts }) => accounts.map(({ email }) => email.length)));
  return organisations
    .map(({ id, kind, name, force, accounts }) => {
      const lines = accounts.map((account) => {
        return `  ${account.email.padEnd(widest)}  ${account.role.padEnd(11)}  ${account.name}${style('dim', endOf(account))}\n`;
      });
      const head = `${style('bold', name)} (${force ?? kind}), id ${id}\n`;
      return `${head}${lines.join('') || '  no account yet\n'}`;
    })
    .join('\n');
}

/** Why somebody listed here does not work here: their account is closed, or they left. */
function endOf({ closedAt, endedAt }: OrganisationWithAccounts['accounts'][number]): string {
  if (closedAt !== null) return `  closed ${dayOf(closedAt)}`;
  return endedAt === null ? '' : `  ended ${dayOf(endedAt)}`;
}

function dayOf(moment: Date): string {
  return moment.toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
