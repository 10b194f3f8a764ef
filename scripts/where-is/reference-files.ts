import { linkTo, table } from './markdown.ts';
import { filesUnder, sentenceOf, textOf } from './source-file.ts';

/** The files of `reference/`, each with the first sentence that it says of itself. */
export function referenceFiles(): string {
  const rows = filesUnder('reference', (file) => file.endsWith('.yaml')).map((file) => {
    const comment = /^(?:#.*\n)*/.exec(textOf(file))?.[0] ?? '';
    return [linkTo(file), sentenceOf(comment.replaceAll(/^# ?/gm, ''))];
  });
  return table(['file', 'holds'], rows);
}
