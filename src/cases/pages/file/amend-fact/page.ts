import {
  choiceField,
  dateField,
  type FormBody,
  govukCheckboxes,
  govukInsetText,
  html,
  type Html,
  textOf,
  typedDay,
  wordsField,
} from '../../../../web/markup/index.ts';
import type { FactDefinition } from '../../../../eligibility/index.ts';
import { isOffenceFact, presentValueOf } from '../../../domain/facts/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import {
  modeOfTrialWords,
  type RecordedFactValue,
  questionField,
  typedAnswer,
  membersAsked,
  memberLabel,
  schemesCounted,
  schemesOfForce,
  factValueWords,
  factWords,
} from '../../../../triage/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FieldLabels, FormInput, FormShown } from '../../act/case-form.ts';
import type { CaseSite } from '../../case-site.ts';
import { itemsOf } from '../../words/choices.ts';

/** One fact said otherwise, with the reason. The decision is taken again and shown; nothing is changed by itself. */
export function amendFactPage(input: FormInput<PoliceCaseView>): FormShown | null {
  const fact = input.target ?? '';
  const field = fieldOf(input, fact);
  if (field === null) return null;
  const now = factValueWords(input.site.words, fact, presentValue(input));
  return {
    title: 'Amend a fact',
    button: 'Amend',
    fields: html`<p class="govuk-body">${factWords(input.site.words, fact)} On record: ${now.toLowerCase()}.</p>
      ${govukInsetText({ text: 'The decisions are worked out again. A verdict that would change is shown for somebody to look at. It is not changed by itself.' })}
      ${field}
      ${govukCheckboxes({
        idPrefix: 'not-known',
        name: 'not-known',
        values: textOf(input.body, 'not-known') === 'yes' ? ['yes'] : [],
        items: [{ value: 'yes', text: presentValue(input) === null ? 'It is not known' : 'It is not known after all' }],
      })}
      ${wordsField(input, { name: 'reason', label: 'Reason', hint: 'Where the new answer comes from.' })}`,
  };
}

/** Whether there is such a fact, of the vocabulary or of the offence. */
export function isFact({ work }: CaseSite, fact: string): boolean {
  return isOffenceFact(fact) || work.catalogue.vocabulary.byId.has(fact);
}

/** What the answer's fields are drawn with and read by: the drugs on record, and the schemes that its count is of. */
export function askedOnRecord({ view, site, today }: FormInput<PoliceCaseView>, fact: FactDefinition) {
  const { facts, force, decisions } = recordOf(view.state);
  const known = facts['substances'];
  const schemes = schemesOfForce(site.work.catalogue, force);
  return {
    substances: Array.isArray(known) ? (known as readonly string[]) : [],
    counted: schemesCounted({ schemes, decisions, today }, fact, facts[fact.id]),
  };
}

function presentValue({ view, target }: FormInput<PoliceCaseView>): RecordedFactValue | null {
  return presentValueOf(recordOf(view.state), target ?? '');
}

/** The answer on record, in the fields. */
export function factSoFar(input: FormInput<PoliceCaseView>): FormBody {
  const value = presentValue(input);
  if (value === null) return {};
  const fact = input.site.work.catalogue.vocabulary.byId.get(input.target ?? '');
  if (fact) return typedAnswer(fact, value);
  if (typeof value !== 'string') return {};
  return input.target === 'offence-occurred-on' ? typedDay('answer', value) : { answer: value };
}

function fieldOf(input: FormInput<PoliceCaseView>, fact: string): Html | null {
  const { site, actor, body, errors } = input;
  const label = factWords(site.words, fact);
  if (fact === 'offence-occurred-on') return dateField(input, { name: 'answer', label });
  if (isOffenceFact(fact)) return choiceField(input, { name: 'answer', label, items: itemsOf(modeOfTrialWords) });
  const definition = site.work.catalogue.vocabulary.byId.get(fact);
  if (!definition) return null;
  return questionField({
    fact: definition,
    words: site.words,
    ownForce: actor.force,
    ...askedOnRecord(input, definition),
    isPageHeading: false,
    body,
    errors,
  });
}

/** The fields of the fact that is amended, as the page of a stale form calls them. */
export function amendmentLabels(input: FormInput<PoliceCaseView>): FieldLabels {
  return { ...answerLabels(input), 'not-known': 'Not known after all', reason: 'Reason' };
}

/** The fields of the answer alone. */
export function answerLabels(input: FormInput<PoliceCaseView>): FieldLabels {
  const { site, target } = input;
  if (target === 'offence-occurred-on') {
    return { 'answer-day': 'Day', 'answer-month': 'Month', 'answer-year': 'Year' };
  }
  const fact = site.work.catalogue.vocabulary.byId.get(target ?? '');
  switch (fact?.type.kind) {
    case 'amounts': {
      const members = membersAsked(fact.type, askedOnRecord(input, fact));
      return Object.fromEntries(
        members.map((member) => [`answer-${member}`, memberLabel(site.words, fact, member)] as const),
      );
    }
    case 'number':
      return { answer: 'Answer', 'answer-from': 'At least', 'answer-to': 'At most' };
    case 'choice':
      return { answer: 'Answer', ...(fact.id.endsWith('force') && { 'other-force': 'Which force' }) };
    case 'code':
      return { answer: 'Answer', 'other-council': 'Which council' };
    case 'set':
    case undefined:
      return { answer: 'Answer' };
  }
}
