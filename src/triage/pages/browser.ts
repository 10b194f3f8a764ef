import {
  compileScheme,
  parseFacts,
  parseValue,
  parseVocabulary,
  type FactDefinition,
  type SchemeRules,
} from '../../eligibility/index.ts';
import type { FactWords, LocalAuthority, ReferenceWords } from '../../reference/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { FormBody, FormError, FormResult, Page } from '../../web/markup/index.ts';
import { answerDraft, DECLINED } from '../domain/answer-draft.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import { triageRefusalWords } from '../domain/triage-refusal.ts';
import { triageView, type TriageRules, type TriageView } from '../domain/triage-view.ts';
import { checkAnswersPage } from './check/page.ts';
import { answerSoFar, askedWith, triageQuestionPage } from './question/triage-question-page.ts';
import { readAnswer, saysDeclined, saysNotKnown } from './question/read-answer.ts';

/**
 * A triage in a browser that may have no connection: the same view, pages and engine as on the server. What it is
 * decided by comes from the server as JSON; nothing of Node and no YAML is needed here.
 */
export interface ShippedTriage {
  /** The facts of `reference/facts.yaml`, as that file lists them. */
  readonly facts: readonly unknown[];
  readonly words: {
    readonly facts: Readonly<Record<string, FactWords>>;
    /** Every force by its id. */
    readonly forces: Readonly<Record<string, string>>;
    /** Every council of England and Wales by its ONS code. */
    readonly localAuthorities: Readonly<Record<string, LocalAuthority>>;
  };
  /** The schemes that the officer's force could offer, as their documents hold them. */
  readonly schemes: readonly (SchemeRules & { readonly name: string })[];
}

export interface Triage {
  readonly rules: TriageRules;
  readonly words: ReferenceWords;
  readonly nameOf: (scheme: string) => string;
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

/** Makes ready what was shipped: once, when the page opens. */
export function readyTriage({ facts, words, schemes }: ShippedTriage): Triage {
  const vocabulary = parseVocabulary(facts, Object.keys(words.forces));
  const names = new Map(schemes.map(({ id, name }) => [id, name]));
  return {
    rules: { vocabulary, schemes: schemes.map((scheme) => compileScheme(vocabulary, scheme)) },
    words: {
      facts: new Map(Object.entries(words.facts)),
      forces: new Map(Object.entries(words.forces)),
      outcomeTypes: new Map(),
      schemes: names,
      localAuthorities: new Map(Object.entries(words.localAuthorities)),
    },
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** What is known, what each scheme says so far, and what to ask next. */
export function lookAt({ rules }: Triage, draft: TriageDraft, today: CalendarDay): TriageView {
  return triageView(rules, draft, today);
}

/** The page of one question; what was typed is shown again where it was wrong. */
export function drawQuestion(triage: Triage, view: TriageView, fact: FactDefinition, typed?: Typed): Page {
  const { words, nameOf } = triage;
  const { force: ownForce } = view.draft;
  const shown = typed ?? { body: answerSoFar(view, fact), errors: [] };
  return triageQuestionPage({ ...shown, view, fact, words, ownForce, nameOf, csrfToken: '' });
}

/** The page of all answers, before the triage is finished. */
export function drawCheck({ words, nameOf }: Triage, view: TriageView): Page {
  return checkAnswersPage({ words, nameOf, view, csrfToken: '', errors: [] });
}

/** The draft with what was sent for one question, or what is wrong with it. */
export function answerQuestion(
  { rules }: Triage,
  { view, fact, body }: { readonly view: TriageView; readonly fact: FactDefinition; readonly body: FormBody },
): FormResult<TriageDraft> {
  const asked = askedWith(view, fact);
  const read = saysNotKnown(body)
    ? ({ ok: true, value: saysDeclined(body) ? DECLINED : null } as const)
    : readAnswer(fact, body, asked);
  if (!read.ok) return read;
  const fault = read.value === null || read.value === DECLINED ? null : parseValue(fact, read.value);
  if (fault?.ok === false) {
    const errors = fault.refusal.map(({ problem, remedy }) => ({ field: 'answer', text: `${problem}: ${remedy}` }));
    return { ok: false, errors };
  }
  const value = answerDraft(view.draft, fact.id, read.value);
  return parseFacts(rules.vocabulary, value.facts).ok
    ? { ok: true, value }
    : { ok: false, errors: [{ field: 'answer', text: triageRefusalWords['facts-not-valid'] }] };
}
