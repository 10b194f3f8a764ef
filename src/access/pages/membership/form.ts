import { choiceOf, type FormBody, type FormResult } from '../../../web/markup/index.ts';

/** The membership that was chosen. Whether it is theirs is the use-case's to say. */
export function parseMembershipForm(body: FormBody): FormResult<{ readonly membershipId: string }> {
  const membershipId = choiceOf(body, 'membership');
  return membershipId === ''
    ? { ok: false, errors: [{ field: 'membership', text: 'Select where you are working today' }] }
    : { ok: true, value: { membershipId } };
}
