import { linkTo, table } from './markdown.ts';
import { firstSentence, sourceFiles } from './source-file.ts';

/** Every command of the command line, named as its file in src/cli/commands/ is. */
export function commands(): string {
  const files = sourceFiles().filter((file) => file.startsWith('src/cli/commands/') && !file.endsWith('/index.ts'));
  const rows = files.map((file) => [linkTo(file, file.slice('src/cli/commands/'.length)), firstSentence(file) ?? '']);
  return table(['file', 'what it does'], rows);
}
