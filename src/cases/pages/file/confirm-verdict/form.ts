import { allFields, LONGEST_LINE, requiredText } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { confirmationNeedsAuthority } from './page.ts';

export function readConfirmation(input: FormInput<PoliceCaseView>) {
  const { body } = input;
  return asData(
    allFields({
      reason: requiredText(body, 'reason', 'Enter a reason'),
      authority: confirmationNeedsAuthority(input)
        ? requiredText(body, 'authority', 'Enter who gave the authority', LONGEST_LINE)
        : ({ ok: true, value: null } as const),
    }),
    (value) => value,
  );
}
