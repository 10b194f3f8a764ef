import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addTriageRoutes } from '../../src/triage/pages/routes.ts';
import type { CaseActor } from '../../src/access/index.ts';
import type { TriageDraft } from '../../src/triage/domain/triage-draft.ts';
import type { TriageStore, TriageTransaction } from '../../src/triage/store/triage-store.ts';
import type { OpenCase } from '../../src/triage/use-cases/triage-work.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { refuse } from '../../src/shared/result.ts';
import { context } from '../cases/case-in-state.ts';
import { aPerson, officer, worker } from '../cases/people.ts';
import { site } from './case-views.ts';
import { drawnForm } from './drawn-form.ts';
import { postedForms, type PostedForms } from './posted-form.ts';

const DRAFT = '00000000-0000-4000-8000-00000000dd01';
const CASE = '00000000-0000-4000-8000-00000000cc01';
const [CHECK, FINISH, DISCARD] = ['check', 'finish', 'discard'].map((page) => `/triages/${DRAFT}/${page}`) as [
  string,
  string,
  string,
];
const draft: TriageDraft = {
  draftId: DRAFT,
  force: 'west-midlands',
  startedAt: context.now,
  person: aPerson(),
  offence: { occurredOn: calendarDayOf('2026-02-27'), modeOfTrial: 'either-way' },
  facts: { age: 26, 'age-today': 26, 'offence-age-days': 3, admission: 'admits', 'co-accused': false },
  answered: ['admission', 'co-accused', 'subject-to-court-order'],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: false,
};

let stored: TriageDraft = draft;
let actor: CaseActor = officer;
let refusedBy: string | null = null;
const done: object[] = [];
const drafts: Partial<TriageTransaction> = {
  draft: async (draftId) => (draftId === stored.draftId ? stored : null),
  saveDraft: async ({ draftId, finishedAs }) => void done.push({ saved: draftId, finishedAs }),
  discardDraft: async (discarded) => void done.push({ discarded }),
};
const openCase: OpenCase = async (_transaction, by, { decisions, ...opening }) => {
  if (refusedBy !== null) return refuse({ says: refusedBy, detail: null });
  done.push({ opened: opening, by: by.accountId, decided: decisions.length > 0 });
  return { ok: true, value: { caseId: opening.caseId, sequence: 1 } };
};
const store: TriageStore = { as: (_actor, work) => work(drafts as TriageTransaction) };
let forms: PostedForms;

beforeAll(async () => {
  const work = { ...site.triage, store, openCase, newId: () => CASE };
  forms = await postedForms(async (server) =>
    addTriageRoutes(server, { work, words: site.words, actorOf: () => actor }),
  );
});
afterEach(() => {
  [stored, actor, refusedBy] = [draft, officer, null];
  done.splice(0);
});
afterAll(() => forms.close());

const finished = [
  {
    opened: {
      caseId: CASE,
      force: draft.force,
      person: draft.person,
      offence: draft.offence,
      // Where it may be tried is a fact of the case too: clauses of law read it.
      facts: { ...draft.facts, 'mode-of-trial': 'either-way' },
      declined: [],
      fromRecords: [],
      isDemonstration: false,
    },
    by: officer.accountId,
    decided: true,
  },
  { saved: DRAFT, finishedAs: CASE },
];

describe('The page where the answers of a triage are checked', () => {
  test('shows each answer, those that nobody knew too, with the way to change it', async () => {
    const { page } = await forms.get(CHECK);
    for (const fact of ['age', ...draft.answered]) {
      expect([fact, page.includes(`href="/triages/${DRAFT}/questions/${fact}"`)]).toEqual([fact, true]);
    }
    expect(page).toContain('Not known');
    expect(page.split(`href="/triages/${DRAFT}/person"`)).toHaveLength(4);
  });

  test('has two buttons, to finish and to discard, and nothing to type', async () => {
    const { page } = await forms.get(CHECK);
    const actions = [...page.matchAll(/<form[^>]* action="([^"]*)"/g)].map(([, action]) => action);
    expect(actions).toEqual(expect.arrayContaining([FINISH, DISCARD]));
    expect(drawnForm(page).names).toEqual([]);
  });
});

