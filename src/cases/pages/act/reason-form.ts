import { allFields, html, requiredText, wordsField } from '../../../web/markup/index.ts';
import { asData } from './as-data.ts';
import type { FormInput, FormShown } from './case-form.ts';

/** A form that asks for nothing but a reason in words. */
export function reasonPage(shown: Omit<FormShown, 'fields'> & { readonly label: string; readonly hint?: string }) {
  const { label, hint, ...rest } = shown;
  return (input: FormInput): FormShown => ({
    ...rest,
    fields: html`${wordsField(input, { name: 'reason', label, hint })}`,
  });
}

export function readReason({ body }: Pick<FormInput, 'body'>) {
  return asData(allFields({ reason: requiredText(body, 'reason', 'Enter a reason') }), (value) => value);
}
