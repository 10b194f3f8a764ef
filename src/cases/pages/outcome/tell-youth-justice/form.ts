import { allFields, LONGEST_LINE, requiredText } from '../../../../web/markup/index.ts';
import { requiredPastDay } from '../../../../triage/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';

export function readTelling({ body, today }: Pick<FormInput<PoliceCaseView>, 'body' | 'today'>) {
  return asData(
    allFields({
      team: requiredText(body, 'team', 'Enter which service was told', LONGEST_LINE),
      toldOn: requiredPastDay(body, { field: 'told-on', called: 'the day it was told', today }),
    }),
    (told) => told,
  );
}
