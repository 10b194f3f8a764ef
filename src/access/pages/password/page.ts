import {
  errorMessageFor,
  formatTime,
  govukButton,
  govukInsetText,
  govukPasswordInput,
  html,
  postForm,
  type FormError,
  type Page,
} from '../../../web/markup/index.ts';
import type { Weakness } from '../../domain/password-guess.ts';
import type { ChangePasswordRefusal } from '../../use-cases/change-password.ts';
import { wholeMinuteAfter } from '../whole-minute.ts';

export interface PasswordView {
  readonly csrfToken: string;
  /** Where to go afterwards: a path of this program. */
  readonly next: string;
  /** Whether the present password was somebody else's choice. */
  readonly isFirstUse: boolean;
  readonly errors: readonly FormError[];
}

/** Somebody changes their own password. What was typed is never shown again. */
export function passwordPage({ csrfToken, next, isFirstUse, errors }: PasswordView): Page {
  const fields = html`${govukPasswordInput({
    id: 'present',
    name: 'present',
    label: { text: 'Present password' },
    autocomplete: 'current-password',
    errorMessage: errorMessageFor(errors, 'present'),
  })}
  ${govukPasswordInput({
    id: 'wanted',
    name: 'wanted',
    label: { text: 'New password' },
    hint: {
      text: 'At least 12 characters. Four words by chance are good; your name, your force and words of this work are not.',
    },
    autocomplete: 'new-password',
    errorMessage: errorMessageFor(errors, 'wanted'),
  })}
  ${govukButton({ text: 'Change password', preventDoubleClick: true })}`;
  return {
    title: 'Change your password',
    errors,
    ...(!isFirstUse && { backLink: { href: '/account' } }),
    content: html`<h1 class="govuk-heading-l">Change your password</h1>
      ${isFirstUse && govukInsetText({ text: 'Somebody else chose your password. Choose one of your own before you go on.' })}
      <p class="govuk-body">You will be signed out everywhere else.</p>
      ${postForm({ action: '/account/password', csrfToken, hidden: { next }, content: fields })}`,
  };
}

type ShownRefusal = Exclude<ChangePasswordRefusal, { readonly code: 'not-signed-in' }>;

/** A refusal in GOV.UK words, at the field that it is about. */
export function errorsOfPasswordRefusal(refusal: ShownRefusal): readonly FormError[] {
  switch (refusal.code) {
    case 'wrong-password':
      return [{ field: 'present', text: 'Present password is not right' }];
    case 'wait':
      return [
        {
          field: 'present',
          text: `There were too many wrong passwords. Try again at ${formatTime(wholeMinuteAfter(refusal.until))}`,
        },
      ];
    case 'same-password':
      return [{ field: 'wanted', text: 'New password must be different from the present one' }];
    case 'password-too-short':
      return [{ field: 'wanted', text: 'New password must be 12 characters or more' }];
    case 'password-too-long':
      return [{ field: 'wanted', text: 'New password must be 300 characters or fewer' }];
    case 'password-easily-guessed':
      return [
        {
          field: 'wanted',
          text: `New password would be guessed soon: ${weaknessWords[refusal.because]}. Choose another`,
        },
      ];
  }
}

const weaknessWords: Readonly<Record<Weakness, string>> = {
  common: 'it is among those that are tried first',
  'nearly-common': 'it is one of those that are tried first, changed a little',
  'expected-words': 'it is made of your name, your force, a place or words of this work',
  'one-word': 'it is one word',
  names: 'it is made of names',
  repeats: 'it repeats itself',
  sequence: 'it is a sequence, like abcd',
  'keyboard-pattern': 'its keys lie beside each other',
  date: 'it is a date or a year',
  'too-simple': 'it is too simple',
};
