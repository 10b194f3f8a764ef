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
import type { CommandData } from '../../../domain/case-command.ts';
import type { OutcomeBasis } from '../../../domain/case-event.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { offendedBefore, type OutcomeQuestion } from '../../../domain/outcome/index.ts';
import { asksFor, departsFromScheme, outcomeNamed } from './page.ts';

/** What is not asked about is not claimed: the rule of the outcome does not turn on it, or the record says it already. */
const notAsked = { ok: true, value: false } as const;

export function readOutcome(input: FormInput<PoliceCaseView>) {
  return asData(outcomeFields(input), (outcome) => outcome);
}

/** The outcome that the address names, with what it rests on, as it was typed. */
export function outcomeFields(input: FormInput<PoliceCaseView>): FormResult<CommandData['record-outcome']> {
  const { body } = input;
  const outcome = outcomeNamed(input);
  if (outcome === null) return wrong({ field: 'form', text: 'There is no such outcome. Choose one from the list.' });
  const asks = (what: OutcomeQuestion): boolean => asksFor(input, outcome, what);
  const yesOrNo = (what: OutcomeQuestion, missing: string): FormResult<boolean> =>
    asks(what) ? requiredYesOrNo(body, what, missing) : notAsked;
  const basis = allFields({
    responsibilityAccepted: yesOrNo('responsibility', 'Select whether the person accepts responsibility'),
    evidenceSufficient: asks('evidence')
      ? requiredYesOrNo(body, 'evidence', 'Select whether the evidence is sufficient')
      : ({ ok: true, value: recordOf(input.view.state).facts['evidence-to-charge'] === true } as const),
    agreesToDisposal: yesOrNo('agrees', 'Select whether the person agrees to the caution'),
    victim: asks('victim') ? readVictim(body) : ({ ok: true, value: { is: 'no-victim' } } as const),
    serious: yesOrNo('serious', 'Select whether it is a serious case'),
    ...readHistory(input, asks),
    departure: departsFromScheme(input)
      ? requiredText(body, 'departure', 'Enter why it is not the outcome in the scheme’s document')
      : ({ ok: true, value: null } as const),
    rationale: requiredText(body, 'rationale', 'Enter the reasons for this outcome'),
  });
  if (!basis.ok) return basis;
  const type = outcome === 'none' ? null : outcome;
  return { ok: true, value: { type, basis: { ...basis.value, pcscCaution: null } } };
}

function readVictim(body: FormBody): FormResult<OutcomeBasis['victim']> {
  const missing = 'Select whether the victim was asked';
  const victim = requiredChoice(body, 'victim', { of: ['no-victim', 'consulted', 'not-consulted'], missing });
  if (!victim.ok) return victim;
  if (victim.value !== 'consulted') return { ok: true, value: { is: victim.value } };
  const view = requiredText(body, 'victim-view', 'Enter what the victim says');
  return view.ok ? { ok: true, value: { is: 'consulted', view: view.value } } : view;
}

type Authority = OutcomeBasis['authority'];

/** Whether the person offended before, and whoever gave leave: for that, for a serious case, or for another reason. */
function readHistory(
  { body, view }: FormInput<PoliceCaseView>,
  asks: (what: OutcomeQuestion) => boolean,
): {
  readonly history: FormResult<boolean | null>;
  readonly youthJustice: FormResult<string | null>;
  readonly authority: FormResult<Authority>;
} {
  const nothing = { ok: true, value: null } as const;
  const onRecord = offendedBefore(recordOf(view.state).facts) === true;
  const isAsked = asks('history') && !onRecord;
  const history = isAsked ? requiredYesOrNo(body, 'history', 'Select whether the person offended before') : nothing;
  const offended = asks('history') && (onRecord || (history.ok && history.value === true));
  const named = (field: 'history-sergeant' | 'history-youth-justice', missing: string): FormResult<string | null> =>
    offended && asks(field) ? requiredText(body, field, missing, LONGEST_LINE) : nothing;
  const youthJustice = named('history-youth-justice', 'Enter which youth justice service agreed');
  if (asks('leave')) return { history, youthJustice, authority: readLeave(body) };
  const inspector = readInspector(body, asks('serious'));
  if (!inspector.ok || inspector.value !== null) return { history, youthJustice, authority: inspector };
  const sergeant = named('history-sergeant', 'Enter which sergeant, or above, gave leave');
  return { history, youthJustice, authority: sergeant.ok ? asSergeant(sergeant.value) : sergeant };
}

function asSergeant(name: string | null): FormResult<Authority> {
  return { ok: true, value: name === null ? null : { by: 'sergeant', name } };
}

function readInspector(body: FormBody, isAsked: boolean): FormResult<Authority> {
  if (!isAsked || choiceOf(body, 'serious') !== 'yes') return { ok: true, value: null };
  const name = requiredText(body, 'inspector', 'Enter which inspector, or above, authorised it', LONGEST_LINE);
  return name.ok ? { ok: true, value: { by: 'inspector', name: name.value } } : name;
}

function readLeave(body: FormBody): FormResult<Authority> {
  const missing = 'Select who gave leave for this outcome';
  const by = requiredChoice(body, 'leave', { of: ['sergeant', 'inspector', 'prosecutor', 'nobody'], missing });
  if (!by.ok) return by;
  if (by.value === 'nobody') return { ok: true, value: null };
  const name = requiredText(body, `${by.value}-name`, 'Enter the name of whoever gave leave', LONGEST_LINE);
  return name.ok ? { ok: true, value: { by: by.value, name: name.value } } : name;
}
