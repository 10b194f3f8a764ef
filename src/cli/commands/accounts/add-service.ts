import { addProviderService } from '../../../access/index.ts';
import { loadForces } from '../../../reference/store/forces.ts';
import { loadCatalogue } from '../../../schemes/store/catalogue-files.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { knownForce } from '../../known-force.ts';
import type { Terminal } from '../../terminal.ts';
import { readAccountOptions } from './read-account-options.ts';
import { withAccounts } from './with-accounts.ts';
import { faultOfRefusal } from './words-of-refusal.ts';

const COMMAND = 'accounts add-service';
const OPTIONS = {
  organisation: { value: 'NAME_OR_ID' },
  scheme: { value: 'ID' },
  force: { value: 'ID' },
  name: { value: 'NAME' },
};

/** `waymark accounts add-service`. */
export async function runAddService(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { isJson, valueOf } = readAccountOptions(COMMAND, OPTIONS, args);
  const [organisation, name] = [valueOf('organisation'), valueOf('name')];
  const scheme = await knownScheme(valueOf('scheme'));
  const force = knownForce(COMMAND, valueOf('force'), await loadForces()).id;
  const answer = await withAccounts({ command: COMMAND }, (work) =>
    addProviderService(work, { organisation, scheme, force, name }),
  );
  if (!answer.ok) throw faultOfRefusal(COMMAND, answer.refusal);
  await terminal.write(
    isJson
      ? `${JSON.stringify(answer.value)}\n`
      : `Added ${answer.value.name}: ${organisation} for ${scheme} in ${force}.\n`,
  );
  return EXIT.done;
}

async function knownScheme(id: string): Promise<string> {
  const ids = (await loadCatalogue()).map((scheme) => scheme.id);
  if (ids.includes(id)) return id;
  const near = nearestWord(id, ids);
  const remedy = near === null ? 'schemes list shows those that there are' : `did you mean "${near}"?`;
  throw new InputFault(`${COMMAND}: there is no scheme "${id}"; ${remedy}`);
}
