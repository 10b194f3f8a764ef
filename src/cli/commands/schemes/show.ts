import { loadCatalogue } from '../../../schemes/store/catalogue-files.ts';
import { chooseSchemes } from '../../choose-schemes.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { schemeReport } from '../../output/scheme-report.ts';
import { readArguments } from '../../read-arguments.ts';
import { readAsOf } from '../../read-as-of.ts';
import type { Terminal } from '../../terminal.ts';

/** `waymark schemes show ID`. */
export async function showScheme(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { flags, values, words } = readArguments('schemes show', { 'as-of': { value: 'YYYY-MM-DD' }, json: {} }, args);
  const [id, extra] = words;
  if (id === undefined) throw new InputFault('schemes show: which scheme is missing; write schemes show ID');
  if (extra !== undefined)
    throw new InputFault(`schemes show: "${extra}" is one word too many; show one scheme at a time`);
  const asOf = readAsOf('schemes show', values.get('as-of')?.[0]);
  const [scheme] = chooseSchemes('schemes show', await loadCatalogue(), [id]);
  if (scheme === undefined) return EXIT.done;
  const text = flags.has('json') ? `${JSON.stringify(scheme, null, 2)}\n` : schemeReport(scheme, asOf, terminal);
  await terminal.write(text);
  return EXIT.done;
}
