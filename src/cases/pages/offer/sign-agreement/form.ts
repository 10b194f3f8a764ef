import type { CalendarDay } from '../../../../shared/calendar-day.ts';
import {
  allFields,
  type FormBody,
  type FormResult,
  optionalText,
  requiredText,
  wrong,
} from '../../../../web/markup/index.ts';
import { plainWords } from '../../../../reference/index.ts';
import type { Condition } from '../../../domain/case-event.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { readConsent } from '../../act/consent-field.ts';
import { requiredPastDay } from '../../../../triage/index.ts';
import { asksToShare, conditionSlots } from './page.ts';

const NOTHING_TO_ASK = { ok: true, value: null } as const;

export function readAgreement({ body, view, today }: FormInput<PoliceCaseView>) {
  const { mandatory, others } = conditionSlots(view);
  const own = mandatory.map(
    (kind) =>
      [
        kind,
        requiredText(body, `condition-${kind}`, `Enter the condition: ${plainWords(kind).toLowerCase()}`),
      ] as const,
  );
  const extra = others.map((number) => [String(number), optionalText(body, `condition-${number}`)] as const);
  return asData(
    allFields({
      own: allFields(Object.fromEntries(own)),
      extra: allFields(Object.fromEntries(extra)),
      some: mandatory.length > 0 ? NOTHING_TO_ASK : someCondition(extra),
      signedOn: readSignature(body, today),
      share: asksToShare(view)
        ? readConsent(body, 'share', 'Select whether the person agrees that their details are shared')
        : NOTHING_TO_ASK,
    }),
    ({ own, extra: others, signedOn, share }) => ({
      conditions: [...conditionsOf(own), ...othersOf(others)],
      signedOn,
      share,
    }),
  );
}

function conditionsOf(own: Readonly<Record<string, string>>): Condition[] {
  return Object.entries(own).map(([kind, words]) => ({ id: kind, kind, words }));
}

function othersOf(others: Readonly<Record<string, string | null>>): Condition[] {
  return Object.entries(others).flatMap(([number, words]) =>
    words === null ? [] : [{ id: `condition-${number}`, kind: 'other', words }],
  );
}

/** An agreement to nothing is none. */
function someCondition(others: readonly (readonly [string, FormResult<string | null>])[]): FormResult<null> {
  if (others.some(([, read]) => !read.ok || read.value !== null)) return NOTHING_TO_ASK;
  return wrong({ field: 'condition-1', text: 'Enter at least one condition' });
}

function readSignature(body: FormBody, today: CalendarDay): FormResult<CalendarDay> {
  return requiredPastDay(body, { field: 'signed-on', called: 'the date of the signature', today });
}
