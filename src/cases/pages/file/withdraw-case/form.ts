import { type FormResult, LONGEST_LINE, requiredChoice, requiredText, wrong } from '../../../../web/markup/index.ts';
import type { WithdrawnReason } from '../../../domain/case-event.ts';
import { listCases } from '../../../use-cases/list-cases.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput } from '../../act/case-form.ts';
import { valuesOf, withdrawnWords } from '../../words/choices.ts';

export async function readWithdrawal(
  input: FormInput<PoliceCaseView>,
): Promise<FormResult<{ readonly data: { readonly reason: WithdrawnReason } }>> {
  const missing = 'Select why it is withdrawn';
  const reason = requiredChoice(input.body, 'reason', { of: valuesOf(withdrawnWords), missing });
  if (!reason.ok) return reason;
  if (reason.value !== 'duplicate') return { ok: true, value: { data: { reason: { is: reason.value } } } };
  const reference = requiredText(input.body, 'of-case', 'Enter the reference of the other case', LONGEST_LINE);
  return reference.ok ? duplicateOf(input, reference.value) : reference;
}

/** People know the other case by its reference; the command names it. */
async function duplicateOf({ site, actor, view }: FormInput<PoliceCaseView>, typed: string) {
  const reference = typed.toUpperCase();
  if (reference === view.file.reference) {
    return wrong({ field: 'of-case', text: 'Enter the reference of the other case, not of this one' });
  }
  const listed = await listCases(site.work, actor, { list: 'all', search: reference });
  const other = listed.ok && listed.value.items.find((item) => item.reference === reference);
  if (!other) return wrong({ field: 'of-case', text: 'Enter the reference of a case of your force, like 3F2A-91BC' });
  return { ok: true, value: { data: { reason: { is: 'duplicate', ofCase: other.caseId } } } } as const;
}
