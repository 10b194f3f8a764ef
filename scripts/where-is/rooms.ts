import { existsSync } from 'node:fs';
import { linkTo } from './markdown.ts';
import { firstSentence, projectRoot, sourceFiles } from './source-file.ts';

/** Each room with what it is for, and each of its files with its first sentence. */
export function rooms(): string {
  const files = sourceFiles();
  const outside = files.filter((file) => file.split('/').length === 2);
  const names = [...new Set(files.flatMap((file) => roomOf(file) ?? []))];
  return [listOf('src/', outside, 'What joins the rooms.'), ...names.map((name) => room(name, files))].join('\n\n');
}

/** The folder of src/ that a file lies in; the web is two rooms, what is drawn and what is served. */
function roomOf(file: string): string | undefined {
  return /^src\/(web\/[^/]+|[^/]+)\//.exec(file)?.[1];
}

function room(name: string, files: readonly string[]): string {
  const folder = `src/${name}/`;
  const index = `${folder}index.ts`;
  const purpose = existsSync(`${projectRoot}${index}`)
    ? (firstSentence(index) ?? '')
    : (ROOMS_WITHOUT_INDEX[name] ?? '');
  const own = files.filter((file) => file.startsWith(folder) && file !== index);
  return listOf(folder, own, purpose);
}

/** Two rooms have no face for others: shared is imported file by file, and nobody imports the command line. */
const ROOMS_WITHOUT_INDEX: Readonly<Record<string, string>> = {
  shared: 'Values that every room uses; a closed list.',
  cli: 'The `waymark` command.',
};

function listOf(folder: string, files: readonly string[], purpose: string): string {
  const lines = files.map((file) => {
    const sentence = firstSentence(file);
    return `- ${linkTo(file, file.slice(folder.length))}${sentence === null ? '' : `: ${sentence}`}`;
  });
  return [`### ${folder}`, purpose, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}
