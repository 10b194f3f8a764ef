import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, aPerson, officer } from '../../../tests/cases/people.ts';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase, type TestDatabase } from '../../../tests/database/with-test-database.ts';
import { putOldCase } from '../../../tests/shapes/old-rows.ts';
import { auditEntries, verifyChains } from '../../audit/index.ts';
import { asActor } from '../../db/index.ts';
import { vocabularyOfFacts, type Vocabulary } from '../../eligibility/index.ts';
import { compileCatalogue } from '../../triage/index.ts';
import { replayDecision } from '../index.ts';
import { caseEvents } from '../store/case-log.ts';
import { caseEventKind } from '../store/shapes/case-event-kind.ts';

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  /** As if the program came back years later, with other schemes and another vocabulary. */
  const later = (vocabulary: Vocabulary) => ({ ...w.work, catalogue: compileCatalogue(vocabulary, []) });
  const eventsOf = (caseId: string) =>
    asActor(database.db, officer, (tx) =>
      tx
        .selectFrom('case_log')
        .select(['type', 'data', 'author', 'recorded_at', 'shape'])
        .where('case_id', '=', caseId)
        .orderBy('sequence')
        .execute(),
    );
  const verify = () => verifyChains(database.db, [auditEntries, caseEvents]);

  describe('A decision', () => {
    test('is worked out again by the vocabulary it was made by, when today’s has other values', async () => {
      const caseId = await w.triaged();
      const narrower = withoutValue(w.work.catalogue.vocabulary, 'offence-group', 'possession');
      const replayed = allowed(await replayDecision(later(narrower), officer, caseId));
      expect(replayed.length).toBeGreaterThan(1);
      expect(replayed.filter(({ same }) => !same)).toEqual([]);
      expect(new Set(replayed.map(({ vocabulary }) => vocabulary))).toEqual(new Set(['the one it was made by']));
    });

    test('is not worked out again where the vocabulary it was made by is lost', async () => {
      const caseId = await w.triaged();
      await behindTheProgram(database, ["delete from document_versions where kind = 'vocabulary'"]);
      const replayed = allowed(await replayDecision(w.work, officer, caseId));
      expect(replayed.map(({ same, again, vocabulary }) => ({ same, again, vocabulary }))).toContainEqual({
        same: false,
        again: null,
        vocabulary: null,
      });
      expect(replayed.filter(({ same }) => same)).toEqual([]);
    });

    test('of before vocabularies were kept is worked out again by today’s, and its log is still whole', async () => {
      const [triage] = await eventsOf(await w.triaged());
      const { decisions, ...data } = triage!.data as { readonly decisions: readonly object[] };
      const without = decisions.map((decision) => beforeVocabularies(decision));
      const caseId = randomUUID();
      const event = { type: 'person-triaged', at: triage!.recorded_at.toISOString(), by: triage!.author };
      const events = [{ ...event, data: { ...data, decisions: without } }];
      const old = { caseId, force: 'west-midlands', openedBy: officer, person: aPerson(), shape: 1, events };
      await putOldCase(database, old);
      const replayed = allowed(await replayDecision(w.work, officer, caseId));
      expect(replayed.filter(({ same }) => !same)).toEqual([]);
      expect(new Set(replayed.map(({ vocabulary }) => vocabulary))).toEqual(new Set(['the one of today']));
      expect(replayed.map(({ recorded }) => recorded.vocabularyVersion)).toContain(null);
      expect((await verify()).breaks).toEqual([]);
    });

    test('can’t be passed off as one of another shape', async () => {
      const caseId = await w.triaged();
      expect((await eventsOf(caseId)).map(({ shape }) => shape)).toEqual([caseEventKind.shape]);
      expect((await verify()).breaks).toEqual([]);
      await behindTheProgram(database, [`update case_events set shape = 1 where case_id = '${caseId}'`]);
      expect((await verify()).breaks).toEqual([{ kind: 'case', chain: caseId, sequence: 1, difference: 'content' }]);
    });
  });
});

/** A decision as it was kept before vocabularies were, and before the law was written down. */
function beforeVocabularies(decision: object): object {
  const members = Object.entries(decision).filter(([member]) => member !== 'vocabularyVersion' && member !== 'law');
  return Object.fromEntries(
    members.map(([member, value]) => [
      member,
      member === 'clauses' ? (value as readonly object[]).filter((clause) => !('law' in clause)) : value,
    ]),
  );
}

function withoutValue(vocabulary: Vocabulary, fact: string, value: string): Vocabulary {
  const facts = vocabulary.facts.map((each) =>
    each.id === fact && each.type.kind === 'choice'
      ? { ...each, type: { ...each.type, values: each.type.values.filter((one) => one !== value) } }
      : each,
  );
  return vocabularyOfFacts(facts);
}

/** What somebody could do who has the server in their hands. */
async function behindTheProgram(database: TestDatabase, statements: readonly string[]): Promise<void> {
  await database.asOwner(async (owner) => {
    for (const table of ['case_events', 'document_versions']) {
      await owner.query(`alter table ${table} disable trigger user`);
      await owner.query(`alter table ${table} no force row level security`);
    }
    for (const statement of statements) await owner.query(statement);
    await owner.query('alter table case_events force row level security');
    for (const table of ['case_events', 'document_versions'])
      await owner.query(`alter table ${table} enable trigger user`);
  });
}
