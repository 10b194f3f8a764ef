import {
  allFields,
  choiceOf,
  type FormBody,
  type FormResult,
  LONGEST_LINE,
  requiredChoice,
  requiredText,
  requiredYesOrNo,
  wrong,
} from '../../../../web/markup/index.ts';
import type { OutcomeBasis } from '../../../domain/case-event.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { asksFor, departsFromScheme, outcomeNamed } from './page.ts';

/** What is not asked about is not claimed: the rule of the outcome does not turn on it. */
const notAsked = { ok: true, value: false } as const;

export function readOutcome(input: FormInput<PoliceCaseView>) {
  const { body } = input;
  const outcome = outcomeNamed(input);
  if (outcome === null) return wrong({ field: 'form', text: 'There is no such outcome. Choose one from the list.' });
  const yesOrNo = (what: Parameters<typeof asksFor>[1], missing: string): FormResult<boolean> =>
    asksFor(outcome, what) ? requiredYesOrNo(body, what, missing) : notAsked;
  return asData(
    allFields({
      responsibilityAccepted: yesOrNo('responsibility', 'Select whether the person accepts responsibility'),
      evidenceSufficient: yesOrNo('evidence', 'Select whether the evidence is sufficient'),
      agreesToDisposal: yesOrNo('agrees', 'Select whether the person agrees to the caution'),
      victim: asksFor(outcome, 'victim') ? readVictim(body) : ({ ok: true, value: { is: 'no-victim' } } as const),
      serious: yesOrNo('serious', 'Select whether it is a serious case'),
      inspector: readInspector(body, asksFor(outcome, 'serious')),
      departure: departsFromScheme(input)
        ? requiredText(body, 'departure', 'Enter why it is not the outcome that the scheme gives')
        : ({ ok: true, value: null } as const),
      rationale: requiredText(body, 'rationale', 'Enter the reasons for this outcome'),
    }),
    (basis) => ({ type: outcome === 'none' ? null : outcome, basis: { ...basis, pcscCaution: null } }),
  );
}

function readVictim(body: FormBody): FormResult<OutcomeBasis['victim']> {
  const missing = 'Select whether the victim was asked';
  const victim = requiredChoice(body, 'victim', { of: ['no-victim', 'consulted', 'not-consulted'], missing });
  if (!victim.ok) return victim;
  if (victim.value !== 'consulted') return { ok: true, value: { is: victim.value } };
  const view = requiredText(body, 'victim-view', 'Enter what the victim says');
  return view.ok ? { ok: true, value: { is: 'consulted', view: view.value } } : view;
}

function readInspector(body: FormBody, isAsked: boolean): FormResult<string | null> {
  if (!isAsked || choiceOf(body, 'serious') !== 'yes') return { ok: true, value: null };
  return requiredText(body, 'inspector', 'Enter which inspector, or above, authorised it', LONGEST_LINE);
}
