import { formatDay, html, type Html, wordsField } from '../../../../web/markup/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { givenOutcomeWords } from '../../words/given-outcome.ts';
import { outcomePageOf } from '../record-outcome/page.ts';

/** What the address names where no outcome was given after all. */
export const TAKEN_BACK = 'taken-back';

const corrected = outcomePageOf({
  command: 'correct-outcome',
  title: (outcome) => `Correct the outcome to ${outcome}`,
  button: 'Correct the outcome',
  first: onRecord,
  besides: reasonField,
});

/** The page that puts right an outcome which was recorded wrongly: another one, held to the law of the same day, or none. */
export function correctOutcomePage(input: FormInput<PoliceCaseView>): FormShown | null {
  if (recordOf(input.view.state).outcomeGiven === null) return null;
  if (input.target !== TAKEN_BACK) return corrected(input);
  return {
    title: 'No outcome was given after all',
    button: 'Take the outcome back',
    fields: html`${onRecord(input)}${reasonField(input)}`,
  };
}

function onRecord({ view, site, target }: FormInput<PoliceCaseView>): Html | null {
  const { outcomeGiven } = recordOf(view.state);
  if (outcomeGiven === null) return null;
  const takeBack = html` If no outcome was given, <a class="govuk-link" href="/cases/${view.file.caseId}/correct-outcome/${TAKEN_BACK}">take it back</a>.`;
  return html`<p class="govuk-body">On record: ${givenOutcomeWords(site.words, outcomeGiven)}, given on ${formatDay(outcomeGiven.givenOn)}.${target !== TAKEN_BACK && takeBack}</p>`;
}

function reasonField(input: FormInput<PoliceCaseView>): Html {
  return wordsField(input, { name: 'reason', label: 'Why is it corrected?' });
}
