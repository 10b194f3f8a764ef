import type { CaseActor } from './author.ts';

export type Side = 'police' | 'provider';

/**
 * On which side of a case somebody works, by their rights: the police see the whole cases of their force, a provider what
 * was referred to its organisation. Null for those who see neither.
 */
export function sideOf({ rights }: Pick<CaseActor, 'rights'>): Side | null {
  if (rights.has('see-cases')) return 'police';
  return rights.has('see-referrals') ? 'provider' : null;
}
