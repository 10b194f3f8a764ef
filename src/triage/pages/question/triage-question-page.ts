import { type FactDefinition, parseValue } from '../../../eligibility/index.ts';
import type { ReferenceWords } from '../../../reference/index.ts';
import type { FormBody, FormError, Html, Page } from '../../../web/markup/index.ts';
import { answeredTogether } from '../../domain/answered-together.ts';
import type { TriageView } from '../../domain/triage-view.ts';
import { type LookedFor, mayAnswerNone, ourRecords } from './our-records.ts';
import { typedAnswer } from './fields.ts';
import { questionPage } from './page.ts';
import type { Asked } from './read-answer.ts';

interface TriageQuestion {
  readonly view: TriageView;
  readonly fact: FactDefinition;
  /** What was typed, and what is wrong with it. */
  readonly body: FormBody;
  readonly errors: readonly FormError[];
  readonly words: ReferenceWords;
  readonly ownForce: string | null;
  readonly nameOf: (scheme: string) => string;
  readonly csrfToken: string;
  /** Earlier diversions on our records; left out where nobody looks. */
  readonly earlier?: LookedFor;
  readonly termsOf?: (scheme: string) => Html | null;
}

/** One question of a triage under way: the same page from the server and from a browser without a connection. */
export function triageQuestionPage(asked: TriageQuestion): Page {
  const { view, fact, body, errors, words, ownForce, earlier, ...page } = asked;
  const { draft, decisions } = view;
  const base = `/triages/${draft.draftId}`;
  const previous = draft.answered.findLast((asked) => asked !== fact.id);
  const answeredAs = draft.answered.indexOf(fact.id);
  const isAnswered = answeredAs !== -1;
  const before = previous === undefined ? `${base}/person` : pageOf(base, previous, view);
  return questionPage({
    ...page,
    records: earlier === undefined ? null : ourRecords({ fact, draft, earlier, nameOf: page.nameOf }),
    isAnswered,
    together: answeredTogether(fact, draft),
    noneOnRecords: mayAnswerNone(fact, earlier, askedWith(view, fact).counted),
    question: { fact, words, ownForce, ...askedWith(view, fact), isPageHeading: true, body, errors },
    action: `${base}/questions/${fact.id}`,
    backTo: isAnswered ? `${base}/check` : before,
    decisions,
    progress: `Triage, question ${isAnswered ? answeredAs + 1 : draft.answered.length + 1}`,
  });
}

/** Where an answer was given: what was ticked is shown with all that was ticked with it. */
function pageOf(base: string, fact: string, { ticked }: TriageView): string {
  return ticked.includes(fact) ? `${base}/ticks` : `${base}/questions/${fact}`;
}

/** The answer given to a question so far, as its fields hold it; nothing where there is none. */
export function answerSoFar({ draft, settled }: TriageView, fact: FactDefinition): FormBody {
  const value = parseValue(fact, draft.facts[fact.id] ?? settled[fact.id]);
  return value.ok ? typedAnswer(fact, value.value) : {};
}

/** What a question is drawn with and read by: the drugs named so far, and the schemes that its count is of. */
export function askedWith({ draft, counted }: TriageView, fact: FactDefinition): Asked {
  const known = draft.facts['substances'];
  const substances = Array.isArray(known) ? (known as readonly string[]) : [];
  return { substances, counted: counted[fact.id] ?? [] };
}
