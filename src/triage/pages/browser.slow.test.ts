import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { build, type BuildResult } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FactDefinition, FactValue } from '../../eligibility/index.ts';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import { loadReferenceWords } from '../../reference/store/reference-words.ts';
import { isComparator, termsTold } from '../../schemes/index.ts';
import { loadCatalogue } from '../../schemes/store/catalogue-files.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { FormBody, Page } from '../../web/markup/index.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { viewedDraft } from '../domain/viewed-draft.ts';
import type { Result } from '../../shared/result.ts';
import { brokenTriagePage } from './broken/page.ts';
import { compileCatalogue, schemesOfForce } from '../use-cases/scheme-catalogue.ts';
import type * as Browser from './browser.ts';
import { checkAnswersPage } from './check/page.ts';
import { typedAnswer } from './question/fields.ts';
import { answerSoFar, triageQuestionPage } from './question/triage-question-page.ts';
import { ASKED, APPLIES, NONE, ticksSoFar } from './ticks/form.ts';
import { ticksPage } from './ticks/page.ts';

const MOST_BYTES = 120_000;
const today = '2026-11-27' as CalendarDay;

/** What a browser would be sent: everything that the triage needs, with nothing of Node, as one small file. */
function bundled(): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    entryPoints: [new URL('browser.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'waymarkTriage',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
  });
}

/** The code run as a browser would: language and Intl, and nothing else. */
function runAlone(code: string): typeof Browser {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new Script(code).runInContext(context);
  return new Script('waymarkTriage').runInContext(context) as typeof Browser;
}

/** What the server ships, having gone through JSON as on its way to a browser. */
async function shipped(force: string): Promise<Browser.ShippedTriage> {
  const words = await loadReferenceWords();
  const { facts } = parse(readFileSync('reference/facts.yaml', 'utf8')) as { facts: unknown[] };
  const schemes = (await loadCatalogue()).filter(
    (scheme) => !isComparator(scheme) && (scheme.forces.length === 0 || scheme.forces.includes(force)),
  );
  const sending = {
    facts,
    words: {
      facts: Object.fromEntries(words.facts),
      forces: Object.fromEntries(words.forces),
      localAuthorities: Object.fromEntries(words.localAuthorities),
    },
    schemes,
    terms: Object.fromEntries(schemes.map((scheme) => [scheme.id, String(termsTold(scheme))])),
  };
  return JSON.parse(JSON.stringify(sending)) as Browser.ShippedTriage;
}

const personInDurham: TriageDraft = {
  draftId: 'd1',
  force: 'durham',
  startedAt: '2026-11-27T10:00:00.000Z',
  person: null,
  offence: { occurredOn: '2026-11-20' as CalendarDay, modeOfTrial: 'either-way' },
  facts: { force: 'durham', age: 30 },
  answered: [],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: true,
};

/** What is known of a person whom the scheme of Durham takes, by its own scenarios. */
const { base } = parse(readFileSync('schemes/durham-checkpoint/scenarios.yaml', 'utf8')) as {
  readonly base: Readonly<Record<string, FactValue>>;
};

const cautioned = { substances: ['cannabis'], 'in-custody': true, 'vulnerable-adult': false, 'caution-given': true };
const answers: Readonly<Record<string, FactValue>> = { ...cautioned, ...base };

/** The answer as a browser would send it, or "I don't know". */
function sent(fact: FactDefinition): FormBody {
  const value = answers[fact.id];
  return value === undefined ? { 'not-known': 'yes' } : typedAnswer(fact, value);
}

/** The screen of ticks as a browser would send it. */
function ticked(facts: readonly FactDefinition[]): FormBody {
  const applies = facts.filter(({ id, asking }) => answers[id] !== asking?.unticked).map(({ id }) => id);
  return { [ASKED]: facts.map(({ id }) => id), [APPLIES]: applies.length > 0 ? applies : [NONE] };
}

/** What must be there, or the reason why it is not. */
function seen<Value>(result: Result<Value, { readonly detail: string | null }>): Value {
  if (!result.ok) throw new Error(result.refusal.detail ?? 'refused');
  return result.value;
}

const drawn = (page: Page) => ({ ...page, content: page.content.toString() });

