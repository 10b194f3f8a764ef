import { choiceLabels, type FormBody, type Html, textsOf } from '../../../web/markup/index.ts';
import type { FieldLabels } from './case-form.ts';

/** What was typed and chosen, in the words of the form: `labels` of its fields, and of each choice as it was drawn. */
export function typedIn(
  fields: Html | null,
  labels: FieldLabels,
  body: FormBody,
): readonly { readonly label: string; readonly value: string }[] {
  const choices = fields === null ? null : choiceLabels(fields);
  return Object.entries(labels)
    .map(([field, label]) => {
      const sent = textsOf(body, field).filter(Boolean);
      return { label, value: sent.map((value) => choices?.get(field)?.get(value) ?? value).join(', ') };
    })
    .filter(({ value }) => value !== '');
}
