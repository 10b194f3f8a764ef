import type { ClauseAnswer } from '../../../eligibility/index.ts';
import type { CaseSite } from '../case-site.ts';
import { schemeOf } from './own-live-decisions.ts';

/** What a clause of a decision rests on, by publisher and title; the key of a source that is not there any more. */
export function sourcesOfClause(
  site: CaseSite,
  scheme: string,
  { law, source }: Pick<ClauseAnswer, 'law' | 'source'>,
): readonly string[] {
  const document = law === undefined ? schemeOf(site, scheme) : site.work.catalogue.laws.find(({ id }) => id === law);
  return source.map((key) => {
    const found = document?.sources[key];
    return found ? `${found.publisher}, ${found.title}` : key;
  });
}
