import {
  choiceField,
  dateField,
  type FormBody,
  type FormState,
  html,
  type Html,
  lineField,
  typedDay,
  wordsField,
  yesOrNoField,
} from '../../../web/markup/index.ts';
import type { Person } from '../../../triage/index.ts';

export const personLabels: Readonly<Record<string, string>> = {
  name: 'Name',
  'born-on-day': 'Day of birth',
  'born-on-month': 'Month of birth',
  'born-on-year': 'Year of birth',
  'birthday-reason': 'Why the date of birth is another',
  telephone: 'Telephone',
  email: 'Email',
  address: 'Address',
  safe: 'Is contact safe',
  'how-safely': 'How to make contact safely',
  language: 'Language',
  interpreter: 'Interpreter needed',
  needs: 'Needs',
  risk: 'Risk to staff',
  'police-reference': 'Police reference',
};

/** Who the person is, how to reach them safely, and what has to be arranged for them. */
export function personFields(form: FormState): Html {
  const howSafely = wordsField(form, {
    name: 'how-safely',
    label: 'How, exactly?',
    hint: 'For example, text only, never at home, ask for them by first name.',
    rows: 2,
  });
  return html`${lineField(form, { name: 'name', label: 'Name', input: { autocomplete: 'off', spellcheck: false } })}
    ${dateField(form, { name: 'born-on', label: 'Date of birth', hint: 'Leave empty if you do not know.' })}
    ${wordsField(form, { name: 'birthday-reason', label: 'If you change the date of birth, why?', hint: 'The ages are worked out again, and so are the decisions that turn on them.', rows: 2 })}
    <h2 class="govuk-heading-m">Contact</h2>
    ${lineField(form, { name: 'telephone', label: 'Telephone (optional)', input: { type: 'tel', classes: 'govuk-input--width-20', autocomplete: 'off' } })}
    ${lineField(form, { name: 'email', label: 'Email (optional)', input: { type: 'email', spellcheck: false, autocomplete: 'off' } })}
    ${wordsField(form, { name: 'address', label: 'Address (optional)', rows: 3 })}
    ${choiceField(form, {
      name: 'safe',
      label: 'Is it safe to make contact?',
      hint: 'Somebody else may answer the telephone or read a letter.',
      items: [
        { value: 'safe', text: 'Yes' },
        { value: 'only-as-described', text: 'Only in a certain way', conditional: { html: howSafely } },
        { value: 'not-safe', text: 'No, or not known' },
      ],
    })}
    <h2 class="govuk-heading-m">Language and needs</h2>
    ${lineField(form, { name: 'language', label: 'Language they are most at ease in (optional)', hint: 'Leave empty if nobody has asked, or they preferred not to say.', input: { classes: 'govuk-input--width-20' } })}
    ${yesOrNoField(form, { name: 'interpreter', label: 'Is an interpreter needed?' })}
    ${wordsField(form, { name: 'needs', label: 'What has to be arranged for them? (optional)', hint: 'For example, access, help with reading, childcare.', rows: 2 })}
    ${wordsField(form, { name: 'risk', label: 'Risk to staff (optional)', hint: 'What a worker who meets them must know. The provider reads this.', rows: 2 })}
    ${lineField(form, { name: 'police-reference', label: 'Crime, custody or stop reference (optional)', input: { classes: 'govuk-input--width-20', spellcheck: false } })}`;
}

/** The details on record, in the fields. */
export function personSoFar(person: Person): FormBody {
  const { contact } = person;
  return {
    name: person.name,
    ...(person.bornOn && typedDay('born-on', person.bornOn)),
    telephone: contact.telephone ?? '',
    email: contact.email ?? '',
    address: contact.address ?? '',
    safe: contact.safe,
    'how-safely': contact.howSafely ?? '',
    language: person.language ?? '',
    interpreter: person.interpreterNeeded ? 'yes' : 'no',
    needs: person.needs ?? '',
    risk: person.riskToStaff ?? '',
    'police-reference': person.policeReference ?? '',
  };
}
