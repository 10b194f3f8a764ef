import { errorMessageFor, type FormError, html, type Html } from '../../../web/markup/index.ts';

/** A refusal that concerns no one field, above the form; the summary of errors leads here. */
export function refusedAtTop(errors: readonly FormError[]): Html | null {
  const refused = errorMessageFor(errors, 'form');
  return refused === undefined
    ? null
    : html`<div id="form" tabindex="-1"><p class="govuk-error-message">${refused.text}</p></div>`;
}
