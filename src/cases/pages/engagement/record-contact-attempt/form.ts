import { allFields, optionalText, requiredChoice, requiredYesOrNo } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { contactMethodWords, valuesOf } from '../../words/choices.ts';

export function readContactAttempt({ body }: Pick<FormInput, 'body'>) {
  return asData(
    allFields({
      reached: requiredYesOrNo(body, 'reached', 'Select whether you reached the person'),
      how: requiredChoice(body, 'how', { of: valuesOf(contactMethodWords), missing: 'Select how you tried' }),
      words: optionalText(body, 'words'),
    }),
    ({ reached }) => ({ reached }),
    ({ how, words }) => ({ how, place: null, words }),
  );
}
