import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addEverybody, aPerson, divertService, officer } from '../../../tests/cases/people.ts';
import { Publishing } from '../../../tests/cases/publishing.ts';
import { allowed, divertFacts, refused, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { asActor } from '../../db/index.ts';
import { finishTriage, startTriage } from '../../triage/index.ts';
import { actOnCaseInView } from '../use-cases/act-on-case-in-view.ts';
import type { CommandRequest } from '../use-cases/requested-command.ts';
import { nextPlaces } from '../use-cases/next-places.ts';

withTestDatabase((database) => {
  test('Of two hundred officers who press at once twenty get the twenty places, and the others are told the next free one', async () => {
    await addEverybody(database.db);
    const w = await Working.on(database.db);
    const publishing = new Publishing(database.db, w.work.clock);
    await publishing.publishes({ from: '2026-03-09', weeks: 1, takes: 20 });
    await publishing.publishes({ from: '2026-03-31', weeks: 1, takes: 500 });

    const cases: string[] = [];
    for (let number = 0; number < 200; number += 1) cases.push(await accepted(w, number));
    const view = await w.asPolice(officer, cases[0] ?? '');
    const timeId = nextPlaces(view, 'west-midlands-divert').places[0]?.time.timeId ?? '';
    const command = { type: 'refer-person', data: { serviceId: divertService, timeId } } as const;
    const seen = await Promise.all(cases.map((caseId) => w.sequenceOf(officer, caseId)));

    const answers = await Promise.all(
      cases.map((caseId, at) => presses(w, { caseId, expectedSequence: seen[at] ?? 0, command })),
    );

    const full = answers.filter(({ ok }) => !ok).map(refused);
    expect([answers.length - full.length, full.length]).toEqual([20, 180]);
    const told = new Set(full.map(({ code, detail }) => `${code}: ${detail}`));
    expect([...told]).toEqual([
      'place-not-free: The next one free is Tuesday 31 March 2026 at 10am, Aspen Services (made up), Education and brief intervention.',
    ]);
    const rows = (statement: string) =>
      asActor(database.db, officer, async (tx) => (await sql.raw(statement).execute(tx)).rows);
    expect(await rows('select taken, takes from service_times order by starts_at')).toEqual([
      { taken: 20, takes: 20 },
      { taken: 0, takes: 500 },
    ]);
    // Of those who got none nothing is left behind: no referral without its place.
    expect(await rows('select status, count(*)::int as cases from case_progress group by 1 order by 1')).toEqual([
      { status: 'accepted', cases: 180 },
      { status: 'referred', cases: 20 },
    ]);
    expect(await rows('select count(*)::int as referrals from referrals')).toEqual([{ referrals: 20 }]);
  }, 300_000);
});

/** As the page of the referral does it: the case is read and acted on in one transaction. */
async function presses(w: Working, request: CommandRequest) {
  const answered = await actOnCaseInView(w.work, officer, request.caseId, async () => ({ request, kept: null }));
  if (answered === null || answered.recorded === null) throw new Error('There is no such case');
  return answered.recorded;
}

/** A case whose person has accepted, without a page for each answer. */
async function accepted(w: Working, number: number): Promise<string> {
  const person = aPerson({ name: `Person ${number} Made-up` });
  const offence = { occurredOn: null, modeOfTrial: null };
  const { draft } = allowed(await startTriage(w.triage, officer, { person, offence, facts: divertFacts }));
  return w.accepted(allowed(await finishTriage(w.triage, officer, draft.draftId)).caseId);
}
