import {
  choiceField,
  errorMessageFor,
  type FormState,
  govukButton,
  govukFileUpload,
  govukInsetText,
  html,
  type Html,
  type Page,
  postForm,
  wordsField,
} from '../../../web/markup/index.ts';
import { DATA_MEGABYTES } from './read-upload.ts';

interface BeginPage {
  readonly form: FormState;
  readonly csrfToken: string;
  readonly hasGenerated: boolean;
}

/** The form that begins an evaluation: a plan, and the data it is about. */
export function beginPage({ form, csrfToken, hasGenerated }: BeginPage): Page {
  return {
    title: 'Begin an evaluation',
    errors: form.errors,
    backLink: { href: '/evaluations', text: 'Back to evaluations' },
    content: html`<h1 class="govuk-heading-l">Begin an evaluation</h1>
      <h2 class="govuk-heading-m">The plan</h2>
      <p class="govuk-body">The plan says what will be compared and how. It is read, and its hash taken, before the data are opened. <a class="govuk-link" href="/evaluations/examples">Example plans</a></p>
      ${postForm({
        action: '/evaluations/new',
        csrfToken,
        hasFiles: true,
        content: html`${fileField(form, { name: 'plan-file', label: 'File of the plan', hint: 'YAML, at most 64 KB' })}
          ${wordsField(form, { name: 'plan', label: 'Or paste the plan', rows: 14, classes: 'waymark-code-field' })}
          <h2 class="govuk-heading-m">The data</h2>
          ${govukInsetText({ text: 'The files are read and counted, and removed when the evaluation ends. What stays is the report, which holds no person: numbers, and the hashes of the files.' })}
          ${hasGenerated ? dataChoice(form) : dataFiles(form)}
          ${govukButton({ text: 'Check and begin', preventDoubleClick: true })}`,
      })}`,
  };
}

function dataChoice(form: FormState): Html {
  return choiceField(form, {
    name: 'data',
    label: 'Where do the data come from?',
    items: [
      {
        value: 'generated',
        text: 'The generated demonstration cohort',
        hint: { text: '3,000 invented people with known true effects' },
      },
      { value: 'files', text: 'Files of a study', conditional: { html: dataFiles(form) } },
    ],
  });
}

function dataFiles(form: FormState): Html {
  const size = `CSV, at most ${DATA_MEGABYTES} MB`;
  return html`${fileField(form, { name: 'cohort', label: 'Cohort (cohort.csv)', hint: `One row a person and index event. ${size}` })}
    ${fileField(form, { name: 'reoffences', label: 'Reoffences (reoffences.csv), if there are any', hint: size })}`;
}

function fileField(
  { errors }: FormState,
  { name, label, hint }: { readonly name: string; readonly label: string; readonly hint: string },
): Html {
  return govukFileUpload({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    errorMessage: errorMessageFor(errors, name),
  });
}
