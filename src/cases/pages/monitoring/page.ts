import { choiceField, type FormState, html, type Html, lineField, wordsField } from '../../../web/markup/index.ts';
import { PREFERS_NOT_TO_SAY, type SelfDefinedCode } from '../../../triage/index.ts';

export const monitoringLabels: Readonly<Record<string, string>> = {
  ethnicity: 'Ethnic group',
  sex: 'Sex',
  disability: 'Disability',
  needs: 'What to arrange',
  language: 'Language',
  'another-language': 'Another language',
};

/** The groups of the 2011 census in England and Wales, which the 18+1 list is made of. */
const ETHNICITY_WORDS: Readonly<Record<SelfDefinedCode, string>> = {
  W1: 'White: English, Welsh, Scottish, Northern Irish or British',
  W2: 'White: Irish',
  W3: 'White: Gypsy or Irish Traveller',
  W9: 'Any other White background',
  M1: 'Mixed: White and Black Caribbean',
  M2: 'Mixed: White and Black African',
  M3: 'Mixed: White and Asian',
  M9: 'Any other Mixed background',
  A1: 'Asian or Asian British: Indian',
  A2: 'Asian or Asian British: Pakistani',
  A3: 'Asian or Asian British: Bangladeshi',
  A4: 'Asian or Asian British: Chinese',
  A9: 'Any other Asian background',
  B1: 'Black or Black British: Caribbean',
  B2: 'Black or Black British: African',
  B9: 'Any other Black background',
  O2: 'Arab',
  O9: 'Any other ethnic group',
  NS: 'Prefer not to say',
};

const NOT_SAYING = { value: PREFERS_NOT_TO_SAY, text: 'Prefer not to say' };

/** Why it is asked, in words that can be read out. */
export function whyMonitoring(): Html {
  return html`<p class="govuk-body">Ask once, after the decision. The answers show whether the scheme works equally well for everybody, which a public body must look at (<a class="govuk-link" href="https://www.legislation.gov.uk/ukpga/2010/15/section/149">Equality Act 2010, section 149</a>).</p>
    <p class="govuk-body">No rule reads them and nothing is decided by them. Nobody has to answer: “Prefer not to say” is an answer to each.</p>
    <p class="govuk-body">The provider is given the language and what has to be arranged, and none of the other answers.</p>`;
}

/** The questions, put to the person in their own words. The sex is left out where the triage asked it. */
export function monitoringFields(form: FormState, { asksSex }: { readonly asksSex: boolean }): Html {
  const another = lineField(form, {
    name: 'another-language',
    label: 'Which?',
    input: { classes: 'govuk-input--width-20' },
  });
  return html`${choiceField(form, {
    name: 'ethnicity',
    label: 'What is your ethnic group?',
    hint: 'What the person says, not what anybody sees. The groups are those of the 2011 census (the 18+1 list).',
    items: Object.entries(ETHNICITY_WORDS).map(([value, text]) => ({ value, text })),
  })}
    ${asksSex && choiceField(form, { name: 'sex', label: 'What is your sex?', items: [{ value: 'female', text: 'Female' }, { value: 'male', text: 'Male' }, { value: 'other', text: 'Other' }, NOT_SAYING] })}
    ${choiceField(form, {
      name: 'disability',
      label: 'Do you have a disability?',
      hint: 'Something physical or mental that has, or is likely to have, a substantial effect on daily life for a year or longer (section 6 of the Act).',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not-sure', text: 'Not sure' },
        NOT_SAYING,
      ],
    })}
    ${wordsField(form, { name: 'needs', label: 'What would make it easier to take part? (optional)', hint: 'An adjustment, access, help with reading, childcare. The provider reads this, whether or not there is a disability.', rows: 2 })}
    ${choiceField(form, {
      name: 'language',
      label: 'Which language are you most at ease in?',
      items: [
        { value: 'english', text: 'English' },
        { value: 'welsh', text: 'Welsh' },
        { value: 'another', text: 'Another language', conditional: { html: another } },
        NOT_SAYING,
      ],
    })}`;
}
