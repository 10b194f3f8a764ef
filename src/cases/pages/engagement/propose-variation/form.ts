import { allFields, type FormBody, type FormResult, requiredText } from '../../../../web/markup/index.ts';

/** The new words of a condition, and why. */
export function readProposal(body: FormBody): FormResult<{ readonly to: string; readonly reason: string }> {
  return allFields({
    to: requiredText(body, 'to', 'Enter the new words of the condition'),
    reason: requiredText(body, 'reason', 'Enter a reason'),
  });
}
