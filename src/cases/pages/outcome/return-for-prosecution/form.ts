import { allFields, requiredText, requiredYesOrNo } from '../../../../web/markup/index.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';

export function readReturn({ body }: Pick<FormInput, 'body'>) {
  return asData(
    allFields({
      charged: requiredYesOrNo(body, 'charged', 'Select whether the person has been charged or summonsed'),
      reason: requiredText(body, 'reason', 'Enter a reason'),
    }),
    ({ charged, reason }) => ({ outcomeType: charged ? ('1' as const) : null, reason }),
  );
}
