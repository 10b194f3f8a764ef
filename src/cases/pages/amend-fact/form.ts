import {
  allFields,
  type FormResult,
  parseDateField,
  requiredChoice,
  requiredText,
  textOf,
  typedDateOf,
  wrong,
} from '../../../web/markup/index.ts';
import { isOffenceFact } from '../../domain/amended-record.ts';
import type { RecordedFactValue } from '../../domain/recorded-decision.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { asData } from '../act/as-data.ts';
import type { FormInput } from '../act/case-form.ts';
import { readAnswer } from '../triage/question/read-answer.ts';
import { modeOfTrialWords, valuesOf } from '../words/choices.ts';

export function readAmendment(input: FormInput<PoliceCaseView>) {
  const fact = input.target ?? '';
  return asData(
    allFields({ value: readValue(input, fact), reason: requiredText(input.body, 'reason', 'Enter a reason') }),
    ({ value, reason }) => ({ fact, new: value, reason }),
  );
}

function readValue({ body, site }: FormInput<PoliceCaseView>, fact: string): FormResult<RecordedFactValue | null> {
  if (textOf(body, 'not-known') === 'yes') return { ok: true, value: null };
  if (fact === 'offence-occurred-on')
    return parseDateField(typedDateOf(body, 'answer'), 'answer', 'the date of the offence');
  if (isOffenceFact(fact)) {
    return requiredChoice(body, 'answer', { of: valuesOf(modeOfTrialWords), missing: 'Select where it may be tried' });
  }
  const definition = site.work.catalogue.vocabulary.byId.get(fact);
  if (!definition) return wrong({ field: 'answer', text: 'There is no such fact' });
  // The use-case parses the value against the vocabulary before anything is kept.
  return readAnswer(definition, body) as FormResult<RecordedFactValue>;
}
