import { type Scheme, sourceKeys } from '../../../schemes/index.ts';
import { type Html, html, joinHtml, sourceMark } from '../../../web/markup/index.ts';

type Part = Pick<Scheme['pathway'] | Scheme['outcome'], 'source' | 'standing' | 'note'>;

/** What a statement of a scheme's document rests on: its mark, its sources by name, and how they were read. */
export function basisOf({ sources }: Pick<Scheme, 'sources'>, { source, standing, note }: Part): Html {
  const names = sourceKeys(source).map((key) => {
    const found = sources[key];
    return found ? `${found.publisher}, ${found.title}` : key;
  });
  return html`${sourceMark(standing ?? 'assumed')} ${names.length > 0 ? html`${joinHtml(names, '; ')}.` : 'No source is named.'} ${note}`;
}

/** What completing leads to, in words that say no more than the scheme's document rests on. */
export function outcomeBasis({ outcome, ...scheme }: Pick<Scheme, 'sources' | 'outcome'>): Html {
  const { type, note } = outcome.completed;
  const gives = type === null ? 'No Home Office outcome' : `Outcome ${type}`;
  return html`${gives}. ${note} ${basisOf(scheme, outcome)}`;
}
