import { plainWords } from '../../../reference/index.ts';
import type { Law } from '../../domain/law/law-document.ts';
import type { Nation } from '../../domain/document-parts.ts';
import type { ClauseShown } from '../catalogue-shown.ts';

const NATIONS: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** Whose law it is. */
export function nationNames({ nation }: Law): string {
  return nation.map((one) => NATIONS[one]).join(', ');
}

/** To which schemes a law document applies there. */
export function appliesWords({ applies }: Law): string {
  const kinds = (applies.kinds ?? []).map(lower).join(' or ');
  const disposals = (applies.disposals ?? []).map(lower).join(' or ');
  if (kinds === '' && disposals === '') return 'Every scheme';
  const of = kinds === '' ? 'Schemes' : `Schemes for ${kinds}`;
  return disposals === '' ? of : `${of} that may end in: ${disposals}`;
}

const SETTLED: Readonly<Record<NonNullable<ClauseShown['settledBy']>, string>> = {
  offer: 'Must be settled before the offer; until then it holds no decision up',
  outcome: 'Must be settled before the outcome; until then it holds no decision up',
  'if-known': 'Counts only if it becomes known',
};

/** By when a clause must be settled. */
export function settledWords({ settledBy }: Pick<ClauseShown, 'settledBy'>): string {
  return settledBy === undefined ? 'Must be settled before anybody is called eligible' : SETTLED[settledBy];
}

function lower(id: string): string {
  return plainWords(id).toLowerCase();
}
