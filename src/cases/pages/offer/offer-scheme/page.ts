import { choiceField, html } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { itemsOf, otherwiseWords } from '../../words/choices.ts';

export function offerPage(input: FormInput<PoliceCaseView>): FormShown | null {
  const scheme = input.site.work.catalogue.schemes.find(({ id }) => id === input.target);
  if (!scheme) return null;
  return {
    title: `Offer ${scheme.name}`,
    button: 'Record the offer',
    fields: html`${scheme.summary !== undefined && html`<p class="govuk-body">${scheme.summary}</p>`}
      <p class="govuk-body"><a class="govuk-link" href="/schemes/${scheme.id}">What the person would agree to and do</a></p>
      ${choiceField(input, {
        name: 'otherwise',
        label: 'What would happen if nothing were offered?',
        hint: 'A diversion that fails never leads to more than this.',
        items: itemsOf(otherwiseWords),
      })}`,
  };
}
