import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput } from '../../act/case-form.ts';

export function readApproval({ target }: FormInput<PoliceCaseView>) {
  return { ok: true, value: { data: { proposalId: target ?? '' } } } as const;
}
