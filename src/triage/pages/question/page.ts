import type { AnsweredTogether, Decision } from '../../../eligibility/index.ts';
import { govukButton, type Html, html, type Page, postForm } from '../../../web/markup/index.ts';
import { schemesSoFar } from '../schemes-so-far.ts';
import { beforeAsking, isUnderCaution, schemesNotShown } from './before-asking.ts';
import { questionField } from './fields.ts';
import { byTap, tapsForm } from './by-tap.ts';
import { inWelsh } from './in-welsh.ts';
import type { Question } from './question.ts';
import { NONE_ON_RECORDS } from './our-records.ts';

interface QuestionPage {
  readonly question: Question;
  readonly action: string;
  readonly backTo: string;
  readonly csrfToken: string;
  readonly decisions: readonly Decision[];
  readonly nameOf: (scheme: string) => string;
  readonly progress: string;
  /** What the force's own cases say of it. */
  readonly records?: Html | null | undefined;
  /** Whether one tap answers with none, because our records show none. */
  readonly noneOnRecords?: boolean | undefined;
  /** The taps that answer other questions with it. */
  readonly together?: readonly AnsweredTogether[];
  /** Whether it was answered before, and is changed. */
  readonly isAnswered?: boolean;
  readonly termsOf?: ((scheme: string) => Html | null) | undefined;
}

/** One question, with "I don't know" a tap away and, unless it is asked under caution, the schemes still possible. */
export function questionPage({
  question,
  action,
  backTo,
  csrfToken,
  decisions,
  nameOf,
  progress,
  termsOf,
  records,
  noneOnRecords = false,
  isAnswered = false,
  together = [],
}: QuestionPage): Page {
  const { fact, words: reference, ownForce } = question;
  const words = reference.facts.get(fact.id);
  const declining =
    words?.mayDecline === true &&
    govukButton({
      text: 'Prefer not to say',
      name: 'not-known',
      value: 'declined',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    });
  const notKnown = govukButton({
    text: 'I don’t know',
    name: 'not-known',
    value: 'yes',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  });
  const besides = inWelsh(words?.welsh, ownForce);
  const taps = byTap(question);
  const none = govukButton({ text: NONE_ON_RECORDS, name: 'from-records', value: 'none', preventDoubleClick: true });
  const group = (main: Html | null): Html => html`<div class="govuk-button-group">${main}${notKnown}${declining}</div>`;
  const form =
    taps === null
      ? postForm({
          action,
          csrfToken,
          content: html`${questionField(question)}${besides}${group(govukButton({ text: 'Continue', preventDoubleClick: true }))}`,
        })
      : tapsForm(taps, {
          question,
          action,
          csrfToken,
          besides,
          buttons: group(null),
          first: noneOnRecords ? none : undefined,
          before: together.length > 0 ? together.map(togetherButton) : undefined,
          isAnswered,
        });
  return {
    title: words?.question ?? fact.question,
    errors: question.errors,
    width: 'full',
    backLink: { href: backTo },
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${progress}</span>
        ${beforeAsking({ fact, decisions, nameOf, termsOf })}
        ${records}
        ${form}
      </div>
      <div class="govuk-grid-column-one-third">${isUnderCaution(fact) ? schemesNotShown() : schemesSoFar(decisions, nameOf)}</div>
    </div>`,
  };
}

function togetherButton({ says }: AnsweredTogether, index: number): Html {
  return govukButton({ text: says, name: 'together', value: String(index), preventDoubleClick: true });
}
