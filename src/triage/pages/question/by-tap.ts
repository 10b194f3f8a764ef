import { choiceWords, memberWords } from '../../../reference/index.ts';
import {
  choiceOf,
  errorMessageFor,
  govukButton,
  govukDetails,
  govukErrorMessage,
  govukFieldset,
  html,
  type Html,
  postForm,
  textOf,
} from '../../../web/markup/index.ts';
import { COUNCIL_HINT, legend, questionField, wordsOf } from './fields.ts';
import { councilsAsked, forcesAsked, type Places } from './places.ts';
import type { Question } from './question.ts';
import { membersAsked } from './read-answer.ts';

/** An answer that a tap sends: the field and the value of its button. */
interface Tap {
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

/** How a question is answered by one tap: its answers, and the fields of an answer that is none of them. */
export interface ByTap {
  readonly taps: readonly Tap[];
  /** What each tap sends besides. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly hint?: string | undefined;
  /** Left out where every answer is a tap. */
  readonly rest?: Rest;
}

interface Rest {
  readonly summary: string;
  readonly fields: Html;
  readonly isOpen: boolean;
  /** Whether what is wrong with an answer stands beside these fields, and not above the taps. */
  readonly hasErrors: boolean;
}

/** Null where a question is answered by fields alone: several boxes, amounts, a number of any size. */
export function byTap(question: Question): ByTap | null {
  const { type, asking, id } = question.fact;
  switch (type.kind) {
    case 'choice':
      return id.endsWith('force')
        ? ofPlaces(question, forcesAsked(question, type.values))
        : { taps: type.values.map((value) => tap(choiceWords(question.words, id, value), String(value))) };
    case 'code':
      return ofPlaces(question, councilsAsked(question), COUNCIL_HINT);
    case 'number':
      return asking?.tapped === true ? counted(question) : null;
    case 'amounts':
      return asking?.tapped === true ? countedByScheme(question, membersAsked(type, question)) : null;
    case 'set':
      return null;
  }
}

function tap(text: string, value: string, name = 'answer'): Tap {
  return { text, name, value };
}

function ofPlaces(question: Question, { own, none, others, another, isOther }: Places, hint?: string): ByTap | null {
  if (own.length === 0) return null;
  const fields = html`<input type="hidden" name="answer" value="other" />${others}`;
  const isWrong = question.errors.some(({ field }) => field.startsWith('other-'));
  return {
    taps: [...own, ...none].map(({ text, value }) => tap(text, value)),
    hint,
    rest: { summary: another, fields, isOpen: isOther || isWrong, hasErrors: false },
  };
}

function counted(question: Question): ByTap {
  const taps = [tap('None', '0'), tap('One', '1'), tap('Two or more', '2', 'answer-from')];
  const isTapped = taps.some((each) => isChosen(question, each)) && textOf(question.body, 'answer-to') === '';
  const isTyped = ['answer', 'answer-from', 'answer-to'].some((field) => textOf(question.body, field) !== '');
  return { taps, rest: fieldsOf(question, 'You know how many', isTyped && !isTapped) };
}

function countedByScheme(question: Question, schemes: readonly string[]): ByTap | null {
  const [last, ...others] = schemes.toReversed();
  if (last === undefined) return null;
  const field = `answer-${last}`;
  const isTyped = schemes.some((each) => textOf(question.body, `answer-${each}`) !== '');
  if (others.length > 0) {
    const none = tap('None on any of these', '0', field);
    const hidden = Object.fromEntries(others.map((each) => [`answer-${each}`, '0']));
    const isNone = schemes.every((each) => choiceOf(question.body, `answer-${each}`) === '0');
    const hint = schemes.map((scheme) => memberWords(question.words, scheme)).join('; ');
    return {
      taps: [none],
      hidden,
      hint,
      rest: fieldsOf(question, 'Another answer for one of them', isTyped && !isNone),
    };
  }
  const taps = [tap('None', '0', field), tap('One', '1', field), tap('Two or more', '2 or more', field)];
  const isTapped = taps.some((each) => isChosen(question, each));
  const hint = memberWords(question.words, last);
  return { taps, hint, rest: fieldsOf(question, 'You know how many', isTyped && !isTapped) };
}

/** The fields of the question itself, which hold what is wrong with them. */
function fieldsOf(question: Question, summary: string, isTyped: boolean): Rest {
  const fields = questionField({ ...question, isPageHeading: false });
  return { summary, fields, isOpen: isTyped || question.errors.length > 0, hasErrors: true };
}

interface Drawn {
  readonly question: Question;
  readonly action: string;
  readonly csrfToken: string;
  /** The question in another language, below its heading. */
  readonly besides: Html | null;
  /** What may be answered besides, by buttons of its own: that it is not known. */
  readonly buttons: Html;
  /** The answer that there are none, where it is tapped by words of its own. */
  readonly first?: Html | undefined;
  /** Taps before all others, which answer more than this question. */
  readonly before?: readonly Html[] | undefined;
  /** Whether what the fields hold was answered, and is not only proposed. */
  readonly isAnswered: boolean;
}

/**
 * The answers as buttons, each sending the form. What is typed instead has a form of its own: the key Enter, in a field,
 * presses the first button of its form, and must not answer with what stands first here.
 */
export function tapsForm(
  { taps, hidden, hint, rest }: ByTap,
  { question, action, csrfToken, besides, buttons, first, before, isAnswered }: Drawn,
): Html {
  const error = rest?.hasErrors === true ? undefined : errorMessageFor(question.errors, 'answer');
  const chosen = isAnswered && rest?.isOpen !== true ? taps.find((each) => isChosen(question, each)) : undefined;
  const hints = [hint ?? wordsOf(question).hint, chosen && `Answered so far: ${chosen.text}`].filter(Boolean);
  const fieldset = govukFieldset({
    ...legend(question),
    html: html`${besides}${hints.map((text) => html`<p class="govuk-hint">${text}</p>`)}
      ${error && govukErrorMessage(error)}
      <div class="waymark-answers">${before}${first}${(first ? taps.filter(({ value }) => value !== '0') : taps).map(tapButton)}</div>`,
  });
  const id = rest?.hasErrors === true ? null : html` id="answer" tabindex="-1"`;
  const answers = html`<div class="govuk-form-group ${error && 'govuk-form-group--error'}"${id}>${fieldset}</div>`;
  const typed = rest && html`${rest.fields}${govukButton({ text: 'Continue', preventDoubleClick: true })}`;
  return html`${postForm({ action, csrfToken, hidden, content: html`${answers}${buttons}` })}
    ${typed && govukDetails({ summaryText: rest.summary, open: rest.isOpen, html: postForm({ action, csrfToken, content: typed }) })}`;
}

function tapButton({ text, name, value }: Tap): Html {
  const classes = 'govuk-button--secondary waymark-answer';
  return govukButton({ text, name, value, classes, preventDoubleClick: true });
}

function isChosen({ body }: Question, { name, value }: Tap): boolean {
  return choiceOf(body, name) === value;
}
