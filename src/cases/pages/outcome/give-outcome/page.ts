import { hasActivity } from '../../../../schemes/index.ts';
import { html } from '../../../../web/markup/index.ts';
import { outcomePageOf } from '../record-outcome/page.ts';

/** The page of an outcome that counts from today, while the activity goes on, where there is one. */
export const givenOutcomePage = outcomePageOf({
  command: 'give-outcome',
  title: (outcome) => `Record ${outcome} as given today`,
  button: 'Record as given',
  first: ({ view: { scheme } }) =>
    html`<p class="govuk-body">It counts from today${scheme !== null && hasActivity(scheme) && ', and the activity goes on'}. The case closes later, and does not ask for the outcome again.</p>`,
});
