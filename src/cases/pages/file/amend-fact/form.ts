import {
  type FormResult,
  requiredChoice,
  requiredText,
  textOf,
  allFields,
  wrong,
} from '../../../../web/markup/index.ts';
import { isOffenceFact } from '../../../domain/facts/index.ts';
import { modeOfTrialWords, type RecordedFactValue, requiredPastDay, readAnswer } from '../../../../triage/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { valuesOf } from '../../words/choices.ts';
import { askedOnRecord, isFact } from './page.ts';

export function readAmendment(input: FormInput<PoliceCaseView>) {
  const fact = input.target ?? '';
  if (!isFact(input.site, fact))
    return wrong({ field: 'form', text: 'There is no such fact. Choose one from the list.' });
  return asData(
    allFields({ value: readValue(input, fact), reason: requiredText(input.body, 'reason', 'Enter a reason') }),
    ({ value, reason }) => ({ fact, new: value, reason }),
  );
}

function readValue(input: FormInput<PoliceCaseView>, fact: string): FormResult<RecordedFactValue | null> {
  const { body, site, today } = input;
  if (textOf(body, 'not-known') === 'yes') return { ok: true, value: null };
  if (fact === 'offence-occurred-on')
    return requiredPastDay(body, { field: 'answer', called: 'the date of the offence', today });
  if (isOffenceFact(fact)) {
    return requiredChoice(body, 'answer', { of: valuesOf(modeOfTrialWords), missing: 'Select where it may be tried' });
  }
  const definition = site.work.catalogue.vocabulary.byId.get(fact);
  if (!definition) return wrong({ field: 'answer', text: 'There is no such fact' });
  const asked = { ...askedOnRecord(input, definition), orElse: 'or tick that it is not known' };
  // The use-case parses the value against the vocabulary before anything is kept.
  return readAnswer(definition, body, asked);
}
