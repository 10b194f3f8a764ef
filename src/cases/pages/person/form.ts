import {
  allFields,
  choiceOf,
  type FormBody,
  type FormResult,
  LONGEST_LINE,
  optionalText,
  requiredChoice,
  requiredText,
  requiredYesOrNo,
  wrong,
} from '../../../web/markup/index.ts';
import { type BirthdayLimits, type Contact, type Person, readBirthday } from '../../../triage/index.ts';

/** The details as sent; what the form does not ask about stays as it was. */
function readPerson(body: FormBody, before: Person, limits: BirthdayLimits): FormResult<Person> {
  const read = allFields({
    name: requiredText(body, 'name', 'Enter the person’s name', LONGEST_LINE),
    bornOn: readBirthday(body, limits),
    contact: readContact(body),
    language: optionalText(body, 'language', LONGEST_LINE),
    interpreterNeeded: requiredYesOrNo(body, 'interpreter', 'Select whether an interpreter is needed'),
    needs: optionalText(body, 'needs'),
    riskToStaff: optionalText(body, 'risk'),
    policeReference: optionalText(body, 'police-reference', LONGEST_LINE),
  });
  return read.ok ? { ok: true, value: { ...before, ...read.value } } : read;
}

/** The details as sent, and why the date of birth is another, where it is. */
export function readCorrection(
  body: FormBody,
  before: Person,
  limits: BirthdayLimits,
): FormResult<{ readonly person: Person; readonly reason: string | null }> {
  const person = readPerson(body, before, limits);
  if (!person.ok) return person;
  const isAnother = person.value.bornOn !== before.bornOn;
  return allFields({
    person,
    reason: isAnother
      ? requiredText(body, 'birthday-reason', 'Enter why the date of birth is another')
      : ({ ok: true, value: null } as const),
  });
}

function readContact(body: FormBody): FormResult<Contact> {
  const safe = requiredChoice(body, 'safe', {
    of: ['safe', 'only-as-described', 'not-safe'],
    missing: 'Select whether it is safe to make contact',
  });
  return allFields({
    telephone: optionalText(body, 'telephone', LONGEST_LINE),
    email: readEmail(body),
    address: optionalText(body, 'address'),
    safe,
    howSafely:
      choiceOf(body, 'safe') === 'only-as-described'
        ? requiredText(body, 'how-safely', 'Enter how to make contact safely')
        : ({ ok: true, value: null } as const),
  });
}

function readEmail(body: FormBody): FormResult<string | null> {
  const email = optionalText(body, 'email', LONGEST_LINE);
  if (!email.ok || email.value === null || /^\S+@\S+\.\S+$/.test(email.value)) return email;
  return wrong({ field: 'email', text: 'Enter an email address in the correct format, like name@example.com' });
}
