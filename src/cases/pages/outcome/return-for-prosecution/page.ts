import { choiceField, formatDay, govukWarningText, html, wordsField } from '../../../../web/markup/index.ts';
import { consequenceThatFollows } from '../../../domain/outcome/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { otherwiseWords } from '../../words/choices.ts';

export function returnPage(input: FormInput<PoliceCaseView>): FormShown | null {
  const { state, scheme, timeLimit } = input.view;
  if (state.status !== 'not-completed' && state.status !== 'returned') return null;
  const follows = consequenceThatFollows(state, scheme);
  return {
    title: 'Return the case',
    button: 'Return and close',
    ends: true,
    fields: html`<p class="govuk-body">${follows.is === 'consequence' ? `What follows: ${otherwiseWords[follows.consequence].toLowerCase()}.` : 'Nothing follows under this scheme. Close the case without further consequence.'}</p>
      ${timeLimit.passed && timeLimit.lastDay && govukWarningText({ text: `The time limit for a charge passed on ${formatDay(timeLimit.lastDay)}.`, iconFallbackText: 'Warning' })}
      ${choiceField(input, {
        name: 'charged',
        label: 'Has the person been charged or summonsed?',
        items: [
          { value: 'yes', text: 'Yes: record outcome 1' },
          { value: 'no', text: 'No: the decision is still to be taken' },
        ],
      })}
      ${wordsField(input, { name: 'reason', label: 'Reason' })}`,
  };
}
