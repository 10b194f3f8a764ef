import { allFields, requiredChoice } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import { readOtherReason } from '../../act/other-reason.ts';
import type { FormInput } from '../../act/case-form.ts';
import { ownRejectionWords, valuesOf } from '../../words/choices.ts';

export function readRejection({ body }: Pick<FormInput, 'body'>) {
  const missing = 'Select why you reject it';
  return asData(
    allFields({
      reason: requiredChoice(body, 'reason', { of: valuesOf(ownRejectionWords), missing }),
      words: readOtherReason(body, 'Enter why you reject it'),
    }),
    (value) => value,
  );
}
