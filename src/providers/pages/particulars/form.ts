import {
  allFields,
  choiceField,
  choiceOf,
  errorMessageFor,
  type FormBody,
  type FormResult,
  type FormState,
  govukCheckboxes,
  govukSelect,
  html,
  type Html,
  lineField,
  LONGEST_LINE,
  requiredChoice,
  requiredText,
  textOf,
  textsOf,
  wrong,
} from '../../../web/markup/index.ts';
import { serviceKindSchema, serviceModeSchema, type Particulars, type PublishedService } from '../../domain/index.ts';
import { publishService } from '../../use-cases/publish-service.ts';
import type { ServiceForm } from '../service-form.ts';
import type { ServicesSite } from '../services-site.ts';
import { optionalWholeNumber } from '../whole-number.ts';
import { kindWords, modeWords, stepFreeWords } from '../words/services.ts';

type Words = Pick<ServicesSite, 'words'>;

const STEP_FREE = { yes: true, no: false, 'not-known': null } as const;

/** Says what a service is and whom it takes. */
export const particularsForm: ServiceForm<Particulars> = {
  name: 'particulars',
  title: 'What officers are told',
  button: 'Publish',
  startWith,
  fields,
  read,
  send: async (site, actor, serviceId, particulars) => {
    const sent = await publishService(site.work, actor, { serviceId, particulars });
    return sent.ok ? { ok: true, value: 'Published. Officers see it now' } : sent;
  },
  fieldOf: () => 'kind',
};

function startWith({ particulars }: PublishedService): FormBody {
  if (particulars === null) return { languages: 'English' };
  const { kind, mode, where, council, takesFrom, youngest, oldest, languages, isStepFree } = particulars;
  return {
    kind,
    mode,
    where,
    council: council ?? '',
    'takes-from': takesFrom,
    youngest: youngest === null ? '' : String(youngest),
    oldest: oldest === null ? '' : String(oldest),
    languages: languages.join(', '),
    'step-free': isStepFree === null ? 'not-known' : isStepFree ? 'yes' : 'no',
  };
}

function fields(form: FormState, service: PublishedService, site: Words): Html {
  const councils = councilsOf(service, site);
  return html`${choiceField(form, {
    name: 'kind',
    label: 'What is it?',
    items: serviceKindSchema.options.map((value) => ({ value, text: kindWords[value] })),
  })}
    ${choiceField(form, {
      name: 'mode',
      label: 'How do people take part?',
      items: serviceModeSchema.options.map((value) => ({ value, text: modeWords[value] })),
    })}
    ${lineField(form, { name: 'where', label: 'Where, or how to join', hint: 'Told to the person. For example, 12 High Street, Reading, RG1 1AA, or a link sent by text message' })}
    ${councils.length > 0 && councilFields(form, councils)}
    ${age(form, 'youngest', 'Youngest age it takes (optional)')}
    ${age(form, 'oldest', 'Oldest age it takes (optional)')}
    ${lineField(form, { name: 'languages', label: 'Languages it is given in', hint: 'Separate several with commas. For example, English, Welsh' })}
    ${choiceField(form, {
      name: 'step-free',
      label: 'Can people reach it without steps?',
      hint: 'Of what is online or by telephone, choose not known.',
      items: (['yes', 'no', 'not-known'] as const).map((value) => ({ value, text: stepFreeWords(STEP_FREE[value]) })),
    })}`;
}

function councilFields(form: FormState, councils: readonly Council[]): Html {
  const ticked = textsOf(form.body, 'takes-from');
  return html`${govukSelect({
    id: 'council',
    name: 'council',
    label: { text: 'Council area it is in (optional)', classes: 'govuk-label--s' },
    hint: { text: 'Places near to a person are found by council area.' },
    errorMessage: errorMessageFor(form.errors, 'council'),
    value: textOf(form.body, 'council'),
    items: [{ value: '', text: 'Not given' }, ...councils.map(({ code, name }) => ({ value: code, text: name }))],
  })}
    ${govukCheckboxes({
      idPrefix: 'takes-from',
      name: 'takes-from',
      classes: 'govuk-checkboxes--small',
      fieldset: {
        legend: { text: 'Council areas whose residents it takes (optional)', classes: 'govuk-fieldset__legend--s' },
      },
      hint: { text: 'Choose none if it takes people from the whole force’s area.' },
      errorMessage: errorMessageFor(form.errors, 'takes-from'),
      items: councils.map(({ code, name }) => ({ value: code, text: name, checked: ticked.includes(code) })),
    })}`;
}

function age(form: FormState, name: string, label: string): Html {
  return lineField(form, { name, label, input: { classes: 'govuk-input--width-3', inputmode: 'numeric' } });
}

function read(body: FormBody, service: PublishedService, site: Words): FormResult<Particulars> {
  const codes = councilsOf(service, site).map(({ code }) => code);
  const isRead = allFields({
    kind: requiredChoice(body, 'kind', { of: serviceKindSchema.options, missing: 'Select what it is' }),
    mode: requiredChoice(body, 'mode', { of: serviceModeSchema.options, missing: 'Select how people take part' }),
    where: requiredText(body, 'where', 'Enter where it is, or how to join', LONGEST_LINE),
    council: readCouncil(body, codes),
    takesFrom: readTakesFrom(body, codes),
    youngest: optionalWholeNumber(body, 'youngest', { from: 10, to: 120, called: 'The youngest age' }),
    oldest: optionalWholeNumber(body, 'oldest', { from: 10, to: 120, called: 'The oldest age' }),
    languages: readLanguages(body),
    stepFree: requiredChoice(body, 'step-free', {
      of: ['yes', 'no', 'not-known'],
      missing: 'Select whether people can reach it without steps',
    }),
  });
  if (!isRead.ok) return isRead;
  const { stepFree, ...said } = isRead.value;
  if (said.youngest !== null && said.oldest !== null && said.oldest < said.youngest)
    return wrong({ field: 'oldest', text: 'The oldest age must not be lower than the youngest' });
  return { ok: true, value: { ...said, isStepFree: STEP_FREE[stepFree] } };
}

function readCouncil(body: FormBody, codes: readonly string[]): FormResult<string | null> {
  const code = codes.length === 0 ? '' : choiceOf(body, 'council');
  if (code === '') return { ok: true, value: null };
  return codes.includes(code)
    ? { ok: true, value: code }
    : wrong({ field: 'council', text: 'Select one of the council areas' });
}

function readTakesFrom(body: FormBody, codes: readonly string[]): FormResult<readonly string[]> {
  const chosen = codes.length === 0 ? [] : [...new Set(textsOf(body, 'takes-from'))].filter(Boolean);
  return chosen.every((code) => codes.includes(code))
    ? { ok: true, value: chosen }
    : wrong({ field: 'takes-from', text: 'Select only council areas of the list' });
}

function readLanguages(body: FormBody): FormResult<readonly string[]> {
  const typed = requiredText(body, 'languages', 'Enter at least one language', LONGEST_LINE);
  if (!typed.ok) return typed;
  const languages = [...new Set(typed.value.split(',').map((one) => one.trim()))].filter(Boolean);
  return languages.length > 0
    ? { ok: true, value: languages }
    : wrong({ field: 'languages', text: 'Enter at least one language' });
}

interface Council {
  readonly code: string;
  readonly name: string;
}

/** The local authorities of the service's force, by name; none where the list has none, as in Scotland. */
function councilsOf({ force }: PublishedService, { words }: Words): readonly Council[] {
  return [...words.localAuthorities]
    .filter(([, council]) => council.force === force)
    .map(([code, { name }]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
