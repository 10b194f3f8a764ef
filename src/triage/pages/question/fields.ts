/** The field of each kind of question, filled in with what was answered so far. */
import type { FactDefinition, FactValue } from '../../../eligibility/index.ts';
import { choiceWords, type FactWords, memberWords, type ReferenceWords } from '../../../reference/index.ts';
import {
  choiceOf,
  errorMessageFor,
  type FormState,
  govukCheckboxes,
  govukDetails,
  govukErrorMessage,
  govukFieldset,
  govukInput,
  govukRadios,
  html,
  type Html,
  textOf,
  textsOf,
} from '../../../web/markup/index.ts';
import { councilsAsked, forcesAsked, type Places } from './places.ts';
import type { Question } from './question.ts';
import { membersAsked, NOTHING_COUNTED } from './read-answer.ts';

/** What is meant by a council. */
export const COUNCIL_HINT = 'The district, borough or unitary authority.';

/** The field of one fact, by the kind of value it takes. */
export function questionField(question: Question): Html {
  const { type } = question.fact;
  switch (type.kind) {
    case 'choice':
      return question.fact.id.endsWith('force')
        ? placeField(question, forcesAsked(question, type.values))
        : radios(question, type.values);
    case 'set':
      return checkboxes(question, type.values);
    case 'number':
      return numberField(question);
    case 'amounts':
      return type.pattern === undefined
        ? amountFields(question, membersAsked(type, question))
        : countFields(question, membersAsked(type, question));
    case 'code':
      return councilField(question);
  }
}

export function wordsOf({ fact, words }: Question): FactWords {
  return words.facts.get(fact.id) ?? { question: fact.question, labels: {} };
}

function heading(question: Question) {
  const { isPageHeading } = question;
  return { text: wordsOf(question).question, classes: `govuk-label--${isPageHeading ? 'l' : 's'}`, isPageHeading };
}

export function legend(question: Question) {
  const { isPageHeading } = question;
  const classes = `govuk-fieldset__legend--${isPageHeading ? 'l' : 's'}`;
  return { legend: { text: wordsOf(question).question, classes, isPageHeading } };
}

function single(question: Question) {
  const { hint } = wordsOf(question);
  return {
    id: 'answer',
    name: 'answer',
    value: textOf(question.body, 'answer'),
    ...(hint !== undefined && { hint: { text: hint } }),
    errorMessage: errorMessageFor(question.errors, 'answer'),
  };
}

function radios(question: Question, values: readonly (string | boolean)[]): Html {
  const { id: _, ...shared } = single(question);
  return govukRadios({
    ...shared,
    value: choiceOf(question.body, 'answer'),
    idPrefix: 'answer',
    fieldset: legend(question),
    items: values.map((value) => ({
      value: String(value),
      text: choiceWords(question.words, question.fact.id, value),
    })),
  });
}

/** Places: one's own are a tap away, as is what is none ("no fixed abode"); the others are in a list. */
function placeField(question: Question, { own, none, others, another, isOther }: Places, hint?: string): Html {
  const { id: _, value: __, ...shared } = single(question);
  return govukRadios({
    ...shared,
    ...(hint !== undefined && { hint: { text: hint } }),
    idPrefix: 'answer',
    value: isOther ? 'other' : choiceOf(question.body, 'answer'),
    fieldset: legend(question),
    items: [...own, { value: 'other', text: another, conditional: { html: others } }, ...none],
  });
}

/** The councils by name. Where no council of the force is listed, the ONS code is typed. */
function councilField(question: Question): Html {
  const councils = councilsAsked(question);
  if (councils.own.length === 0)
    return govukInput({ ...single(question), label: heading(question), classes: 'govuk-input--width-10' });
  return placeField(question, councils, COUNCIL_HINT);
}

function checkboxes(question: Question, values: readonly string[]): Html {
  const { id: _, value: __, ...shared } = single(question);
  const none = { divider: 'or' };
  return govukCheckboxes({
    ...shared,
    idPrefix: 'answer',
    values: textsOf(question.body, 'answer'),
    fieldset: legend(question),
    items: [
      ...values.map((value) => ({ value, text: choiceWords(question.words, question.fact.id, value) })),
      { ...none, value: '' },
      { value: 'none', text: 'None', behaviour: 'exclusive' },
    ],
  });
}

