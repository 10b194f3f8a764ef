import { textOf, type FormBody, type FormError, type FormResult } from '../../../web/markup/index.ts';

export interface SignInForm {
  readonly email: string;
  readonly password: string;
}

const LONGEST = 300;

/** What was typed, or what is missing. The password is taken as it is: spaces at its ends count. */
export function parseSignInForm(body: FormBody): FormResult<SignInForm> {
  const email = textOf(body, 'email');
  const password = typeof body['password'] === 'string' ? body['password'] : '';
  const errors: FormError[] = [];
  if (email === '') errors.push({ field: 'email', text: 'Enter your email address' });
  else if (!email.includes('@') || email.length > LONGEST)
    errors.push({ field: 'email', text: 'Enter an email address in the correct format, like name@example.com' });
  if (password === '') errors.push({ field: 'password', text: 'Enter your password' });
  else if (password.length > LONGEST)
    errors.push({ field: 'password', text: `Password must be ${LONGEST} characters or fewer` });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { email, password } };
}
