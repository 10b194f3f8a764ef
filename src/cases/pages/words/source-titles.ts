import type { Law } from '../../../schemes/index.ts';

/** The sources of something that a law document says, by title and publisher. */
export function sourceTitles({ sources }: Pick<Law, 'sources'>, source: string | readonly string[]): string {
  const keys = typeof source === 'string' ? [source] : source;
  return keys
    .flatMap((key) => sources[key] ?? [])
    .map(({ title, publisher }) => `${title} (${publisher})`)
    .join('; ');
}
