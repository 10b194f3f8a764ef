import {
  choiceField,
  type FormBody,
  type FormResult,
  type FormState,
  type Html,
  requiredChoice,
} from '../../../web/markup/index.ts';
import type { Consent } from '../../domain/case-event.ts';
import { consentHowWords, valuesOf } from '../words/choices.ts';

/** One consent, asked by itself: no, or yes and how it was given. */
export function consentField(form: FormState, field: { name: string; label: string; hint?: string }): Html {
  const ways = valuesOf(consentHowWords).map((how) => ({ value: how, text: `Yes. ${consentHowWords[how]}` }));
  return choiceField(form, { ...field, items: [...ways, { value: 'no', text: 'No' }] });
}

/** A "no" is spoken: nobody signs that they do not agree. */
export function readConsent(body: FormBody, field: string, missing: string): FormResult<Consent> {
  const answer = requiredChoice(body, field, { of: [...valuesOf(consentHowWords), 'no'], missing });
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: answer.value === 'no' ? { given: false, how: 'spoken' } : { given: true, how: answer.value },
  };
}
