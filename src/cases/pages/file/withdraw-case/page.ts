import { html, choiceField, lineField } from '../../../../web/markup/index.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { itemsOf, withdrawnWords } from '../../words/choices.ts';

export function withdrawPage(input: FormInput): FormShown {
  const reference = lineField(input, {
    name: 'of-case',
    label: 'Reference of the other case',
    input: { classes: 'govuk-input--width-10' },
  });
  return {
    title: 'Withdraw the case',
    button: 'Withdraw and close',
    ends: true,
    fields: html`${choiceField(input, {
      name: 'reason',
      label: 'Why is it withdrawn?',
      items: itemsOf(withdrawnWords).map((item) =>
        item.value === 'duplicate' ? { ...item, conditional: { html: reference } } : item,
      ),
    })}`,
  };
}
