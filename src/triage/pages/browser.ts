import {
  compileScheme,
  parseValue,
  parseVocabulary,
  type FactDefinition,
  type SchemeRules,
} from '../../eligibility/index.ts';
import type { FactWords, LocalAuthority, ReferenceWords } from '../../reference/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Result } from '../../shared/result.ts';
import {
  type FormBody,
  type FormError,
  type FormResult,
  type Html,
  type Page,
  trustedHtml,
} from '../../web/markup/index.ts';
import { answeredTogether } from '../domain/answered-together.ts';
import { answerDraft, DECLINED } from '../domain/answer-draft.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import { ticksShown, type TriageRules, type TriageView } from '../domain/triage-view.ts';
import { viewedDraft } from '../domain/viewed-draft.ts';
import { brokenTriagePage } from './broken/page.ts';
import { checkAnswersPage } from './check/page.ts';
import { answerSoFar, askedWith, triageQuestionPage } from './question/triage-question-page.ts';
import { readAnswer, saysDeclined, saysNotKnown, togetherPressed } from './question/read-answer.ts';
import { readTicks, ticksSent, ticksSoFar } from './ticks/form.ts';
import { ticksPage } from './ticks/page.ts';

/**
 * A triage in a browser that may have no connection: the same view, pages and engine as on the server. What it is
 * decided by comes from the server as JSON; nothing of Node and no YAML is needed here. No page serves it yet:
 * `browser.slow.test.ts` builds it, and holds it to what the server draws.
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
  /** What is told of each before somebody agrees to it, by its id, as the server draws it. */
  readonly terms: Readonly<Record<string, string>>;
}

export interface Triage {
  readonly rules: TriageRules;
  readonly words: ReferenceWords;
  readonly nameOf: (scheme: string) => string;
  readonly termsOf: (scheme: string) => Html | null;
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

/** Makes ready what was shipped: once, when the page opens. */
export function readyTriage({ facts, words, schemes, terms }: ShippedTriage): Triage {
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
    termsOf: (id) => {
      const told = Object.hasOwn(terms, id) ? terms[id] : undefined;
      return told === undefined ? null : trustedHtml(told);
    },
  };
}

/** What is known, what each scheme says so far, and what to ask next; or why the answers can't be true together. */
export function lookAt({ rules }: Triage, draft: TriageDraft, today: CalendarDay): Result<TriageView, TriageRefusal> {
  return viewedDraft(rules, draft, today);
}

/** The page of a draft that can't be looked at: what contradicts what, and the two ways on. */
export function drawBroken(draft: TriageDraft, refusal: TriageRefusal): Page {
  return brokenTriagePage({ draft, refusal, csrfToken: '' });
}

/** The screen of ticks that is next, or to change what was ticked. */
export function drawTicks({ words, nameOf, rules }: Triage, view: TriageView, typed?: Typed): Page {
  const facts = ticksShown(view, rules.vocabulary);
  const shown = typed ?? { body: ticksSoFar(view, facts), errors: [] };
  return ticksPage({ ...shown, view, facts, words, ownForce: view.draft.force, nameOf, csrfToken: '' });
}

/** The page of one question; what was typed is shown again where it was wrong. */
export function drawQuestion(triage: Triage, view: TriageView, fact: FactDefinition, typed?: Typed): Page {
  const { words, nameOf, termsOf } = triage;
  const { force: ownForce } = view.draft;
  const shown = typed ?? { body: answerSoFar(view, fact), errors: [] };
  const around = { words, ownForce, nameOf, termsOf, csrfToken: '', earlier: 'out-of-reach' } as const;
  return triageQuestionPage({ ...shown, view, fact, ...around });
}

/** The page of all answers, before the triage is finished. */
export function drawCheck({ words, nameOf }: Triage, view: TriageView): Page {
  return checkAnswersPage({ words, nameOf, view, csrfToken: '', errors: [] });
}

interface Sent {
  readonly view: TriageView;
  readonly body: FormBody;
  readonly today: CalendarDay;
}

/** The draft with what was sent for one question, or what is wrong with it. */
export function answerQuestion(
  { rules }: Triage,
  { view, fact, body, today }: Sent & { readonly fact: FactDefinition },
): FormResult<TriageDraft> {
  const together = answeredTogether(fact, view.draft)[togetherPressed(body) ?? -1];
  if (together !== undefined) {
    const answered = Object.entries(together.answers).reduce(
      (draft, [id, value]) => answerDraft(draft, id, value),
      view.draft,
    );
    return consistent(rules, answered, { field: 'answer', today });
  }
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
  return consistent(rules, answerDraft(view.draft, fact.id, read.value), { field: 'answer', today });
}

/** The draft with what was sent from the screen of ticks, or what is wrong with it. */
export function answerTicks({ rules }: Triage, { view, body, today }: Sent): FormResult<TriageDraft> {
  const read = readTicks(ticksSent(rules.vocabulary, body), body);
  if (!read.ok) return read;
  const answered = read.value.reduce((draft, { fact, value }) => answerDraft(draft, fact, value), view.draft);
  return consistent(rules, answered, { field: 'applies', today });
}

/** The draft; or, beside the field, which other answer its own contradicts. */
function consistent(
  rules: TriageRules,
  draft: TriageDraft,
  { field, today }: { readonly field: string; readonly today: CalendarDay },
): FormResult<TriageDraft> {
  const viewed = viewedDraft(rules, draft, today);
  if (viewed.ok) return { ok: true, value: draft };
  const { says, detail } = viewed.refusal;
  return { ok: false, errors: [{ field, text: detail === null ? says : `${says} ${detail}` }] };
}
