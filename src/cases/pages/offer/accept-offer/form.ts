import {
  allFields,
  type FormResult,
  LONGEST_LINE,
  requiredChoice,
  requiredText,
} from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { AppropriateAdult } from '../../../domain/case-event.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { readConsent } from '../../act/consent-field.ts';
import { relationshipWords, valuesOf } from '../../words/choices.ts';
import { asksToShare, needsAppropriateAdult } from './page.ts';

export function readAcceptance(input: FormInput<PoliceCaseView>) {
  const { body } = input;
  return asData(
    allFields({
      takePart: readConsent(body, 'take-part', 'Select whether the person agrees to take part'),
      share: asksToShare(input)
        ? readConsent(body, 'share', 'Select whether the person agrees that their details are shared')
        : ({ ok: true, value: null } as const),
      appropriateAdult: readAppropriateAdult(input),
    }),
    (value) => value,
  );
}

function readAppropriateAdult(input: FormInput<PoliceCaseView>): FormResult<AppropriateAdult | null> {
  if (!needsAppropriateAdult(input)) return { ok: true, value: null };
  return allFields({
    name: requiredText(input.body, 'adult-name', 'Enter the name of the appropriate adult', LONGEST_LINE),
    relationship: requiredChoice(input.body, 'relationship', {
      of: valuesOf(relationshipWords),
      missing: 'Select who the appropriate adult is to the person',
    }),
  });
}
