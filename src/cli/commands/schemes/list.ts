import { standingOn } from '../../../eligibility/index.ts';
import { isComparator } from '../../../schemes/index.ts';
import { loadCatalogue } from '../../../schemes/store/catalogue-files.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { table, type Column } from '../../output/table.ts';
import { readArguments } from '../../read-arguments.ts';
import { readAsOf } from '../../read-as-of.ts';
import type { Terminal } from '../../terminal.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'Id', share: 0 },
  { heading: 'Standing', share: 0 },
  { heading: 'Name', share: 3 },
  { heading: 'Forces', share: 2 },
];

/** `waymark schemes list`. */
export async function listSchemes(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { flags, values, words } = readArguments('schemes list', { 'as-of': { value: 'YYYY-MM-DD' }, json: {} }, args);
  if (words[0] !== undefined)
    throw new InputFault(
      `schemes list: "${words[0]}" is one word too many; for one scheme write schemes show ${words[0]}`,
    );
  const asOf = readAsOf('schemes list', values.get('as-of')?.[0]);
  const schemes = (await loadCatalogue()).map((scheme) => ({ ...scheme, standing: standingOn(scheme, asOf) }));
  if (flags.has('json')) {
    const listed = schemes.map(({ id, name, kind, forces, standing, version, file }) => ({
      id,
      name,
      kind,
      forces,
      standing,
      version,
      file,
    }));
    await terminal.write(`${JSON.stringify(listed, null, 2)}\n`);
    return EXIT.done;
  }
  const rows = schemes.map((scheme) => [[scheme.id], [scheme.standing], [scheme.name], [runBy(scheme)]]);
  await terminal.write(`${table(COLUMNS, rows, terminal.width).join('\n')}\n`);
  return EXIT.done;
}

function runBy(scheme: { readonly kind: string; readonly forces: readonly string[] }): string {
  if (isComparator(scheme)) return 'another country, never offered';
  return scheme.forces.join(', ') || 'none named';
}
