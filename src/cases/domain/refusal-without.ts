import type { Right } from '../../access/index.ts';
import type { CaseActor } from './author.ts';
import { refusalOf, type CaseRefusal } from './case-refusal.ts';

/** The refusal of those who lack a right, with its id as the detail; null for those who have it. */
export function refusalWithout({ rights }: Pick<CaseActor, 'rights'>, right: Right): CaseRefusal | null {
  return rights.has(right) ? null : refusalOf('not-your-role', right);
}
