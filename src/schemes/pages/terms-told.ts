import { govukDetails, govukSummaryList, type Html, html, sourceMark } from '../../web/markup/index.ts';
import { durationWords } from '../domain/duration-words.ts';
import { hasActivity } from '../domain/has-activity.ts';
import { notCompletedWords } from '../domain/not-completed-words.ts';
import type { Scheme } from '../domain/scheme-document.ts';
import { sourceNames } from './clause-block.ts';
import { fee, stepWords } from './scheme/pathway-rows.ts';

/**
 * What becomes of the record, by the outcome type that completing leads to. No scheme's document says it: from general
 * knowledge of the law, and always shown as assumed.
 */
const DISCLOSED: Readonly<Record<string, string>> = {
  '2': cautionOf('A caution'),
  '2A': cautionOf('A conditional caution'),
  '3': cautionOf('A caution'),
  '3A': cautionOf('A conditional caution'),
  '6': 'A penalty notice is not a conviction. The police keep a record of it, and it may show on an enhanced check.',
  '7': 'A warning is not a conviction. The police keep a record of it, and it may show on an enhanced check.',
};
const NO_CONVICTION =
  'It is not a conviction or a caution, so it is no criminal record. The police keep a record of it, which other forces may see on the Police National Database, and it may show on an enhanced check where it is held to matter.';

function cautionOf(what: string): string {
  return `${what} is not a conviction. It goes on the Police National Computer, is part of a criminal record, and may show on standard and enhanced checks.`;
}

/**
 * What a person is told of a scheme before they are asked to agree: in plain words, each with its mark. It is read out
 * on a telephone in the street, so the sources stand behind one line at the end.
 */
export function termsTold(scheme: Scheme): Html {
  const { pathway, outcome } = scheme;
  const row = (text: string, value: Html) => ({ key: { text }, value: { html: value } });
  const steps = pathway.steps.map((step) => html`<li>${stepWords(step)}</li>`);
  const list = govukSummaryList({
    classes: 'govuk-summary-list--no-border',
    rows: [
      row('How long', html`${lengthOf(scheme)} ${mark(pathway)}`),
      row('Cost', html`${fee(pathway.fee)} ${mark(pathway)}`),
      row(
        'What is asked',
        html`${hasActivity(scheme) ? html`<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">${steps}</ul>` : 'Nothing, once it is accepted. '}${pathway.agreement?.note} ${mark(pathway)}`,
      ),
      row(
        hasActivity(scheme) ? 'If they do not take part, or do not finish' : 'If they do not accept',
        html`${notCompletedWords(scheme)}. ${outcome.notCompleted.note} ${mark(outcome)}`,
      ),
      row(
        'What is kept and may be disclosed',
        html`${DISCLOSED[outcome.completed.type ?? ''] ?? NO_CONVICTION} ${sourceMark('assumed')} Your force’s own guidance goes before this.`,
      ),
    ],
  });
  return html`${list}${govukDetails({ summaryText: 'Where this is from', html: sources(scheme) })}`;
}

function sources(scheme: Scheme): Html {
  const { pathway, outcome } = scheme;
  return html`<p class="govuk-body-s">How long, what it costs, what is asked: ${sourceNames(scheme, pathway.source)}.</p>
    <p class="govuk-body-s">What follows: ${sourceNames(scheme, outcome.source)}.</p>
    <p class="govuk-body-s">What is kept and disclosed: assumed, from general knowledge of the law.</p>`;
}

function lengthOf(scheme: Scheme): string {
  const { agreement, steps } = scheme.pathway;
  if (agreement === null && !hasActivity(scheme)) return 'There is nothing to do afterwards.';
  if (agreement !== null && agreement.length !== null) return `${durationWords(agreement.length)}.`;
  const [only] = steps;
  if (steps.length === 1 && only?.length !== undefined && (only.count ?? 1) === 1)
    return `${durationWords(only.length)}.`;
  return 'The whole is not stated. What is known of each part stands below.';
}

function mark({ standing }: Pick<Scheme['pathway'], 'standing'>): Html {
  return sourceMark(standing ?? 'assumed');
}
