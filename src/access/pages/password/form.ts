import type { FormBody, FormError, FormResult } from '../../../web/markup/index.ts';

export interface PasswordForm {
  readonly present: string;
  readonly wanted: string;
}

const LONGEST = 300;

/** The present password and the new one, as they were typed: spaces at their ends count. */
export function parsePasswordForm(body: FormBody): FormResult<PasswordForm> {
  const [present, wanted] = [passwordIn(body, 'present'), passwordIn(body, 'wanted')];
  const errors: FormError[] = [];
  if (present === '') errors.push({ field: 'present', text: 'Enter your present password' });
  else if (present.length > LONGEST)
    errors.push({ field: 'present', text: `Present password must be ${LONGEST} characters or fewer` });
  if (wanted === '') errors.push({ field: 'wanted', text: 'Enter a new password' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { present, wanted } };
}

/** A password as it was typed; empty where it was not sent, or sent twice. */
export function passwordIn(body: FormBody, field: string): string {
  const typed = Object.hasOwn(body, field) ? body[field] : undefined;
  return typeof typed === 'string' ? typed : '';
}
