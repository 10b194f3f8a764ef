import { type FormResult, LONGEST_LINE, requiredChoice, requiredText, wrong } from '../../../../web/markup/index.ts';
import type { WithdrawnReason } from '../../../domain/case-event.ts';
import type { CaseByReference } from '../../../use-cases/case-by-reference.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput } from '../../act/case-form.ts';
import { valuesOf, withdrawnWords } from '../../words/choices.ts';

export async function readWithdrawal(
  input: FormInput<PoliceCaseView>,
  caseByReference: CaseByReference,
): Promise<FormResult<{ readonly data: { readonly reason: WithdrawnReason } }>> {
  const missing = 'Select why it is withdrawn';
  const reason = requiredChoice(input.body, 'reason', { of: valuesOf(withdrawnWords), missing });
  if (!reason.ok) return reason;
  if (reason.value !== 'duplicate') return { ok: true, value: { data: { reason: { is: reason.value } } } };
  const reference = requiredText(input.body, 'of-case', 'Enter the reference of the other case', LONGEST_LINE);
  return reference.ok ? duplicateOf(input.view, reference.value, caseByReference) : reference;
}

/** People know the other case by its reference; the command names it. */
async function duplicateOf(view: PoliceCaseView, typed: string, caseByReference: CaseByReference) {
  const reference = typed.toUpperCase();
  if (reference === view.file.reference) {
    return wrong({ field: 'of-case', text: 'Enter the reference of the other case, not of this one' });
  }
  const ofCase = await caseByReference(reference);
  if (ofCase === null)
    return wrong({ field: 'of-case', text: 'Enter the reference of a case of your force, like 3F2A-91BC' });
  return { ok: true, value: { data: { reason: { is: 'duplicate', ofCase } } } } as const;
}
