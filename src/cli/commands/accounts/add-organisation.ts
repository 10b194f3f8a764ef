import { addOrganisation } from '../../../access/index.ts';
import { loadForces } from '../../../reference/store/forces.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { knownForce } from '../../known-force.ts';
import type { Terminal } from '../../terminal.ts';
import { oneOf, readAccountOptions } from './read-account-options.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts add-organisation';
const KINDS = ['police', 'provider', 'evaluator', 'board'] as const;
const OPTIONS = {
  kind: { value: KINDS.join('|') },
  force: { value: 'ID', isOptional: true },
  name: { value: 'NAME' },
};

/** `waymark accounts add-organisation`. */
export async function runAddOrganisation(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readAccountOptions(COMMAND, OPTIONS, args);
  const kind = oneOf(`${COMMAND}: --kind`, options.valueOf('kind'), KINDS);
  const force = options.optional('force');
  if (force !== null) knownForce(COMMAND, force, await loadForces());
  const asked = { kind, force, name: options.valueOf('name') };
  const answer = await withAccounts({ command: COMMAND, mayMakeDatabase: true }, (work) =>
    addOrganisation(work, asked),
  );
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  const { id, name } = answer.value;
  await terminal.write(
    options.isJson ? `${JSON.stringify(answer.value)}\n` : `Added ${name} (${force ?? kind}), id ${id}.\n`,
  );
  return EXIT.done;
}
