import {
  errorMessageFor,
  choiceField,
  formatDateTime,
  type FormState,
  govukButton,
  govukCheckboxes,
  govukInsetText,
  html,
  type Html,
  type Page,
  postForm,
  textsOf,
} from '../../../web/markup/index.ts';
import { COUNT_STEP, type CountForm } from '../../domain/disclosure/rounding.ts';
import type { StoredEvaluation } from '../../domain/lifecycle/stored-evaluation.ts';
import { FORMS } from '../../domain/register/release-verdict.ts';
import type { SharingChoices } from '../../use-cases/share-evaluation.ts';

interface Sharing {
  readonly choices: SharingChoices;
  readonly form: FormState;
  readonly csrfToken: string;
}

/** Asks which boards may read a report, and with counts in which form; or says why it can't be released. */
export function sharePage({ choices, form, csrfToken }: Sharing): Page {
  const { id, title } = choices.evaluation;
  const { verdict } = choices;
  return {
    title: 'Share with boards',
    errors: form.errors,
    backLink: { href: `/evaluations/${id}`, text: 'Back to the report' },
    content: html`<span class="govuk-caption-l">${title}</span>
      <h1 class="govuk-heading-l">Share with boards</h1>
      ${
        verdict.kind === 'refused'
          ? html`<p class="govuk-body">This report can’t be released to boards.</p>
              ${govukInsetText({ text: verdict.because })}`
          : html`<p class="govuk-body">The boards that you choose can then read the report for boards and keep it, and so can supervisors and coordinators of the forces whose scheme is studied. The full report stays with your organisation.</p>
              ${postForm({
                action: `/evaluations/${id}/share`,
                csrfToken,
                content: html`${boardsField(choices, form)} ${countsField(choices, form)}
                  <div class="govuk-button-group">${govukButton({ text: 'Share with boards', preventDoubleClick: true })} <a class="govuk-link" href="/evaluations/${id}">Cancel</a></div>`,
              })}`
      }`,
  };
}

function boardsField({ boards }: SharingChoices, form: FormState): Html {
  if (boards.length === 0) return html`<p class="govuk-body">No board has an account here yet.</p>`;
  const ticked = textsOf(form.body, 'boards');
  return govukCheckboxes({
    idPrefix: 'boards',
    name: 'boards',
    fieldset: { legend: { text: 'Which boards?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Of those that are not ticked it is taken back' },
    errorMessage: errorMessageFor(form.errors, 'boards'),
    items: boards.map(({ boardId, name, sharedAt }) => ({
      value: boardId,
      text: name,
      checked: ticked.includes(boardId),
      ...(sharedAt !== null && { hint: { text: `Shared ${formatDateTime(sharedAt)}` } }),
    })),
  });
}

const COUNTS: { readonly [form in CountForm]: { readonly text: string; readonly hint: string } } = {
  rounded: {
    text: `In fives, and those of 1 to 4 hidden`,
    hint: `Every count to the nearest ${COUNT_STEP}. Later reports of the same people can be released as well`,
  },
  hidden: {
    text: 'Exact, and those of 1 to 4 hidden with others that would give them away',
    hint: 'Once for the same people: no other report of them can then be released',
  },
};

function countsField({ verdict, evaluation: { id } }: SharingChoices, form: FormState): Html {
  const look = (counts: CountForm, text: string) =>
    html`<a class="govuk-link" href="/evaluations/${id}/board-report?counts=${counts}">${text}</a>`;
  if (verdict.kind === 'only') {
    return html`<p class="govuk-body">Counts are ${FORMS[verdict.counts]}. ${verdict.because}</p>
      <input type="hidden" name="counts" value="${verdict.counts}" />
      <p class="govuk-body">${look(verdict.counts, 'See what a board sees')} before you share it.</p>`;
  }
  const items = (['rounded', 'hidden'] as const).map((value) => ({
    value,
    text: COUNTS[value].text,
    hint: { text: COUNTS[value].hint },
  }));
  return html`${choiceField(form, { name: 'counts', label: 'How are counts shown?', items })}
    <p class="govuk-body">See what a board sees with counts ${look('rounded', 'in fives')} or ${look('hidden', 'exact')} before you share it. What you choose stays: both together would tell what each hides.</p>`;
}

/** Asks once more before a report is taken from boards. */
export function withdrawPage({
  evaluation: { id, title },
  csrfToken,
}: {
  readonly evaluation: StoredEvaluation;
  readonly csrfToken: string;
}): Page {
  return {
    title: 'Withdraw from boards',
    backLink: { href: `/evaluations/${id}`, text: 'Back to the report' },
    content: html`<span class="govuk-caption-l">${title}</span>
      <h1 class="govuk-heading-l">Withdraw from boards</h1>
      <p class="govuk-body">Boards, and those who answer for the scheme, can then no longer read the report here. What somebody has read or downloaded they have, and it stays registered as released.</p>
      ${postForm({
        action: `/evaluations/${id}/withdraw`,
        csrfToken,
        content: html`<div class="govuk-button-group">${govukButton({ text: 'Withdraw from boards', classes: 'govuk-button--warning', preventDoubleClick: true })} <a class="govuk-link" href="/evaluations/${id}">Cancel</a></div>`,
      })}`,
  };
}
