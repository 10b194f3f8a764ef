import {
  choiceField,
  dateField,
  type FormState,
  govukButton,
  type Html,
  html,
  lineField,
  type Page,
  postForm,
} from '../../../web/markup/index.ts';

interface StartPage extends FormState {
  readonly action: string;
  readonly csrfToken: string;
  /** Whether the triage is under way: then this page corrects what it began with. */
  readonly underWay: boolean;
}

/** Who, and when: what a date of birth and the day of the offence settle need not be asked any more. */
export function startTriagePage(start: StartPage): Page {
  const title = start.underWay ? 'The person and the offence' : 'Start a triage';
  return {
    title,
    errors: start.errors,
    backLink: { href: start.underWay ? start.action.replace(/\/person$/, '/check') : '/cases' },
    content: html`<h1 class="govuk-heading-l">${title}</h1>
      ${postForm({
        action: start.action,
        csrfToken: start.csrfToken,
        content: html`${whenField(start)}
          ${lineField(start, {
            name: 'name',
            label: 'Person’s name',
            hint: 'You can add it later, before you finish.',
            input: { autocomplete: 'off', spellcheck: false },
          })}
          ${dateField(start, { name: 'born-on', label: 'Person’s date of birth', hint: 'Leave empty if you do not know.' })}
          ${govukButton({ text: 'Continue', preventDoubleClick: true })}`,
      })}`,
  };
}

/** Most offences are of today: a tap, not six figures typed in the rain. */
function whenField(form: FormState): Html {
  return choiceField(form, {
    name: 'when',
    label: 'When was the offence?',
    items: [
      { value: 'today', text: 'Today' },
      { value: 'yesterday', text: 'Yesterday' },
      {
        value: 'other',
        text: 'Another day',
        conditional: { html: dateField(form, { name: 'occurred-on', label: 'Date of the offence' }) },
      },
      { value: 'not-known', text: 'I don’t know' },
    ],
  });
}
