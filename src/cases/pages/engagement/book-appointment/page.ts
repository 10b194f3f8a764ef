import { choiceField, html, lineField } from '../../../../web/markup/index.ts';
import { plainWords } from '../../../../reference/index.ts';
import { stepsOf } from '../../../domain/engagement/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { momentFields } from '../../act/moment-field.ts';

export function bookPage(input: FormInput<ProviderCaseView>): FormShown {
  const steps = stepsToBook(input.view);
  return {
    title: 'Book an appointment',
    button: 'Book appointment',
    fields: html`${
      steps.length > 1 &&
      choiceField(input, {
        name: 'step',
        label: 'What is it for?',
        items: steps.map((step) => ({ value: step, text: plainWords(step) })),
      })
    }
      ${momentFields(input)}
      ${lineField(input, { name: 'place', label: 'Where (optional)', hint: 'Only your organisation sees this.' })}`,
  };
}

export function stepsToBook({ scheme }: ProviderCaseView): readonly string[] {
  return scheme ? stepsOf(scheme) : [];
}
