import {
  choiceField,
  choiceOf,
  dateField,
  type FormState,
  govukButton,
  govukDetails,
  govukFieldset,
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
        content: html`${lineField(start, {
          name: 'name',
          label: 'Person’s name',
          hint: 'You can add it later, before you finish.',
          input: { autocomplete: 'off', spellcheck: false },
        })}
          ${lineField(start, {
            name: 'born-on',
            label: 'Person’s date of birth',
            hint: 'For example, 17 5 1999 or 17051999. Leave it empty if you do not know.',
            input: { autocomplete: 'off', inputmode: 'numeric', classes: 'govuk-input--width-10' },
          })}
          ${start.underWay ? whenField(start) : whenBehind(start)}
          ${start.underWay ? govukButton({ text: 'Continue', preventDoubleClick: true }) : whatWasFound()}`,
      })}`,
  };
}

/** Most offences are of today: no tap at all. Another day is behind a line that says so. */
function whenBehind(form: FormState): Html {
  const isOther = choiceOf(form.body, 'when') !== 'today';
  const isWrong = form.errors.some(({ field }) => field === 'when' || field === 'occurred-on');
  return govukDetails({
    summaryText: isOther ? 'When the offence was' : 'The offence was today. Change the day',
    open: isOther || isWrong,
    html: whenField(form),
  });
}

/** Most triages are for possession of cannabis: a tap that says so and goes on. */
function whatWasFound(): Html {
  const found = (text: string, value: string): Html =>
    govukButton({
      text,
      name: 'found',
      value,
      classes: 'govuk-button--secondary waymark-answer',
      preventDoubleClick: true,
    });
  // The key Enter, in a field, presses the first button of a form: this one, which says nothing of the offence.
  const onward = govukButton({
    text: 'Continue',
    classes: 'govuk-visually-hidden',
    attributes: { tabindex: '-1', 'aria-hidden': 'true' },
  });
  return html`${onward}${govukFieldset({
    legend: { text: 'What is it about?', classes: 'govuk-fieldset__legend--s' },
    html: html`<div class="waymark-answers">${found('Possession of cannabis, and no other drug', 'cannabis')}
      ${found('Possession of another drug, or of several', 'possession')}
      ${found('Another offence', 'other')}</div>`,
  })}`;
}

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
