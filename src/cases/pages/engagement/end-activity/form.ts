import { allFields, requiredChoice } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import { readOtherReason } from '../../act/other-reason.ts';
import type { FormInput } from '../../act/case-form.ts';
import { notCompletedWords, ownEndingWords, valuesOf } from '../../words/choices.ts';

export function readEnding({ body, view }: Pick<FormInput, 'body' | 'view'>) {
  const of = view.for === 'provider' ? valuesOf(ownEndingWords) : valuesOf(notCompletedWords);
  const missing = 'Select why it was not completed';
  return asData(
    allFields({
      reason: requiredChoice(body, 'reason', { of, missing }),
      words: readOtherReason(body, 'Enter why it was not completed'),
    }),
    (value) => value,
  );
}
