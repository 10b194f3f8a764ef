import {
  errorMessageFor,
  govukButton,
  govukPasswordInput,
  html,
  postForm,
  textsOf,
  type FormBody,
  type FormError,
  type Page,
} from '../../../web/markup/index.ts';
import { PROVED_FOR_MINUTES } from '../../domain/dangerous-acts.ts';

/** The field of the password that is asked for again. No form has one of that name. */
export const PROOF_FIELD = 'proof-of-password';

export interface ProofView {
  /** What they are about to do, in words. */
  readonly act: string;
  /** The address that the form was sent to, and is sent to again. */
  readonly action: string;
  /** Whatever was typed: it goes along, unseen. */
  readonly body: FormBody;
  readonly csrfToken: string;
  readonly errors: readonly FormError[];
}

/** Asks for the password before what cannot be taken back, with everything that was typed kept. */
export function proofPage({ act, action, body, csrfToken, errors }: ProofView): Page {
  const kept = Object.keys(body)
    .filter((name) => name !== '_csrf' && name !== PROOF_FIELD)
    .flatMap((name) => textsOf(body, name).map((value) => ({ name, value })));
  const fields = html`${kept.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${govukPasswordInput({
      id: PROOF_FIELD,
      name: PROOF_FIELD,
      label: { text: 'Password' },
      autocomplete: 'current-password',
      errorMessage: errorMessageFor(errors, PROOF_FIELD),
    })}
    ${govukButton({ text: 'Continue', preventDoubleClick: true })}`;
  return {
    title: 'Enter your password again',
    errors,
    content: html`<h1 class="govuk-heading-l">Enter your password again</h1>
      <p class="govuk-body">You are about to ${act}. You last entered your password more than ${PROVED_FOR_MINUTES} minutes ago.</p>
      <p class="govuk-body">What you typed is kept, and nothing is saved until you go on.</p>
      ${postForm({ action, csrfToken, content: fields })}`,
  };
}
