import {
  choiceField,
  type FormState,
  html,
  lineField,
  wordsField,
  yesOrNoField,
  type Html,
} from '../../../../web/markup/index.ts';
import type { Law } from '../../../../schemes/index.ts';
import { ageOn, factWords } from '../../../../triage/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import {
  factsToSayFirst,
  lawOfOutcome,
  offendedBefore,
  type OutcomeQuestion,
  outcomesInLaw,
  questionsOfOutcome,
  waitsForActivity,
} from '../../../domain/outcome/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import type { CalendarDay } from '../../../../shared/calendar-day.ts';
import { warningsOf } from './warnings-of-outcome.ts';
import { outcomeBasis } from '../../words/scheme-basis.ts';

/** The forms that record an outcome, and what differs between them. */
interface OutcomeForm {
  readonly command: 'record-outcome' | 'give-outcome' | 'correct-outcome';
  readonly title: (outcome: string) => string;
  readonly button: string;
  /** What is said first. */
  readonly first?: (input: FormInput<PoliceCaseView>) => Html | null;
  /** What is asked before the reasons. */
  readonly besides?: (input: FormInput<PoliceCaseView>) => Html;
}

/** The outcome the coordinator is recording, named by the address: a type of the law, or none; null where it is neither. */
export function outcomeNamed({ target, view }: Pick<FormInput<PoliceCaseView>, 'target' | 'view'>): string | null {
  return [...outcomesInLaw(view.law).map(({ type }) => type), 'none'].find((outcome) => outcome === target) ?? null;
}

export function asksFor(
  { view }: Pick<FormInput<PoliceCaseView>, 'view'>,
  outcome: string,
  what: OutcomeQuestion,
): boolean {
  return questionsOfOutcome(view.law, typeOf(outcome), standingOf(view)).includes(what);
}

function standingOf(view: PoliceCaseView) {
  return {
    record: recordOf(view.state),
    today: dayOfOutcome(view),
    ageToday: ageOnDay(view),
    schemeKind: view.scheme?.kind ?? '',
    schemeDisposals: view.scheme?.disposals ?? [],
  };
}

/** The day whose law counts: that on which the outcome was given, else today. */
function dayOfOutcome({ state, today }: PoliceCaseView): CalendarDay {
  return recordOf(state).outcomeGiven?.givenOn ?? today;
}

/** The age that counts, by the birthday on file; null where there is none. */
function ageOnDay(view: PoliceCaseView): number | null {
  const { bornOn } = view.file.person;
  return bornOn === null ? null : ageOn(bornOn, dayOfOutcome(view));
}

function typeOf(outcome: string): string | null {
  return outcome === 'none' ? null : outcome;
}

/** The type in the scheme’s document, read in a source or assumed; null where none applies. */
function schemeOutcome({ scheme }: PoliceCaseView): string | null {
  return scheme?.outcome.completed.type ?? null;
}

export function departsFromScheme(input: FormInput<PoliceCaseView>): boolean {
  return (outcomeNamed(input) ?? 'none') !== (schemeOutcome(input.view) ?? 'none');
}

/** The page of an outcome that closes the case. */
export const outcomePage = outcomePageOf({
  command: 'record-outcome',
  title: (outcome) => `Close the case with ${outcome}`,
  button: 'Record and close',
});

/** The page of an outcome, whichever command records it; null where the address names none. */
export function outcomePageOf(form: OutcomeForm) {
  return (input: FormInput<PoliceCaseView>): FormShown | null => {
    const outcome = outcomeNamed(input);
    return outcome === null ? null : shownAs(form, input, outcome);
  };
}

function shownAs(form: OutcomeForm, input: FormInput<PoliceCaseView>, outcome: string): FormShown {
  const law = lawOfOutcome(input.view.law, typeOf(outcome), input.view.scheme?.disposals);
  return {
    title: form.title(nameOf(outcome, law)),
    button: form.button,
    fields: html`${form.first?.(input)}
      ${warningsOf(input.view, law)}
      ${lawWords(law)}
      ${input.view.scheme !== null && html`<p class="govuk-body">In the document of <a class="govuk-link" href="/schemes/${input.view.scheme.id}">${input.view.scheme.name}</a>: ${outcomeBasis(input.view.scheme)}</p>`}
      ${toSayFirst(input, outcome)}
      ${questionsOf(input, outcome)}
      ${form.besides?.(input)}
      ${departsFromScheme(input) && wordsField(input, { name: 'departure', label: 'Why not the outcome in the scheme’s document?' })}
      ${wordsField(input, { name: 'rationale', label: 'Reasons for this outcome' })}
      ${otherOutcomes(form, input)}`,
  };
}

