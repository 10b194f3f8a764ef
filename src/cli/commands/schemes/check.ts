import type { DocumentFault } from '../../../documents/index.ts';
import type { ReferenceLists } from '../../../reference/index.ts';
import { checkDocument, schemeFiles } from '../../../schemes/store/catalogue-files.ts';
import type { Law } from '../../../schemes/index.ts';
import { lawFiles, soundLaw } from '../../../schemes/store/law-files.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { hanging } from '../../output/wrap.ts';
import { readArguments } from '../../read-arguments.ts';
import { cannotOpen } from '../../read-input.ts';
import type { Terminal } from '../../terminal.ts';

/** `waymark schemes check [FILE..]`. Every file is read before anything is printed. */
export async function checkSchemes(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { flags, words } = readArguments('schemes check', { json: {} }, args);
  const files = words.length > 0 ? words : await catalogueDocuments();
  const reference = await loadReferenceLists();
  const law = await soundLaw(reference);
  const found: (readonly DocumentFault[])[] = [];
  for (const file of files) {
    found.push(await check(file, reference, law));
  }
  const faults = found.flat();
  await terminal.write(flags.has('json') ? `${JSON.stringify(faults, null, 2)}\n` : checkReport(found, terminal));
  return faults.length > 0 ? EXIT.badInput : EXIT.done;
}

async function check(
  file: string,
  reference: ReferenceLists,
  law: readonly Law[] | null,
): Promise<readonly DocumentFault[]> {
  try {
    return await checkDocument(file, reference, law);
  } catch (error) {
    // A file that cannot be opened is the caller's to put right; anything else is a fault of this program.
    throw error instanceof Error && 'syscall' in error ? cannotOpen(file, error) : error;
  }
}

async function catalogueDocuments(): Promise<string[]> {
  const schemes = await schemeFiles();
  return [...(await lawFiles()), ...schemes.flatMap((file) => [file, file.replace(/scheme\.yaml$/, 'scenarios.yaml')])];
}

function checkReport(found: readonly (readonly DocumentFault[])[], terminal: Terminal): string {
  const faulty = found.filter((faults) => faults.length > 0);
  const documents = `${found.length} document${found.length === 1 ? '' : 's'}`;
  if (faulty.length === 0) return `${terminal.style('green', '✓')} ${documents}, no faults\n`;
  const faults = faulty.flat();
  const where = found.length === 1 ? '' : ` in ${faulty.length} of ${documents}`;
  const count = `${faults.length} fault${faults.length === 1 ? '' : 's'}${where}`;
  return `${faults.map((fault) => faultLines(fault, terminal)).join('\n')}\n${terminal.style('bold', count)}\n`;
}

/** The place on a line by itself, as editors and terminals make a link of it. */
function faultLines({ file, line, column, path, problem, remedy }: DocumentFault, terminal: Terminal): string {
  const place = terminal.style('bold', `${file}:${line}:${column}`);
  const within = path === '' ? '' : `  ${terminal.style('dim', path)}`;
  return [
    `${place}${within}`,
    ...hanging(`  ${terminal.style('red', '✗')} `, problem, terminal.width, 4).split('\n'),
    ...hanging(`  ${terminal.style('green', '→')} `, remedy, terminal.width, 4).split('\n'),
    '',
  ].join('\n');
}