describe('A triage whose facts can’t be true together', () => {
  beforeEach(() => {
    const person = aPerson({ bornOn: calendarDayOf('1899-01-01') });
    stored = { ...draft, person, facts: { ...draft.facts, age: 127, 'age-today': 127 } };
  });

  test.each([CHECK, `/triages/${DRAFT}`, `/triages/${DRAFT}/questions/admission`])(
    'says what is wrong, and offers to correct it or to discard the triage, at %s',
    async (address) => {
      const { status, page } = await forms.get(address);
      expect(status).toBe(422);
      expect(page).toContain('How old was the person on the day of the offence? Given: 127 is out of range.');
      expect(page).toContain(`href="/triages/${DRAFT}/person"`);
      expect(page).toContain(`action="${DISCARD}"`);
    },
  );

  test('shows the form that corrects it, and can be discarded', async () => {
    expect(await forms.get(`/triages/${DRAFT}/person`)).toMatchObject({ status: 200 });
    expect(await forms.post(DISCARD, {})).toMatchObject({ status: 303, leadsTo: '/cases' });
    expect(done).toEqual([{ discarded: DRAFT }]);
  });
});

describe('Finishing a triage', () => {
  test.each([
    ['with nothing but the token', {}],
    ['with answers that nobody gave', { admission: 'denies', 'co-accused': 'true', facts: '{}' }],
    ['with another person, force and case', { name: 'Somebody Else', force: 'durham', caseId: DRAFT }],
    ['with fields sent twice', { draftId: ['a', 'b'], name: ['c', 'd'] }],
  ])('opens the case of what was answered: %s', async (_when, body) => {
    expect(await forms.post(FINISH, body)).toMatchObject({ status: 303, leadsTo: `/cases/${CASE}/decision` });
    expect(done).toEqual(finished);
  });

  test('a second time leads to the case that is there, and opens none', async () => {
    stored = { ...draft, finishedAs: CASE };
    expect(await forms.post(FINISH, {})).toMatchObject({ status: 303, leadsTo: `/cases/${CASE}/decision` });
    expect(done).toEqual([]);
  });

  test.each([
    ['nobody is named', { ...draft, person: null }],
    ['the name is empty', { ...draft, person: aPerson({ name: '' }) }],
  ])('asks for the name where %s, and opens no case', async (_when, lacking) => {
    stored = lacking;
    const { status, page } = await forms.post(FINISH, {});
    expect([status, page.includes('Enter the person’s name'), drawnForm(page).ids.has('name')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(done).toEqual([]);
  });

  test('says beside the answers why the case was not opened', async () => {
    refusedBy = 'The case was not opened. Try again.';
    const { status, page } = await forms.post(FINISH, {});
    expect([status, page.includes('href="#form"'), drawnForm(page).ids.has('form')]).toEqual([422, true, true]);
    expect(page).toContain(refusedBy);
    expect(done).toEqual([]);
  });
});

describe('Discarding a triage', () => {
  test.each([
    ['with nothing but the token', {}],
    ['with another triage in it', { draftId: 'another', triageId: 'another' }],
  ])('throws away the one that the address names: %s', async (_when, body) => {
    expect(await forms.post(DISCARD, body)).toMatchObject({ status: 303, leadsTo: '/cases' });
    expect(done).toEqual([{ discarded: DRAFT }]);
  });

  test('throws away nothing of a triage that is finished', async () => {
    stored = { ...draft, finishedAs: CASE };
    expect((await forms.post(DISCARD, {})).leadsTo).toBe(`/cases/${CASE}/decision`);
    expect(done).toEqual([]);
  });
});

describe.each([
  ['finishing', FINISH],
  ['discarding', DISCARD],
])('Of a triage, %s', (_what, address) => {
  test('is done only by those who may triage', async () => {
    actor = worker;
    expect((await forms.post(address, {})).status).toBe(403);
    expect(done).toEqual([]);
  });

  test('is done only to a triage that is there', async () => {
    expect((await forms.post(address.replace(DRAFT, CASE), {})).status).toBe(404);
    expect(done).toEqual([]);
  });

  test('is refused without the token of a page', async () => {
    expect((await forms.postWithoutToken(address)).status).toBe(403);
    expect(done).toEqual([]);
  });
});