function nameOf(outcome: string, law: Law | undefined): string {
  if (outcome !== 'none') return `outcome ${outcome}`;
  return law === undefined ? 'no Home Office outcome' : law.name.toLowerCase();
}

/** What the outcome is, and where what the law asks of it stands: how much of that is assumed is said here. */
function lawWords(law: Law | undefined): Html | null {
  if (law === undefined) return null;
  const sources = Object.values(law.sources).map(({ title, publisher }) => `${title} (${publisher})`);
  const assumed = law.clauses.filter(({ standing }) => standing === 'assumed').length;
  return html`<p class="govuk-body">${law.name}.</p>
    <p class="govuk-body-s"><a class="govuk-link" href="/about/law/${law.id}">What the law asks of it</a>${assumed > 0 && ` (${assumed} of ${law.clauses.length} rules assumed)`}: ${sources.join('; ')}.</p>`;
}

/** What the law asks and nobody recorded is said before the outcome, and not taken for a no in silence. */
function toSayFirst({ view, site }: FormInput<PoliceCaseView>, outcome: string): Html | null {
  const facts = factsToSayFirst(view.law, typeOf(outcome), standingOf(view));
  if (facts.length === 0) return null;
  return html`<div class="govuk-inset-text">
    <p class="govuk-body">The law of this outcome asks for what is not recorded. Say it before the outcome can be recorded:</p>
    <ul class="govuk-list govuk-list--bullet">${facts.map((fact) => html`<li><a class="govuk-link" href="/cases/${view.file.caseId}/amend-fact/${fact}">${factWords(site.words, fact)}</a></li>`)}</ul>
  </div>`;
}

function questionsOf(input: FormInput<PoliceCaseView>, outcome: string): Html {
  const asks = (what: OutcomeQuestion): boolean => asksFor(input, outcome, what);
  return html`${asks('responsibility') && yesOrNoField(input, { name: 'responsibility', label: 'Does the person accept responsibility?' })}
    ${asks('evidence') && yesOrNoField(input, { name: 'evidence', label: 'Is the evidence sufficient?' })}
    ${asks('agrees') && yesOrNoField(input, { name: 'agrees', label: 'Does the person agree to the caution?' })}
    ${asks('victim') && victimField(input)}
    ${asks('serious') && seriousFields(input)}
    ${asks('history') && historyFields(input, { sergeant: asks('history-sergeant'), youthJustice: asks('history-youth-justice') })}
    ${asks('leave') && leaveFields(input)}`;
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

/** Whether the person offended before, unless the record shows it, and who must then agree. */
function historyFields(
  input: FormInput<PoliceCaseView>,
  asks: { readonly sergeant: boolean; readonly youthJustice: boolean },
): Html {
  const names = html`${asks.sergeant && lineField(input, { name: 'history-sergeant', label: 'Which sergeant, or above, gave leave?' })}
    ${asks.youthJustice && lineField(input, { name: 'history-youth-justice', label: 'Which youth justice service agreed?' })}`;
  if (offendedBefore(recordOf(input.view.state).facts) === true) {
    return html`<div class="govuk-inset-text">The record shows that the person offended, or was diverted, before.</div>${names}`;
  }
  return choiceField(input, {
    name: 'history',
    label: 'Does any police record show that the person offended before?',
    hint: 'A conviction, a caution, a warning, a penalty notice or a community resolution, in any force.',
    items: [
      { value: 'yes', text: 'Yes', conditional: { html: names } },
      { value: 'no', text: 'No' },
    ],
  });
}

function leaveFields(form: FormState): Html {
  const named = (rank: string, text: string) => ({
    value: rank,
    text,
    conditional: { html: lineField(form, { name: `${rank}-name`, label: 'Their name' }) },
  });
  return choiceField(form, {
    name: 'leave',
    label: 'Who gave leave for this outcome?',
    items: [
      named('sergeant', 'A sergeant'),
      named('inspector', 'An inspector, or above'),
      named('prosecutor', 'A prosecutor'),
      { value: 'nobody', text: 'Nobody has been asked' },
    ],
  });
}

function otherOutcomes({ command }: OutcomeForm, { view, target }: FormInput<PoliceCaseView>): Html {
  const others = outcomesInLaw(view.law).filter(
    ({ type }) =>
      type !== target && type !== '1' && (command === 'record-outcome' || !waitsForActivity(view.law, type)),
  );
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Another outcome</span></summary>
    <div class="govuk-details__text"><ul class="govuk-list">
      ${others.map(({ type, law }) => html`<li><a class="govuk-link" href="/cases/${view.file.caseId}/${command}/${type}">Outcome ${type}: ${law.name}</a></li>`)}
    </ul></div>
  </details>`;
}
