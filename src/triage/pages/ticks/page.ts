import type { Decision, FactDefinition } from '../../../eligibility/index.ts';
import type { ReferenceWords } from '../../../reference/index.ts';
import {
  errorMessageFor,
  type FormBody,
  type FormError,
  govukButton,
  govukCheckboxes,
  govukDetails,
  html,
  type Html,
  joinHtml,
  type Page,
  postForm,
  ruleLink,
  textsOf,
} from '../../../web/markup/index.ts';
import type { TriageView } from '../../domain/triage-view.ts';
import { WELSH_FORCES } from '../question/in-welsh.ts';
import { schemesSoFar } from '../schemes-so-far.ts';
import { APPLIES, ASKED, NONE, NOT_KNOWN } from './form.ts';

interface TicksPage {
  readonly view: TriageView;
  readonly facts: readonly FactDefinition[];
  readonly body: FormBody;
  readonly errors: readonly FormError[];
  readonly words: ReferenceWords;
  readonly ownForce: string | null;
  readonly nameOf: (scheme: string) => string;
  readonly csrfToken: string;
}

const TITLE = 'Does any of this apply?';

/** What hardly ever applies, on one screen: each tick is an answer of its own, and so is each that is left empty. */
export function ticksPage(page: TicksPage): Page {
  const { view, facts, body, errors, nameOf, csrfToken } = page;
  const { draft, decisions, ticks } = view;
  const base = `/triages/${draft.draftId}`;
  const isAnswered = ticks.length === 0;
  const previous = draft.answered.at(-1);
  const before = previous === undefined ? `${base}/person` : `${base}/questions/${previous}`;
  const applies = govukCheckboxes({
    name: APPLIES,
    idPrefix: APPLIES,
    values: textsOf(body, APPLIES),
    fieldset: { legend: { text: TITLE, classes: 'govuk-fieldset__legend--l', isPageHeading: true } },
    hint: { text: 'Tick all that apply. Each that you leave empty is kept as answered with no.' },
    errorMessage: errorMessageFor(errors, APPLIES),
    items: [
      ...withLookedUp(facts).map((item) =>
        'divider' in item ? { ...item, value: '' } : { value: item.id, html: label(page, item) },
      ),
    ],
  });
  return {
    title: TITLE,
    errors,
    width: 'full',
    backLink: { href: isAnswered ? `${base}/check` : before },
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">Triage, ${facts.length} questions at once</span>
        ${postForm({
          action: `${base}/ticks`,
          csrfToken,
          content: html`${facts.map(({ id }) => html`<input type="hidden" name="${ASKED}" value="${id}">`)}
            ${applies}
            ${notKnown(page)}
            ${buttons()}`,
        })}
        ${explained(page)}
      </div>
      <div class="govuk-grid-column-one-third">${schemesSoFar(decisions, nameOf)}</div>
    </div>`,
  };
}

/** "None of these" is pressed and sends. It stands second: the key Enter, on a tick, presses the first button of a form. */
function buttons(): Html {
  const ticked = govukButton({
    text: 'Continue with what is ticked',
    classes: 'govuk-button--secondary waymark-answer',
    preventDoubleClick: true,
  });
  const none = govukButton({ text: 'None of these', name: APPLIES, value: NONE, preventDoubleClick: true });
  return html`<div class="waymark-answers">${ticked}${none}</div>`;
}

/** What is seen, asked and judged; then, apart, what somebody must look up. */
function withLookedUp(facts: readonly FactDefinition[]): readonly (FactDefinition | { readonly divider: string })[] {
  const lookedUp = facts.filter(({ when }) => when === 'looked-up');
  const atHand = facts.filter(({ when }) => when !== 'looked-up');
  if (lookedUp.length === 0 || atHand.length === 0) return facts;
  return [...atHand, { divider: 'On record: look these up' }, ...lookedUp];
}

function tickWords(words: ReferenceWords, fact: FactDefinition): string {
  const own = words.facts.get(fact.id);
  return own?.tick ?? own?.question ?? fact.question;
}

function label({ words, ownForce }: TicksPage, fact: FactDefinition): Html {
  const welsh = words.facts.get(fact.id)?.tickInWelsh;
  const isShown = welsh !== undefined && ownForce !== null && WELSH_FORCES.includes(ownForce);
  return html`${tickWords(words, fact)}${isShown && html`<br><span lang="cy">${welsh}</span>`}`;
}

/** A tick apart for each that nobody knows: it is left open, as “I don’t know” leaves any question. */
function notKnown({ facts, words, body, errors }: TicksPage): Html {
  const unknown = textsOf(body, NOT_KNOWN);
  const error = errorMessageFor(errors, NOT_KNOWN);
  return govukDetails({
    summaryText: 'I don’t know about some of these',
    open: unknown.length > 0 || error !== undefined,
    html: govukCheckboxes({
      name: NOT_KNOWN,
      idPrefix: NOT_KNOWN,
      classes: 'govuk-checkboxes--small',
      values: unknown,
      fieldset: { legend: { text: 'Which do you not know?', classes: 'govuk-fieldset__legend--s' } },
      hint: { text: 'They are left open, and can be found out later.' },
      errorMessage: error,
      items: facts.map((fact) => ({ value: fact.id, text: tickWords(words, fact) })),
    }),
  });
}

/** Each in full, with the rules that read it. */
function explained({ facts, words, view: { decisions }, nameOf }: TicksPage): Html {
  const each = facts.map((fact) => {
    const { question, hint } = words.facts.get(fact.id) ?? { question: fact.question };
    return html`<dt class="govuk-heading-s govuk-!-margin-bottom-1">${question}</dt>
      <dd class="govuk-body govuk-!-margin-left-0">${hint} ${readBy(fact, decisions, nameOf)}</dd>`;
  });
  return govukDetails({
    summaryText: 'What each of these means, and which rule asks it',
    html: html`<dl>${each}</dl>`,
  });
}

function readBy(fact: FactDefinition, decisions: readonly Decision[], nameOf: (scheme: string) => string): Html | null {
  const rules = decisions
    .filter(({ standing, verdict }) => standing === 'live' && verdict !== 'ineligible')
    .flatMap(({ scheme, clauses }) =>
      clauses
        .filter(({ reads, result }) => reads.includes(fact.id) && result !== 'met')
        .map(({ id, says }) => html`${nameOf(scheme)}, ${ruleLink(id)}: ${says}`),
    );
  return rules.length === 0 ? null : html`Read by ${joinHtml(rules, '; ')}.`;
}
