import { allFields, parseDateField, requiredText, textOf, typedDateOf } from '../../../web/markup/index.ts';
import { plainWords } from '../../../reference/index.ts';
import type { Condition } from '../../domain/case-event.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { asData } from '../act/as-data.ts';
import type { FormInput } from '../act/case-form.ts';
import { readConsent } from '../act/consent-field.ts';
import { asksToShare, conditionSlots } from './page.ts';

export function readAgreement({ body, view }: FormInput<PoliceCaseView>) {
  const { mandatory, others } = conditionSlots(view);
  const own = mandatory.map(
    (kind) =>
      [
        kind,
        requiredText(body, `condition-${kind}`, `Enter the condition: ${plainWords(kind).toLowerCase()}`),
      ] as const,
  );
  const extra = others
    .map((number) => ({ id: `condition-${number}`, kind: 'other', words: textOf(body, `condition-${number}`) }))
    .filter(({ words }) => words !== '');
  return asData(
    allFields({
      own: allFields(Object.fromEntries(own)),
      signedOn: parseDateField(typedDateOf(body, 'signed-on'), 'signed-on', 'the date of the signature'),
      share: asksToShare(view)
        ? readConsent(body, 'share', 'Select whether the person agrees that their details are shared')
        : ({ ok: true, value: null } as const),
    }),
    (value) => ({ conditions: [...conditionsOf(value.own), ...extra], signedOn: value.signedOn, share: value.share }),
  );
}

function conditionsOf(own: Readonly<Record<string, string>>): Condition[] {
  return Object.entries(own).map(([kind, words]) => ({ id: kind, kind, words }));
}
