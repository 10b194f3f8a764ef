import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, aPerson, coordinator, officer, otherOfficer } from '../../../tests/cases/people.ts';
import { allowed, divertFacts, refused, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { replayDecision } from '../../cases/index.ts';
import { asActor } from '../../db/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { DECLINED } from '../domain/answer-draft.ts';
import { describePerson } from './describe-person.ts';
import {
  answerQuestion,
  discardTriage,
  finishTriage,
  listTriages,
  schemesOfForce,
  showTriage,
  startTriage,
} from '../index.ts';

const noDay = { occurredOn: null, modeOfTrial: null } as const;

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  describe('A triage', () => {
    test('asks until every live scheme of the force is settled, and passes over what nobody knows', async () => {
      const begun = allowed(await startTriage(w.triage, officer, { person: aPerson(), offence: noDay }));
      let { next, decisions } = begun;
      const asked: string[] = [];
      while (next) {
        asked.push(next.id);
        const value = divertFacts[next.id as keyof typeof divertFacts] ?? null;
        const said = { draftId: begun.draft.draftId, fact: next.id, value };
        ({ next, decisions } = allowed(await answerQuestion(w.triage, officer, said)));
      }
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked).not.toContain('age');
      const divert = decisions.find(({ scheme }) => scheme === 'west-midlands-divert');
      expect(divert?.verdict).toBe('eligible');
    });

    test('that says where the offence may be tried has that as a fact, which the law in its decisions reads', async () => {
      const law3 = async (modeOfTrial: 'either-way' | 'indictable-only' | null) => {
        const offence = { occurredOn: null, modeOfTrial };
        const facts = { 'offence-group': 'burglary-dwelling' };
        const begun = allowed(await startTriage(w.triage, officer, { person: aPerson(), offence, facts }));
        const divert = begun.decisions.find(({ scheme }) => scheme === 'west-midlands-divert');
        return divert?.clauses.find(({ id }) => id === 'LAW-3')?.result;
      };
      expect(await law3('either-way')).toBe('met');
      expect(await law3('indictable-only')).toBe('not-met');
      expect(await law3(null)).toBe('not-known');
    });

    test('is its officer’s own, until it is finished or thrown away', async () => {
      const { draft } = allowed(await startTriage(w.triage, officer, { person: null, offence: noDay }));
      expect(refused(await showTriage(w.triage, otherOfficer, draft.draftId)).code).toBe('triage-not-found');
      expect((await listTriages(w.triage, officer)).map(({ draftId }) => draftId)).toContain(draft.draftId);
      expect(refused(await finishTriage(w.triage, officer, draft.draftId)).code).toBe('person-needed');
      await discardTriage(w.triage, officer, draft.draftId);
      expect(refused(await showTriage(w.triage, officer, draft.draftId)).code).toBe('triage-not-found');
      expect(refused(await startTriage(w.triage, coordinator, { person: null, offence: noDay })).code).toBe(
        'not-your-role',
      );
    });

    test('is not begun or kept with a date of birth that nobody can have, or answers that contradict each other', async () => {
      const born = (day: string) => aPerson({ bornOn: calendarDayOf(day) });
      for (const day of ['1899-01-01', '1905-03-02', '2026-03-03']) {
        const started = await startTriage(w.triage, officer, { person: born(day), offence: noDay });
        expect([day, refused(started).code]).toEqual([day, 'birthday-not-valid']);
      }
      const { draft } = allowed(await startTriage(w.triage, officer, { person: born('1999-05-17'), offence: noDay }));
      const { draftId } = draft;
      const described = await describePerson(w.triage, officer, {
        draftId,
        person: born('1899-01-01'),
        offence: noDay,
      });
      expect(refused(described).code).toBe('birthday-not-valid');
      const older = await answerQuestion(w.triage, officer, { draftId, fact: 'age', value: 99 });
      expect(refused(older).code).toBe('facts-not-valid');
      expect(allowed(await showTriage(w.triage, officer, draftId)).draft.facts).toMatchObject({ age: 26 });
    });

    test('that holds facts which cannot be true is found, refused with what is wrong, corrected or thrown away', async () => {
      const { draft } = allowed(await startTriage(w.triage, officer, { person: aPerson(), offence: noDay }));
      const { draftId } = draft;
      await w.triage.store.as(officer, (drafts) =>
        drafts.saveDraft(
          {
            ...draft,
            person: aPerson({ bornOn: calendarDayOf('1899-01-01') }),
            facts: { ...draft.facts, age: 127 },
          },
          draft.startedAt,
        ),
      );
      const shown = refused(await showTriage(w.triage, officer, draftId));
      expect([shown.code, shown.detail]).toEqual([
        'facts-not-valid',
        'How old was the person on the day of the offence? Given: 127 is out of range. How old is the person today? Given: 127 is out of range.',
      ]);
      expect(refused(await finishTriage(w.triage, officer, draftId)).code).toBe('facts-not-valid');
      const person = aPerson({ bornOn: calendarDayOf('1999-01-01') });
      const corrected = allowed(await describePerson(w.triage, officer, { draftId, person, offence: noDay }));
      expect(corrected.draft.facts).toMatchObject({ age: 27, 'age-today': 27 });
      await discardTriage(w.triage, officer, draftId);
      expect(refused(await showTriage(w.triage, officer, draftId)).code).toBe('triage-not-found');
    });

    test('keeps both answers of two windows, and opens one case however often it is finished', async () => {
      const { draft } = allowed(await startTriage(w.triage, officer, { person: aPerson(), offence: noDay }));
      const { draftId } = draft;
      const answers = Object.entries(divertFacts).map(([fact, value]) =>
        answerQuestion(w.triage, officer, { draftId, fact, value }),
      );
      await Promise.all(answers);
      expect(allowed(await showTriage(w.triage, officer, draftId)).draft.facts).toMatchObject(divertFacts);
      const [one, two] = await Promise.all([1, 2].map(() => finishTriage(w.triage, officer, draftId)));
      expect(allowed(one!).caseId).toBe(allowed(two!).caseId);
      const late = await answerQuestion(w.triage, officer, { draftId, fact: 'consents', value: false });
      expect(refused(late).code).toBe('triage-finished');
    });

    test('refuses a value that the fact can’t have, and says which would do', async () => {
      const { draft } = allowed(await startTriage(w.triage, officer, { person: null, offence: noDay }));
      const said = await answerQuestion(w.triage, officer, {
        draftId: draft.draftId,
        fact: 'admission',
        value: 'perhaps',
      });
      expect(refused(said).code).toBe('fact-value-not-valid');
      expect(refused(said).detail).toContain('admits');
      const none = await answerQuestion(w.triage, officer, { draftId: draft.draftId, fact: 'shoe-size', value: 9 });
      expect(refused(none).code).toBe('fact-value-not-valid');
    });

    test('decides the schemes that its force could offer and no others, and keeps their documents alone', async () => {
      const caseId = await w.triaged();
      const { state } = await w.asPolice(officer, caseId);
      const inReach = schemesOfForce(w.work.catalogue, 'west-midlands').map(({ id }) => id);
      expect(inReach).toContain('west-midlands-divert');
      expect(inReach).not.toContain('durham-checkpoint');
      const decided = state.status === 'triaged' ? state.record.decisions : [];
      expect(decided.map(({ scheme }) => scheme)).toEqual(inReach);
      const kept = await asActor(database.db, officer, (tx) =>
        tx.selectFrom('document_versions').select('document_id as id').where('kind', '=', 'scheme').execute(),
      );
      expect(kept.map(({ id }) => id).sort()).toEqual(inReach.toSorted());
    });

    test('keeps with the case what the person preferred not to say, apart from what nobody knew', async () => {
      const { draft } = allowed(await startTriage(w.triage, officer, { person: aPerson(), offence: noDay }));
      const { draftId } = draft;
      const said = { ...divertFacts, sex: DECLINED, 'co-accused': null };
      for (const [fact, value] of Object.entries(said))
        allowed(await answerQuestion(w.triage, officer, { draftId, fact, value }));
      const { caseId } = allowed(await finishTriage(w.triage, officer, draftId));
      const { state } = await w.asPolice(officer, caseId);
      const known = state.status === 'triaged' ? state.record : null;
      expect(known?.declined).toEqual(['sex']);
      expect([known?.facts['sex'], known?.facts['co-accused']]).toEqual([undefined, undefined]);
    });

    test('can be worked out again, decision by decision, when the catalogue has moved on', async () => {
      const caseId = await w.triaged();
      const later = { ...w.work, catalogue: { ...w.work.catalogue, schemes: [], compiled: [] } };
      const replayed = allowed(await replayDecision(later, officer, caseId));
      expect(replayed.map(({ scheme }) => scheme)).toContain('west-midlands-divert');
      expect(replayed.filter(({ same }) => !same)).toEqual([]);
    });
  });
});
