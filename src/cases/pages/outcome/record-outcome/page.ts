import {
  choiceField,
  type FormState,
  html,
  lineField,
  wordsField,
  yesOrNoField,
  type Html,
} from '../../../../web/markup/index.ts';
import { type DiversionOutcomeType, outcomeRules } from '../../../domain/outcome/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { valuesOf } from '../../words/choices.ts';

/** What each outcome is asked about, beside the reasons: no more than its rule turns on. */
type Asked = 'responsibility' | 'evidence' | 'agrees' | 'victim' | 'serious';
const ASKED: Readonly<Record<DiversionOutcomeType | 'none', readonly Asked[]>> = {
  '1': [],
  '2': ['evidence', 'agrees'],
  '3': ['evidence', 'agrees'],
  '6': [],
  '7': [],
  '8': ['responsibility', 'evidence', 'victim', 'serious'],
  '22': [],
  '23': [],
  none: [],
};

/** The outcome the coordinator is recording, named by the address; null where it names none. */
export function outcomeNamed({ target }: Pick<FormInput, 'target'>): DiversionOutcomeType | 'none' | null {
  return valuesOf(ASKED).find((outcome) => outcome === target) ?? null;
}

export function asksFor(outcome: DiversionOutcomeType | 'none', what: Asked): boolean {
  return ASKED[outcome].includes(what);
}

/** The type the scheme gives; null where it gives none. */
function schemeOutcome({ scheme }: PoliceCaseView): string | null {
  return scheme?.outcome.completed.type ?? null;
}

export function departsFromScheme(input: FormInput<PoliceCaseView>): boolean {
  return (outcomeNamed(input) ?? 'none') !== (schemeOutcome(input.view) ?? 'none');
}

export function outcomePage(input: FormInput<PoliceCaseView>): FormShown | null {
  const outcome = outcomeNamed(input);
  if (outcome === null) return null;
  const name = outcome === 'none' ? 'no Home Office outcome' : `outcome ${outcome}`;
  return {
    title: `Close the case with ${name}`,
    button: 'Record and close',
    fields: html`${outcome !== 'none' && html`<p class="govuk-body">${outcomeRules[outcome].name}. ${withoutKeys(outcomeRules[outcome].source)}.</p>`}
      ${questionsOf(input, outcome)}
      ${departsFromScheme(input) && wordsField(input, { name: 'departure', label: 'Why not the outcome that the scheme gives?' })}
      ${wordsField(input, { name: 'rationale', label: 'Reasons for this outcome' })}
      ${otherOutcomes(input)}`,
  };
}

/** The keys of sources are for the documents; a page names the source itself. */
function withoutKeys(source: string): string {
  return source.replace(/ \[[^\]]*\]/g, '');
}

function questionsOf(form: FormState, outcome: DiversionOutcomeType | 'none'): Html {
  return html`${asksFor(outcome, 'responsibility') && yesOrNoField(form, { name: 'responsibility', label: 'Does the person accept responsibility?' })}
    ${asksFor(outcome, 'evidence') && yesOrNoField(form, { name: 'evidence', label: 'Is the evidence sufficient?' })}
    ${asksFor(outcome, 'agrees') && yesOrNoField(form, { name: 'agrees', label: 'Does the person agree to the caution?' })}
    ${asksFor(outcome, 'victim') && victimField(form)}
    ${asksFor(outcome, 'serious') && seriousFields(form)}`;
}

function victimField(form: FormState): Html {
  const view = wordsField(form, {
    name: 'victim-view',
    label: 'What does the victim say?',
    hint: 'It is recorded and does not bind you.',
    rows: 3,
  });
  return choiceField(form, {
    name: 'victim',
    label: 'Was the victim asked?',
    items: [
      { value: 'no-victim', text: 'There is no victim' },
      { value: 'consulted', text: 'Yes', conditional: { html: view } },
      { value: 'not-consulted', text: 'No' },
    ],
  });
}

function seriousFields(form: FormState): Html {
  const inspector = lineField(form, { name: 'inspector', label: 'Which inspector, or above, authorised it?' });
  return choiceField(form, {
    name: 'serious',
    label: 'Is it a serious case under your force’s policy?',
    items: [
      { value: 'yes', text: 'Yes', conditional: { html: inspector } },
      { value: 'no', text: 'No' },
    ],
  });
}

function otherOutcomes({ view, target }: FormInput<PoliceCaseView>): Html {
  const others = Object.entries(outcomeRules).filter(([type]) => type !== target && type !== '1');
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Another outcome</span></summary>
    <div class="govuk-details__text"><ul class="govuk-list">
      ${others.map(([type, rule]) => html`<li><a class="govuk-link" href="/cases/${view.file.caseId}/record-outcome/${type}">Outcome ${type}: ${rule.name}</a></li>`)}
    </ul></div>
  </details>`;
}
