import { plainWords } from '../../../reference/index.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { type CatalogueShown, forceNames, standingToday } from '../catalogue-shown.ts';

/**
 * The schemes that have every word looked for, in any case of letters and as any part of a word: in their name, their
 * forces, what kind they are, what they are today, or their summary. No words find every scheme.
 */
export function findSchemes(shown: CatalogueShown, words: string): readonly Scheme[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return shown.schemes.filter((scheme) => {
    const text = textOf(shown, scheme);
    return wanted.every((word) => text.includes(word));
  });
}

function textOf(shown: CatalogueShown, scheme: Scheme): string {
  const { id, name, kind, summary = '' } = scheme;
  return [id, name, forceNames(shown, scheme), plainWords(kind), standingToday(shown, scheme), summary]
    .join(' ')
    .toLowerCase();
}
