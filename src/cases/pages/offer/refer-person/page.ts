import { choiceField, govukInsetText, html } from '../../../../web/markup/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';

export const NO_SERVICE = 'No provider takes referrals for this scheme in your force. Ask your coordinator';

export function referPage(input: FormInput<PoliceCaseView>): FormShown {
  const { services, file } = input.view;
  const { telephone, email, address } = file.person.contact;
  const unreachable = telephone === null && email === null && address === null;
  const detailsLink = html`<a class="govuk-link" href="/cases/${file.caseId}/person">Add how to reach the person</a>`;
  return {
    title: 'Refer to a provider',
    button: 'Refer',
    fields: html`${unreachable && govukInsetText({ html: html`No telephone number, email or address is recorded. ${detailsLink} before you refer.` })}
      <p class="govuk-body">The provider gets the name, how to make contact safely, language and needs, the scheme, the conditions and any risk to staff. It gets nothing else.</p>
      ${
        services.length === 0
          ? html`<p class="govuk-body" id="service" tabindex="-1">${NO_SERVICE}.</p>`
          : choiceField(input, {
              name: 'service',
              label: 'Which service?',
              items: services.map((service) => ({
                value: service.serviceId,
                text: service.organisationName,
                hint: { text: service.name },
              })),
            })
      }`,
  };
}
