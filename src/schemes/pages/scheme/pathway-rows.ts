import { type Html, html, sourceMark } from '../../../web/markup/index.ts';
import { durationWords } from '../../domain/duration-words.ts';
import { plainWords, type ReferenceWords } from '../../../reference/index.ts';
import { isComparator } from '../../domain/is-comparator.ts';
import { notCompletedWords } from '../../domain/not-completed-words.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { sourceNames } from '../clause-block.ts';

const ADMISSION: Readonly<Record<Scheme['pathway']['admission'], string>> = {
  required: 'The person must accept responsibility',
  'not-required': 'No admission is needed',
  'admits-or-no-reply': 'The person admits the offence or makes no reply',
  'admission-or-evidence': 'The person admits the offence, or there is enough evidence to charge',
};

type Row = { readonly key: { readonly text: string }; readonly value: { readonly html: Html } };

/** What the person agrees to, does and pays, how often, and what is recorded at the end. */
export function pathwayRows(scheme: Scheme, words: ReferenceWords): Row[] {
  const { pathway, outcome } = scheme;
  return [
    row('Admission', html`${ADMISSION[pathway.admission]}`),
    row('Agreement', agreement(pathway.agreement)),
    row(
      'Steps',
      html`<ol class="govuk-list govuk-list--number">${pathway.steps.map((step) => html`<li>${stepWords(step)}</li>`)}</ol>`,
    ),
    row('Cost to the person', fee(pathway.fee)),
    row('How often', html`${repeats(pathway.repeats.atMost)} ${pathway.repeats.note}`),
    row('When completed', html`${completed(outcome.completed.type, words)} ${outcome.completed.note}`),
    row('When not completed', notCompleted(scheme)),
    row('Sources', statements(scheme)),
  ];
}

function row(text: string, value: Html): Row {
  return { key: { text }, value: { html: value } };
}

function agreement(given: Scheme['pathway']['agreement']): Html {
  if (given === null) return html`None`;
  const length = given.length === null ? 'Length not stated' : `Lasts ${durationWords(given.length)}`;
  const must = given.mustInclude.map(plainWords).join(', ').toLowerCase();
  return html`${length}. ${must !== '' && `Must include: ${must}.`}
    ${given.conditionsAtMost !== null && `At most ${given.conditionsAtMost} conditions.`} ${given.note}`;
}

/** One step of a scheme: what, how often, how long, and by when. */
export function stepWords(step: Scheme['pathway']['steps'][number]): string {
  const parts = [
    plainWords(step.id),
    step.count !== undefined && step.count > 1 && `${step.count} times`,
    step.length !== undefined && `${durationWords(step.length)}${(step.count ?? 1) > 1 ? ' each' : ''}`,
    step.within !== undefined && `within ${durationWords(step.within)}`,
  ].filter((part) => part !== false);
  return `${parts.join(', ')}. ${step.note ?? ''}`;
}

/** What the person pays, and instead of what. */
export function fee(given: Scheme['pathway']['fee']): Html {
  if (given === null) return html`None`;
  const instead = given.insteadOf && ` instead of a penalty notice of ${pounds(given.insteadOf.penaltyNoticePence)}`;
  return html`${pounds(given.pence)}${instead ?? ''}. ${given.note}`;
}

function pounds(pence: number): string {
  return pence % 100 === 0 ? `£${pence / 100}` : `£${(pence / 100).toFixed(2)}`;
}

function repeats(atMost: number | null): string {
  if (atMost === null) return 'No limit stated.';
  return atMost === 1 ? 'Once.' : `At most ${atMost} times.`;
}

function completed(type: string | null, words: ReferenceWords): string {
  if (type === null) return 'No outcome is recorded.';
  return `Outcome ${type}, ${(words.outcomeTypes.get(type) ?? '').toLowerCase()}.`;
}

/** What follows elsewhere is not one of the things that can follow here: there its own words stand alone. */
function notCompleted(scheme: Scheme): Html {
  const { notCompleted: given } = scheme.outcome;
  if (isComparator(scheme) && given.note !== undefined) return html`${given.note}`;
  return html`${notCompletedWords(scheme)}. ${given.note}`;
}

function statements(scheme: Scheme): Html {
  const lines = [
    ['What the person does', scheme.pathway],
    ['What follows', scheme.outcome],
  ] as const;
  return html`<ul class="govuk-list">${lines.map(
    ([text, part]) =>
      html`<li>${text}: ${part.standing && sourceMark(part.standing)} ${sourceNames(scheme, part.source)}. ${part.note}</li>`,
  )}</ul>`;
}
