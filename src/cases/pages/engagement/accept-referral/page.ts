import { html } from '../../../../web/markup/index.ts';
import type { FormShown } from '../../act/case-form.ts';

export function acceptReferralPage(): FormShown {
  return {
    title: 'Accept the referral',
    button: 'Accept the referral',
    fields: html`<p class="govuk-body">You take the person on, and book the first appointment or try to reach them next. The clock to first contact is running.</p>`,
  };
}
