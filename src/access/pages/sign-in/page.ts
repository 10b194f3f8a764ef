import {
  errorMessageFor,
  formatTime,
  govukButton,
  govukInput,
  govukInsetText,
  govukPasswordInput,
  html,
  postForm,
  type FormError,
  type Page,
} from '../../../web/markup/index.ts';
import { wholeMinuteAfter } from '../whole-minute.ts';
import type { SignInRefusal } from '../../use-cases/sign-in.ts';

export interface SignInView {
  readonly csrfToken: string;
  /** Where to go afterwards: a path of this program. */
  readonly next: string;
  /** What was typed; never the password. */
  readonly email: string;
  readonly errors: readonly FormError[];
  readonly hasDemonstration: boolean;
}

export function signInPage(view: SignInView): Page {
  const fields = html`${govukInput({
    id: 'email',
    name: 'email',
    type: 'email',
    label: { text: 'Email address' },
    autocomplete: 'username',
    spellcheck: false,
    value: view.email,
    errorMessage: errorMessageFor(view.errors, 'email'),
  })}
  ${govukPasswordInput({
    id: 'password',
    name: 'password',
    label: { text: 'Password' },
    autocomplete: 'current-password',
    errorMessage: errorMessageFor(view.errors, 'password'),
  })}
  ${govukButton({ text: 'Sign in', preventDoubleClick: true })}`;
  return {
    title: 'Sign in',
    errors: view.errors,
    content: html`<h1 class="govuk-heading-l">Sign in</h1>
      ${view.hasDemonstration && demonstrationHint()}
      ${postForm({ action: '/sign-in', csrfToken: view.csrfToken, hidden: { next: view.next }, content: fields })}`,
  };
}

/** A refusal in GOV.UK words. It does not tell whether the email address or the password was wrong. */
export function errorsOfRefusal(refusal: SignInRefusal): readonly FormError[] {
  switch (refusal.code) {
    case 'wrong-email-or-password':
      return [{ field: 'email', text: 'Email address or password is not right. Check both and try again' }];
    case 'works-nowhere':
      return [
        {
          field: 'email',
          text: 'Your account belongs to no organisation any more. Ask whoever runs Waymark to add you to one',
        },
      ];
    case 'wait':
      return [
        {
          field: 'email',
          text: `There were too many attempts to sign in. Try again at ${formatTime(wholeMinuteAfter(refusal.until))}`,
        },
      ];
  }
}

function demonstrationHint() {
  return govukInsetText({
    text: 'This is a demonstration. The accounts to try it with, and their password, are printed where Waymark was started.',
  });
}
