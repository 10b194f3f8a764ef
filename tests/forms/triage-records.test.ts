import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EarlierDiversion } from '../../src/triage/domain/earlier-diversion.ts';
import type { TriageDraft } from '../../src/triage/domain/triage-draft.ts';
import { NONE_ON_RECORDS } from '../../src/triage/pages/question/our-records.ts';
import { addTriageRoutes } from '../../src/triage/pages/routes.ts';
import type { TriageStore, TriageTransaction } from '../../src/triage/store/triage-store.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { context } from '../cases/case-in-state.ts';
import { aPerson, officer } from '../cases/people.ts';
import { site } from './case-views.ts';
import { drawnForm } from './drawn-form.ts';
import { postedForms, type PostedForms } from './posted-form.ts';

const DRAFT = '00000000-0000-4000-8000-00000000dd01';
const pageOf = (fact: string): string => `/triages/${DRAFT}/questions/${fact}`;
const draft: TriageDraft = {
  draftId: DRAFT,
  force: 'west-midlands',
  startedAt: context.now,
  person: aPerson({ name: 'Sam Made-up', bornOn: calendarDayOf('1999-05-17') }),
  offence: { occurredOn: calendarDayOf('2026-02-27'), modeOfTrial: 'either-way' },
  facts: { force: 'west-midlands', age: 26, 'age-today': 26, 'offence-age-days': 3 },
  answered: [],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: false,
};
const once: EarlierDiversion = {
  caseId: 'c1',
  reference: 'WMP-1',
  scheme: 'west-midlands-divert',
  acceptedOn: calendarDayOf('2025-05-03'),
  went: 'completed',
};
const none = { 'from-records': 'none' };

let stored: TriageDraft;
let earlier: readonly EarlierDiversion[];
let looks: number;
const drafts: Partial<TriageTransaction> = {
  draft: async () => stored,
  saveDraft: async (saved) => void (stored = saved),
};
const store: TriageStore = { as: (_actor, work) => work(drafts as TriageTransaction) };
let forms: PostedForms;

beforeAll(async () => {
  const look = async () => {
    looks += 1;
    return earlier;
  };
  const work = { ...site.triage, store, earlierDiversions: look };
  forms = await postedForms(async (server) =>
    addTriageRoutes(server, { work, words: site.words, actorOf: () => officer }),
  );
});
beforeEach(() => {
  [stored, earlier, looks] = [draft, [], 0];
});
afterAll(() => forms.close());

describe('Where our records show no earlier diversion', () => {
  test.each([
    ['prior-diversions', 0],
    ['diversions-by-scheme', { 'west-midlands-divert': 0 }],
  ])('one tap answers %s, and where the answer comes from is kept', async (fact, value) => {
    const { page } = await forms.get(pageOf(fact));
    expect(drawnForm(page).choices.get('from-records')).toEqual(['none']);
    expect(page).toContain(`>\n  ${NONE_ON_RECORDS}`);
    const { status } = await forms.post(pageOf(fact), none);
    expect(status).toBe(303);
    const { facts, fromRecords, answered } = stored;
    expect(facts[fact]).toEqual(typeof value === 'object' ? expect.objectContaining(value) : value);
    expect([fromRecords, answered]).toEqual([[fact], [fact]]);
    expect((await forms.get(`/triages/${DRAFT}/check`)).page).toContain(`${NONE_ON_RECORDS}.`);
  });

  test('every scheme counted is answered with none, so that no scheme is asked again', async () => {
    await forms.post(pageOf('diversions-by-scheme'), none);
    const counts = Object.values(stored.facts['diversions-by-scheme'] ?? {});
    expect([counts.length > 0, counts.every((count) => count === 0)]).toEqual([true, true]);
  });

  test('what is typed instead is the officer’s own, then and later', async () => {
    await forms.post(pageOf('prior-diversions'), { answer: '2' });
    expect([stored.facts['prior-diversions'], stored.fromRecords]).toEqual([2, []]);
    await forms.post(pageOf('prior-diversions'), none);
    await forms.post(pageOf('prior-diversions'), { answer: '0' });
    expect([stored.facts['prior-diversions'], stored.fromRecords]).toEqual([0, []]);
  });

  test('nothing is answered by Continue alone, and our records stay beside what was wrong', async () => {
    const { status, page } = await forms.post(pageOf('prior-diversions'), { answer: '' });
    expect([status, stored.answered]).toEqual([400, []]);
    expect(page).toContain('Our records show no earlier diversion');
    expect(drawnForm(page).choices.get('from-records')).toEqual(['none']);
  });

  test('the key Enter, in a field, never says that there are none: the field has a form of its own', async () => {
    const { page } = await forms.get(pageOf('prior-diversions'));
    const parts = page.split('<form').filter((form) => form.includes('type="text"'));
    expect(parts.length).toBeGreaterThan(0);
    for (const form of parts)
      expect(form.split('</form>')[0]).not.toMatch(/name="(from-records|not-known|answer)" value|value="0"/);
  });

  test('one button stands out', async () => {
    const { page } = await forms.get(pageOf('prior-diversions'));
    const shown = (page.split('<details')[0] ?? '').match(/<button[^>]*class="govuk-button[^"]*"/g) ?? [];
    expect(shown.filter((button) => !button.includes('secondary'))).toHaveLength(1);
  });
});

