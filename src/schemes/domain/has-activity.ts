import type { Scheme } from './scheme-document.ts';

/** Whether there is anything to do, and so a provider to do it with: a warning has nothing. */
export function hasActivity({ pathway }: Pick<Scheme, 'pathway'>): boolean {
  return pathway.steps.length > 0;
}
