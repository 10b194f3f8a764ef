import type { AnsweredTogether, FactDefinition } from '../../eligibility/index.ts';
import type { TriageDraft } from './triage-draft.ts';

/** The taps of a question that answer others with it: none once any of these was answered by itself. */
export function answeredTogether(
  { asking }: FactDefinition,
  { answered }: Pick<TriageDraft, 'answered'>,
): readonly AnsweredTogether[] {
  const all = asking?.together ?? [];
  return all.filter(({ answers }) => Object.keys(answers).every((fact) => !answered.includes(fact)));
}
