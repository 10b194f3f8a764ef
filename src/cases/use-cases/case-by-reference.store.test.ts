import { expect, test } from 'vitest';
import { addEverybody, coordinator, durhamOfficer } from '../../../tests/cases/people.ts';
import { allowed, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { actOnCaseInView } from './act-on-case-in-view.ts';
import { caseByReference } from './case-by-reference.ts';

/** More than there are connections for people (src/db/open-database.ts). */
const AT_ONCE = 20;

withTestDatabase((database) => {
  test('More withdrawals at once than there are connections look the other case up, and none waits for ever', async () => {
    await addEverybody(database.db);
    const w = await Working.on(database.db);
    const kept = await w.triaged();
    const { reference } = (await w.asPolice(coordinator, kept)).file;
    const cases: string[] = [];
    for (let each = 0; each < AT_ONCE; each += 1) cases.push(await w.triaged());

    const answers = await Promise.all(
      cases.map((caseId) =>
        actOnCaseInView(w.work, coordinator, caseId, async (view, transaction) => {
          const ofCase = await caseByReference(transaction, coordinator)(reference);
          if (ofCase === null) return { request: null, kept: null };
          const command = { type: 'withdraw-case', data: { reason: { is: 'duplicate', ofCase } } } as const;
          const expectedSequence = view.for === 'police' ? view.sequence : 0;
          return { request: { caseId, expectedSequence, command }, kept: ofCase };
        }),
      ),
    );

    expect(new Set(answers.map((answer) => answer?.kept))).toEqual(new Set([kept]));
    for (const answer of answers) if (answer?.recorded) allowed(answer.recorded);
    for (const caseId of cases) expect((await w.asPolice(coordinator, caseId)).state.status).toBe('closed');
  });

  test('A case is found by its whole reference, and by nobody of another force', async () => {
    const w = await Working.on(database.db);
    const { reference, caseId } = (await w.asPolice(coordinator, await w.triaged())).file;
    const found = (by: typeof coordinator, sought: string) =>
      w.work.store.as(by, (cases) => caseByReference(cases, by)(sought));
    expect(await found(coordinator, reference)).toBe(caseId);
    expect(await found(coordinator, reference.slice(0, 4))).toBeNull();
    expect(await found(durhamOfficer, reference)).toBeNull();
  });
});
