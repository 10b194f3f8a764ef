import { allFields, requiredChoice } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import { readOtherReason } from '../../act/other-reason.ts';
import type { FormInput } from '../../act/case-form.ts';
import { notCompletedWords, valuesOf } from '../../words/choices.ts';

export function readEnding({ body }: Pick<FormInput, 'body'>) {
  const missing = 'Select why it was not completed';
  return asData(
    allFields({
      reason: requiredChoice(body, 'reason', { of: valuesOf(notCompletedWords), missing }),
      words: readOtherReason(body, 'Enter why it was not completed'),
    }),
    (value) => value,
  );
}
