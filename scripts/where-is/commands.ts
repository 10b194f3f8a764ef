import { linkTo, table } from './markdown.ts';
import { sourceFiles, textOf } from './source-file.ts';

const FOLDER = 'src/cli/commands/';

/** Every usage of the command line, as its help says it, and the file that does it. */
export function commands(): string {
  const files = sourceFiles().filter((file) => file.startsWith(FOLDER));
  const rows = files.flatMap((file) =>
    usagesIn(textOf(file)).map((usage) => [`\`${usage}\``, linkTo(fileOf(usage, file, files))]),
  );
  return table(['command', 'where'], rows);
}

/** The lines under "Usage" in a command's help; one that is too long for its line goes on with an option below. */
function usagesIn(text: string): string[] {
  const usage = /^Usage\n([\s\S]*?)\n\n/m.exec(text)?.[1] ?? '';
  const onOneLine = usage.replaceAll(/\n +(?=\[?--)/g, ' ');
  return [...onOneLine.matchAll(/^ {2}(waymark .*)$/gm)].map(([, line = '']) => line.trim());
}

/** `schemes list` is done by schemes/list.ts, `decide --records` by decide-records.ts, anything else by the command's file. */
function fileOf(usage: string, command: string, files: readonly string[]): string {
  const [, first = '', second = ''] = usage.split(' ');
  const likely = [`${FOLDER}${first}/${second}.ts`, `${FOLDER}${first}-${second.replace('--', '')}.ts`];
  return likely.find((file) => files.includes(file)) ?? command;
}