/** A number known exactly, or only as a range: an age that the officer can judge and not know. */
function numberField(question: Question): Html {
  const { unit } = wordsOf(question);
  const box = (name: string, label: string): Html =>
    govukInput({
      id: name,
      name,
      value: textOf(question.body, name),
      label: { text: label },
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
      errorMessage: errorMessageFor(question.errors, name),
      ...(unit !== undefined && { suffix: { text: unit } }),
    });
  const roughly = ['answer-from', 'answer-to'].some((name) => textOf(question.body, name) !== '');
  return html`${govukInput({
    ...single(question),
    label: heading(question),
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    ...(unit !== undefined && { suffix: { text: unit } }),
  })}
  ${govukDetails({
    summaryText: 'You know it only roughly',
    open: roughly,
    html: html`<p class="govuk-body">Leave an end empty where you do not know it.</p>${box('answer-from', 'At least')}${box('answer-to', 'At most')}`,
  })}`;
}

function amountFields(question: Question, substances: readonly string[]): Html {
  const boxes = substances.map((substance) =>
    govukInput({
      id: `answer-${substance}`,
      name: `answer-${substance}`,
      value: textOf(question.body, `answer-${substance}`),
      label: { text: memberLabel(question.words, question.fact, substance) },
      classes: 'govuk-input--width-4',
      inputmode: 'decimal',
      suffix: { text: 'grams' },
      errorMessage: errorMessageFor(question.errors, `answer-${substance}`),
    }),
  );
  const error = errorMessageFor(question.errors, 'answer');
  const fieldset = govukFieldset({
    ...legend(question),
    html: html`<p class="govuk-hint">Leave empty what you do not know.</p>${error && govukErrorMessage(error)}${boxes}`,
  });
  return html`<div class="govuk-form-group ${error && 'govuk-form-group--error'}" id="answer" tabindex="-1">${fieldset}</div>`;
}

/** How many times, for each scheme that is counted. */
function countFields(question: Question, schemes: readonly string[]): Html {
  const { fact, words, body, errors } = question;
  const { hint, unit } = wordsOf(question);
  const boxes = schemes.map((scheme) =>
    govukInput({
      id: `answer-${scheme}`,
      name: `answer-${scheme}`,
      value: textOf(body, `answer-${scheme}`),
      label: { text: memberLabel(words, fact, scheme) },
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
      ...(unit !== undefined && { suffix: { text: unit } }),
      errorMessage: errorMessageFor(errors, `answer-${scheme}`),
    }),
  );
  const error = errorMessageFor(errors, 'answer');
  const fieldset = govukFieldset({
    ...legend(question),
    html: html`${hint && html`<p class="govuk-hint">${hint}</p>`}${error && govukErrorMessage(error)}${boxes}${schemes.length === 0 && !error && html`<p class="govuk-body">${NOTHING_COUNTED}</p>`}`,
  });
  return html`<div class="govuk-form-group ${error && 'govuk-form-group--error'}" id="answer" tabindex="-1">${fieldset}</div>`;
}

/** What one amount of a fact is called: a drug by its name, a count by the scheme that it is of. */
export function memberLabel(words: ReferenceWords, { id }: FactDefinition, member: string): string {
  const name = memberWords(words, member);
  switch (id) {
    case 'diversions-by-scheme':
      return `Times on ${name} before`;
    case 'failed-diversions-by-scheme':
      return `Times on ${name} not finished`;
    default:
      return name;
  }
}

/** A value as the fields hold it, to change an answer. */
export function typedAnswer(fact: FactDefinition, value: FactValue): FormState['body'] {
  if (typeof value !== 'object') return { answer: String(value) };
  if (Array.isArray(value)) return { answer: value.length === 0 ? ['none'] : (value as readonly string[]) };
  if (fact.type.kind === 'amounts') {
    return Object.fromEntries(
      Object.entries(value).map(([member, amount]) => [`answer-${member}`, typedCount(amount)]),
    );
  }
  const ends = new Map<string, unknown>(Object.entries(value));
  const typed = (end: unknown): string => (typeof end === 'number' ? String(end) : '');
  return { 'answer-from': typed(ends.get('from')), 'answer-to': typed(ends.get('to')) };
}

/** An amount as its box holds it: of one known only from below, "2 or more". */
function typedCount(amount: unknown): string {
  const isFrom = amount !== null && typeof amount === 'object' && 'from' in amount;
  return isFrom ? `${String(amount.from)} or more` : String(amount);
}