describe('The triage in a browser', () => {
  let size = 0;
  let inputs: readonly string[] = [];
  let browser: typeof Browser;
  let code = '';

  beforeAll(async () => {
    const { outputFiles, metafile } = await bundled();
    const [file] = outputFiles;
    code = file?.text ?? '';
    size = file?.contents.length ?? 0;
    inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    );
    browser = runAlone(code);
  });

  test('is under 120,000 bytes with the pages and the whole engine (50,000 when this was written)', () => {
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThan(MOST_BYTES);
    for (const part of ['eligibility/decide.ts', 'eligibility/next-question.ts', 'eligibility/parse-facts.ts'])
      expect(inputs.some((input) => input.endsWith(part))).toBe(true);
  });

  test('holds nothing of Node or of a package, and makes no code from text', () => {
    expect(inputs.filter((input) => /node_modules|web\/server|\/store\//.test(input))).toEqual([]);
    const found = ['eval(', 'new Function', 'require(', '"node:', "'node:"].filter((said) => code.includes(said));
    expect(found).toEqual([]);
  });

  test('draws each question of a person in Durham, and decides, as the server does', async () => {
    const triage = browser.readyTriage(await shipped('durham'));
    const lists = await loadReferenceLists();
    const catalogue = compileCatalogue(lists.vocabulary, await loadCatalogue());
    const words = await loadReferenceWords(catalogue.schemes);
    const rules = { vocabulary: lists.vocabulary, schemes: schemesOfForce(catalogue, 'durham') };
    const nameOf = (id: string): string => catalogue.schemes.find((scheme) => scheme.id === id)?.name ?? id;
    const onServer = (view: TriageView, page: Page) => ({ decisions: view.decisions, page: drawn(page) });

    let draft = personInDurham;
    const asked: string[] = [];
    for (;;) {
      const there = seen(browser.lookAt(triage, draft, today));
      const here = seen(viewedDraft(rules, draft, today));
      const fact = here.next;
      expect(there.next?.id).toBe(fact?.id);
      if (fact === null || there.next === null) break;
      expect(there.ticks.map(({ id }) => id)).toEqual(here.ticks.map(({ id }) => id));
      if (here.ticks.length > 0) {
        asked.push(...here.ticks.map(({ id }) => id));
        const around = { words, ownForce: 'durham', nameOf, csrfToken: '' };
        const facts = here.ticks;
        const screen = ticksPage({ view: here, facts, body: ticksSoFar(here, facts), errors: [], ...around });
        expect(JSON.stringify(drawn(browser.drawTicks(triage, there)))).toBe(JSON.stringify(drawn(screen)));
        const sentTicks = browser.answerTicks(triage, { view: there, body: ticked(facts), today });
        if (!sentTicks.ok) throw new Error(sentTicks.errors[0]?.text);
        draft = structuredClone(sentTicks.value);
        continue;
      }
      asked.push(fact.id);
      const page = triageQuestionPage({
        view: here,
        fact,
        body: answerSoFar(here, fact),
        errors: [],
        words,
        ownForce: 'durham',
        nameOf,
        termsOf: (id) => {
          const scheme = catalogue.schemes.find((one) => one.id === id);
          return scheme === undefined ? null : termsTold(scheme);
        },
        earlier: 'out-of-reach',
        csrfToken: '',
      });
      if (fact.id === 'consents') expect(String(page.content)).toContain('First tell the person about Checkpoint');
      const inBrowser = browser.drawQuestion(triage, there, there.next);
      expect(JSON.stringify(onServer(there, inBrowser))).toBe(JSON.stringify(onServer(here, page)));
      const answered = browser.answerQuestion(triage, { view: there, fact: there.next, body: sent(there.next), today });
      if (!answered.ok) throw new Error(`${fact.id}: ${answered.errors[0]?.text}`);
      draft = structuredClone(answered.value);
    }
    const view = seen(viewedDraft(rules, draft, today));
    const check = browser.drawCheck(triage, seen(browser.lookAt(triage, draft, today)));
    expect(check.content.toString()).toBe(
      checkAnswersPage({ words, nameOf, view, csrfToken: '', errors: [] }).content.toString(),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(view.decisions.find(({ scheme }) => scheme === 'durham-checkpoint')?.verdict).toBe('eligible');
    expect(JSON.stringify(seen(browser.lookAt(triage, draft, today)).decisions)).toBe(JSON.stringify(view.decisions));
  });

  test('says of a question about the past that our records are out of reach', async () => {
    const triage = browser.readyTriage(await shipped('durham'));
    const { byId } = (await loadReferenceLists()).vocabulary;
    const fact = byId.get('prior-diversions');
    if (fact === undefined) throw new Error('no such fact');
    const page = String(
      browser.drawQuestion(triage, seen(browser.lookAt(triage, personInDurham, today)), fact).content,
    );
    expect(page).toContain('There is no connection, so our records cannot be looked at.');
    expect(page).not.toContain('from-records');
  });

  test('says what is wrong with an answer, as the server does', async () => {
    const triage = browser.readyTriage(await shipped('durham'));
    const age = { id: 'age', slot: 0, when: 'seen', question: 'How old?' } as const;
    const type = { kind: 'number', whole: true, least: 0, most: 120 } as const;
    const answered = browser.answerQuestion(triage, {
      view: seen(browser.lookAt(triage, personInDurham, today)),
      fact: { ...age, type },
      body: { answer: 'ten' },
      today,
    });
    expect(JSON.stringify(answered)).toBe(
      JSON.stringify({ ok: false, errors: [{ field: 'answer', text: 'Enter a whole number from 0 to 120' }] }),
    );
  });
  test('shows what contradicts what, where it was answered, as the server does', async () => {
    const triage = browser.readyTriage(await shipped('durham'));
    const { vocabulary } = await loadReferenceLists();
    const rules = { vocabulary, schemes: [] };
    const fact = vocabulary.byId.get('age-today');
    if (fact === undefined) throw new Error('no such fact');
    const view = seen(browser.lookAt(triage, personInDurham, today));
    const answered = browser.answerQuestion(triage, { view, fact, body: { answer: '20' }, today });
    const broken = { ...personInDurham, facts: { ...personInDurham.facts, 'age-today': 20 } };
    const onServer = viewedDraft(rules, broken, today);
    if (onServer.ok) throw new Error('somebody of 30 was not 20 afterwards');
    const { says, detail } = onServer.refusal;
    expect(JSON.stringify(answered)).toBe(
      JSON.stringify({ ok: false, errors: [{ field: 'answer', text: `${says} ${detail}` }] }),
    );
    expect(detail).toContain('How old is the person today?');

    const there = browser.lookAt(triage, broken, today);
    if (there.ok) throw new Error('a stored contradiction is looked at');
    expect(JSON.stringify(there.refusal)).toBe(JSON.stringify(onServer.refusal));
    expect(JSON.stringify(drawn(browser.drawBroken(broken, there.refusal)))).toBe(
      JSON.stringify(drawn(brokenTriagePage({ draft: broken, refusal: onServer.refusal, csrfToken: '' }))),
    );
  });
});
