import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { engagementForms } from '../engagement/index.ts';
import { fileForms } from '../file/index.ts';
import { offerForms } from '../offer/index.ts';
import { outcomeForms } from '../outcome/index.ts';
import type { CaseForm } from './case-form.ts';

/**
 * Everything that a page does to a case: its command, which is also the end of its address, how it is shown and read, and
 * what the next page says. A command without its form, in the index of its part, does not compile.
 */
export const caseForms: { readonly [C in CaseCommandType]: CaseForm<C> } = {
  ...offerForms,
  ...engagementForms,
  ...outcomeForms,
  ...fileForms,
};
