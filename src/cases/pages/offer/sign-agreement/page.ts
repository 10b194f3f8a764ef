import { dateField, type FormBody, html, lineField, typedDay } from '../../../../web/markup/index.ts';
import { plainWords } from '../../../../reference/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FieldLabels, FormInput, FormShown } from '../../act/case-form.ts';
import { consentField } from '../../act/consent-field.ts';

const MOST_OTHERS = 5;

/** The words that a condition of a scheme begins with; the officer may say it more exactly. */
const USUAL_WORDS: Readonly<Record<string, string>> = {
  'no-reoffending': 'I will not commit any offence.',
  'victim-awareness': 'I will take part in victim awareness work.',
  'keep-appointments': 'I will keep every appointment, or say in good time why I cannot.',
};

export function agreementPage(input: FormInput<PoliceCaseView>): FormShown {
  const { mandatory, others } = conditionSlots(input.view);
  return {
    title: 'Record the agreement',
    button: 'Record agreement',
    fields: html`<p class="govuk-body">Write each condition as the person signs it.</p>
      ${mandatory.map((kind) =>
        lineField(input, {
          name: `condition-${kind}`,
          label: plainWords(kind),
          hint: 'This scheme asks this of everybody.',
        }),
      )}
      ${others.map((number) => lineField(input, { name: `condition-${number}`, label: `Another condition ${number} (optional)` }))}
      ${dateField(input, { name: 'signed-on', label: 'When was it signed?' })}
      ${asksToShare(input.view) && consentField(input, { name: 'share', label: 'Does the person now agree that their details are shared with the provider?' })}`,
  };
}

/** The conditions there is room for: the scheme's own, and as many others as it allows. */
export function conditionSlots(view: PoliceCaseView): { mandatory: readonly string[]; others: readonly number[] } {
  const agreement = view.scheme?.pathway.agreement;
  const mandatory = agreement?.mustInclude ?? [];
  const room = (agreement?.conditionsAtMost ?? mandatory.length + MOST_OTHERS) - mandatory.length;
  return { mandatory, others: Array.from({ length: Math.min(room, MOST_OTHERS) }, (_, index) => index + 1) };
}

/** Whether consent to share was refused when the offer was accepted: the signature is the time to ask again. */
export function asksToShare({ state }: PoliceCaseView): boolean {
  return state.status === 'accepted' && state.acceptance.share?.given === false;
}

/** The conditions as last signed, else the usual words, and today. */
export function agreementSoFar({ view, today }: FormInput<PoliceCaseView>): FormBody {
  const signed = view.state.status === 'accepted' ? (view.state.agreement?.conditions ?? []) : [];
  const { mandatory } = conditionSlots(view);
  const own = mandatory.map((kind) => {
    const words = signed.find((condition) => condition.kind === kind)?.words;
    return [`condition-${kind}`, words ?? USUAL_WORDS[kind] ?? ''] as const;
  });
  const others = signed.filter(({ kind }) => !mandatory.includes(kind));
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(others.map(({ words }, index) => [`condition-${index + 1}`, words])),
    ...typedDay('signed-on', today),
  };
}

/** The fields, as the page of a stale form calls them. */
export function agreementLabels({ view }: FormInput<PoliceCaseView>): FieldLabels {
  const { mandatory, others } = conditionSlots(view);
  return {
    ...Object.fromEntries(mandatory.map((kind) => [`condition-${kind}`, plainWords(kind)])),
    ...Object.fromEntries(others.map((number) => [`condition-${number}`, `Another condition ${number}`])),
    'signed-on-day': 'Day',
    'signed-on-month': 'Month',
    'signed-on-year': 'Year',
    ...(asksToShare(view) && { share: 'Consent to share' }),
  };
}
