import type { Decision } from '../../../eligibility/index.ts';
import { govukButton, html, type Page, postForm } from '../../../web/markup/index.ts';
import { schemesSoFar } from '../schemes-so-far.ts';
import { type Question, questionField } from './fields.ts';

interface QuestionPage {
  readonly question: Question;
  readonly action: string;
  readonly backTo: string;
  readonly csrfToken: string;
  readonly decisions: readonly Decision[];
  readonly nameOf: (scheme: string) => string;
  readonly progress: string;
}

/** One question, with "I don't know" a tap away and the schemes that are still possible beside it. */
export function questionPage({ question, action, backTo, csrfToken, decisions, nameOf, progress }: QuestionPage): Page {
  const buttons = html`<div class="govuk-button-group">
    ${govukButton({ text: 'Continue', preventDoubleClick: true })}
    ${govukButton({ text: 'I don’t know', name: 'not-known', value: 'yes', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </div>`;
  return {
    title: question.words.facts.get(question.fact.id)?.question ?? question.fact.question,
    errors: question.errors,
    width: 'full',
    backLink: { href: backTo },
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${progress}</span>
        ${postForm({ action, csrfToken, content: html`${questionField(question)}${buttons}` })}
      </div>
      <div class="govuk-grid-column-one-third">${schemesSoFar(decisions, nameOf)}</div>
    </div>`,
  };
}
