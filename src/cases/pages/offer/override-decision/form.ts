import { allFields, LONGEST_LINE, requiredChoice, requiredText } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput } from '../../act/case-form.ts';
import { asData } from '../../act/as-data.ts';
import { asksForAuthority } from './page.ts';

export function readOverride(input: FormInput<PoliceCaseView>) {
  const { body, target } = input;
  return asData(
    allFields({
      to: requiredChoice(body, 'to', { of: ['eligible', 'ineligible'], missing: 'Select what you decide' }),
      reason: requiredText(body, 'reason', 'Enter a reason'),
      authority: asksForAuthority(input)
        ? requiredText(body, 'authority', 'Enter who gave the authority', LONGEST_LINE)
        : ({ ok: true, value: null } as const),
    }),
    (value) => ({ scheme: target ?? '', ...value }),
  );
}