describe('Where our records do not say that there were none', () => {
  const refusal = 'Our records show an earlier diversion, or could not be looked at for this person.';

  test.each<[string, () => void]>([
    ['they show one', () => (earlier = [once])],
    ['they show one that was withdrawn', () => (earlier = [{ ...once, went: 'withdrawn' }])],
    ['nobody can be looked for', () => (stored = { ...draft, person: aPerson({ bornOn: null }) })],
    ['nobody is described', () => (stored = { ...draft, person: null })],
  ])('no button says so, and the body is refused: %s', async (_why, arrange) => {
    arrange();
    expect(drawnForm((await forms.get(pageOf('prior-diversions'))).page).choices.get('from-records')).toBeUndefined();
    const { status, page } = await forms.post(pageOf('prior-diversions'), none);
    expect([status, stored.answered]).toEqual([400, []]);
    expect(page).toContain(refusal);
  });

  test.each(['admission', 'engaged-with-every-prior-diversion', 'prior-convictions'])(
    'neither has another question it: %s',
    async (fact) => {
      stored = {
        ...draft,
        facts: {
          ...draft.facts,
          'vulnerable-adult': false,
          'caution-given': true,
          'appropriate-adult-present': true,
          'prior-diversions': 1,
        },
      };
      expect(drawnForm((await forms.get(pageOf(fact))).page).choices.get('from-records')).toBeUndefined();
      const { status } = await forms.post(pageOf(fact), none);
      expect([status, stored.answered, looks > 1]).toEqual([400, [], fact === 'engaged-with-every-prior-diversion']);
    },
  );
});

describe('One tap that answers that the person was cautioned and needs no appropriate adult', () => {
  const page = pageOf('vulnerable-adult');
  const both = { 'caution-given': true, 'vulnerable-adult': false };

  test('keeps each answer as that of its own question', async () => {
    expect(drawnForm((await forms.get(page)).page).choices.get('together')).toEqual(['0']);
    expect((await forms.post(page, { together: '0' })).status).toBe(303);
    expect(stored.facts).toMatchObject(both);
    expect(stored.answered).toEqual(expect.arrayContaining(Object.keys(both)));
  });

  test.each(['1', 'invented', 'constructor', '-1', ''])(
    'answers nothing by a value that is not drawn: "%s"',
    async (together) => {
      expect((await forms.post(page, { together })).status).toBe(400);
      expect(stored.answered).toEqual([]);
    },
  );

  test.each(Object.keys(both))('is gone once one of them was answered by itself: %s', async (fact) => {
    stored = { ...draft, facts: { ...draft.facts, [fact]: false }, answered: [fact] };
    expect(drawnForm((await forms.get(page)).page).choices.get('together')).toBeUndefined();
    expect((await forms.post(page, { together: '0' })).status).toBe(400);
    expect(stored.answered).toEqual([fact]);
  });

  test('is for adults alone: of a child nobody can say that none is needed', async () => {
    stored = { ...draft, facts: { ...draft.facts, age: 15, 'age-today': 15 } };
    expect(drawnForm((await forms.get(pageOf('caution-given'))).page).choices.get('together')).toBeUndefined();
  });
});
