import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addEverybody,
  aPerson,
  coordinator,
  durhamSupervisor,
  officer,
  supervisor,
  worker,
} from '../../../tests/cases/people.ts';
import { allowed, divertFacts, refused, Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { asActor } from '../../db/index.ts';
import { calendarDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { recordOf } from '../domain/case-state.ts';
import { correctPerson, listCases, personVersion, replayDecision } from '../index.ts';
import { listOverrides } from './list-overrides.ts';

const SCHEME = 'west-midlands-divert';
const day = calendarDayOf;

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  const amend = (fact: string, value: string | boolean) =>
    ({ type: 'amend-fact', data: { fact, new: value, reason: 'Found out since' } }) as const;
  const born = async (caseId: string, bornOn: CalendarDay | null, reason: string | null = 'Passport seen') => {
    const { person } = (await w.asPolice(officer, caseId)).file;
    const expectedVersion = personVersion(person);
    return correctPerson(w.work, officer, { caseId, expectedVersion, person: { ...person, bornOn }, reason });
  };

  describe('A person who is corrected', () => {
    const renamed = async (caseId: string, name: string) => {
      const { person } = (await w.asPolice(officer, caseId)).file;
      const expectedVersion = personVersion(person);
      allowed(
        await correctPerson(w.work, officer, { caseId, expectedVersion, person: { ...person, name }, reason: null }),
      );
    };
    const nameAtProvider = async (caseId: string) => (await w.asProvider(worker, caseId)).referral.handOver?.name;

    test('is corrected at the provider while its part lasts, and not once it is over', async () => {
      const caseId = await w.engaging(await w.triaged());
      await renamed(caseId, 'Robin Corrected');
      expect(await nameAtProvider(caseId)).toBe('Robin Corrected');
      const reason = { reason: 'moved-away', words: 'Moved' } as const;
      await w.does(worker, caseId, { type: 'end-activity', data: reason });
      await renamed(caseId, 'Robin Afterwards');
      expect(await nameAtProvider(caseId)).toBe('Robin Corrected');
      expect((await w.asPolice(officer, caseId)).file.person.name).toBe('Robin Afterwards');
    });
  });

  describe('A date of birth that is corrected', () => {
    test('takes both ages with it, with a reason and a line in the history', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      expect(recordOf((await w.asPolice(officer, caseId)).state).facts).toMatchObject({ age: 26, 'age-today': 26 });
      expect(refused(await born(caseId, day('2008-03-02'), ' ')).code).toBe('reason-needed');
      allowed(await born(caseId, day('2008-03-02')));
      const { state, log, file } = await w.asPolice(officer, caseId);
      expect(file.person.bornOn).toBe('2008-03-02');
      expect(recordOf(state).facts).toMatchObject({ age: 17, 'age-today': 18 });
      expect(log.at(-1)?.event).toMatchObject({
        type: 'birthday-corrected',
        data: {
          corrected: ['bornOn'],
          reason: 'Passport seen',
          follows: [
            { fact: 'age', old: 26, new: 17 },
            { fact: 'age-today', old: 26, new: 18 },
          ],
        },
      });
      expect(JSON.stringify(log)).not.toContain('2008-03-02');
    });

    test('is refused where nobody can have been born on that day, and nothing is kept', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      for (const bornOn of ['1899-01-01', '2026-03-02', '2026-03-03']) {
        expect([bornOn, refused(await born(caseId, day(bornOn))).code]).toEqual([bornOn, 'birthday-not-valid']);
      }
      expect((await w.asPolice(officer, caseId)).file.person.bornOn).toBe('1999-05-17');
    });

    test('asks for an appropriate adult before the offer is accepted', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      const otherwise = { scheme: SCHEME, otherwise: 'prosecution' } as const;
      await w.does(officer, caseId, { type: 'offer-scheme', data: otherwise });
      allowed(await born(caseId, day('2009-01-01')));
      const yes = { given: true, how: 'spoken' } as const;
      const accept = { takePart: yes, share: yes, appropriateAdult: null };
      const { code } = refused(await w.sends(officer, caseId, { type: 'accept-offer', data: accept }));
      // Where the law of today keeps children out of the scheme, the turned verdict is told first.
      expect(['appropriate-adult-needed', 'verdict-turned']).toContain(code);
    });
  });

  describe('The day of the offence, amended', () => {
    test('takes the age on that day and the days before the decision with it', async () => {
      const person = aPerson({ bornOn: day('2008-03-01') });
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged(divertFacts, { person });
      const facts = async () => recordOf((await w.asPolice(officer, caseId)).state).facts;
      expect(await facts()).toMatchObject({ age: 18, 'age-today': 18, 'offence-age-days': 1 });
      await w.at('2026-03-05T09:00:00.000Z').does(officer, caseId, amend('offence-occurred-on', '2026-02-28'));
      // Counted to the day of the decision: the law is read as it was on the day of the offence.
      expect(await facts()).toMatchObject({ age: 17, 'age-today': 18, 'offence-age-days': 2 });
    });
  });

  describe('What nobody knew', () => {
    test('is found out and decided on again, and can’t be overridden', async () => {
      const { 'intent-to-supply': _, ...unknown } = divertFacts;
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged(unknown);
      const verdict = async () =>
        recordOf((await w.asPolice(officer, caseId)).state).decisions.find(({ scheme }) => scheme === SCHEME)?.verdict;
      expect(await verdict()).toBe('needs-information');
      const override = { scheme: SCHEME, to: 'eligible', reason: 'Sure', authority: null } as const;
      const overridden = await w.sends(supervisor, caseId, { type: 'override-decision', data: override });
      expect(refused(overridden).code).toBe('answers-needed');
      const wrong = { answers: [{ fact: 'intent-to-supply', new: 'perhaps' }], reason: 'Heard' };
      expect(refused(await w.sends(officer, caseId, { type: 'decide-again', data: wrong })).code).toBe(
        'fact-value-not-valid',
      );
      w.at('2026-03-03T09:00:00.000Z');
      const answers = [{ fact: 'intent-to-supply', new: false }];
      await w.does(officer, caseId, { type: 'decide-again', data: { answers, reason: 'Telephone searched' } });
      expect(await verdict()).toBe('eligible');
      const { state } = await w.asPolice(officer, caseId);
      expect(recordOf(state)).toMatchObject({ triagedOn: '2026-03-03', facts: { 'offence-age-days': 2 } });
      const replayed = allowed(await replayDecision(w.work, officer, caseId));
      expect(replayed.length).toBe(2 * recordOf(state).decisions.length);
      expect(replayed.filter(({ same }) => !same)).toEqual([]);
      await w.accepted(caseId);
    });
  });

  describe('A case that is decided again once the person was referred', () => {
    test('waits at the provider where the verdict turns, and goes on where it turns back', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').referred(await w.triaged());
      const again = (value: boolean) =>
        w.does(officer, caseId, {
          type: 'decide-again',
          data: { answers: [{ fact: 'intent-to-supply', new: value }], reason: 'Telephone searched' },
        });
      await again(true);
      const { state } = await w.asPolice(officer, caseId);
      expect([state.status, recordOf(state).changedVerdicts.map(({ scheme, to }) => [scheme, to])]).toEqual([
        'referred',
        expect.arrayContaining([[SCHEME, 'ineligible']]),
      ]);
      const held = await w.asProvider(worker, caseId);
      expect([held.referral.isOnHold, held.refused.get('accept-referral')?.code]).toEqual([true, 'referral-on-hold']);
      await again(false);
      expect((await w.asProvider(worker, caseId)).referral.isOnHold).toBe(false);
      const replayed = allowed(await replayDecision(w.work, officer, caseId));
      expect(replayed.filter(({ same }) => !same)).toEqual([]);
    });
  });

  describe('A verdict that an amended fact turns', () => {
    test('stops the referral, also at the provider, until somebody confirms', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').referred(await w.triaged());
      await w.does(officer, caseId, amend('intent-to-supply', true));
      const held = await w.asProvider(worker, caseId);
      expect([held.referral.isOnHold, held.refused.get('accept-referral')?.code]).toEqual([true, 'referral-on-hold']);
      const accept = { type: 'accept-referral', data: {} } as const;
      expect(refused(await w.sends(worker, caseId, accept)).code).toBe('referral-on-hold');
      const confirm = {
        type: 'confirm-verdict',
        data: { reason: 'Scales were a neighbour’s', authority: null },
      } as const;
      expect(refused(await w.sends(coordinator, caseId, confirm)).code).toBe('not-your-role');
      await w.does(supervisor, caseId, confirm);
      await w.does(worker, caseId, accept);
      expect((await w.asProvider(worker, caseId)).referral.isOnHold).toBe(false);
    });

    test('stops an offer until it is decided again', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      await w.does(officer, caseId, amend('intent-to-supply', true));
      const offer = { type: 'offer-scheme', data: { scheme: SCHEME, otherwise: 'prosecution' } } as const;
      expect(refused(await w.sends(officer, caseId, offer)).code).toBe('decide-again-first');
      await w.does(officer, caseId, { type: 'decide-again', data: { answers: [], reason: 'Amended' } });
      expect(refused(await w.sends(officer, caseId, offer)).code).toBe('not-eligible');
      const { items } = allowed(await listCases(w.work, officer, { list: 'all', search: caseId.slice(0, 8) }));
      expect(items.every(({ verdictChanged }) => !verdictChanged)).toBe(true);
    });
  });

  describe('Attendance that is corrected, and appointments that are cancelled', () => {
    test('are on both sides, and the clock to first contact follows', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').engaging(await w.triaged());
      const book = (startsAt: string) => ({ type: 'book-appointment', data: { step: 'education', startsAt } }) as const;
      expect(refused(await w.sends(worker, caseId, book('2026-03-02T08:59:00.000Z'))).code).toBe(
        'appointment-before-referral',
      );
      await w.does(worker, caseId, book('2026-03-03T10:00:00.000Z'));
      await w.does(worker, caseId, book('2026-03-04T10:00:00.000Z'));
      const { side } = await w.asProvider(worker, caseId);
      const [first, second] = side.status === 'engaging' ? side.engagement.appointments.map(({ id }) => id) : [];
      w.at('2026-03-03T11:00:00.000Z');
      const appointmentId = first ?? '';
      await w.does(worker, caseId, { type: 'record-attendance', data: { appointmentId, attendance: 'kept' } });
      expect((await w.asPolice(officer, caseId)).clock?.stoppedAt).toBe('2026-03-03T10:00:00.000Z');
      const missed = { appointmentId, to: { is: 'missed', whose: 'logistics' }, reason: 'The wrong line' } as const;
      await w.does(worker, caseId, { type: 'correct-attendance', data: missed });
      const cancelled = { appointmentId: second ?? '', whose: 'person-acceptable', reason: 'At work' } as const;
      await w.does(worker, caseId, { type: 'cancel-appointment', data: cancelled });
      const police = await w.asPolice(officer, caseId);
      expect(police.clock?.stoppedAt).toBeNull();
      expect(police.log.slice(-2).map(({ event }) => event.type)).toEqual([
        'attendance-corrected',
        'appointment-cancelled',
      ]);
      const after = await w.asProvider(worker, caseId);
      expect(after.clock.stoppedAt).toBeNull();
      expect(after.side.status === 'engaging' && after.side.engagement.appointments.map(({ fate }) => fate.is)).toEqual(
        ['missed', 'cancelled'],
      );
      const { items } = allowed(await listCases(w.work, coordinator, { list: 'all', search: police.file.reference }));
      expect(items).toMatchObject([{ nextAppointmentAt: null, clock: { stoppedAt: null } }]);
    });
  });

  describe('Attendance after the activity', () => {
    test.each([
      ['completed', { type: 'complete-activity', data: { shortfallReason: 'Enough was done' } }],
      ['not-completed', { type: 'end-activity', data: { reason: 'moved-away', words: 'Moved' } }],
    ] as const)('that is %s is corrected by the provider, who takes nothing up again', async (status, ending) => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').engaging(await w.triaged());
      const book = {
        type: 'book-appointment',
        data: { step: 'education', startsAt: '2026-03-03T10:00:00.000Z' },
      } as const;
      await w.does(worker, caseId, book);
      const { side } = await w.asProvider(worker, caseId);
      const appointmentId = (side.status === 'engaging' && side.engagement.appointments[0]?.id) || '';
      w.at('2026-03-03T11:00:00.000Z');
      await w.does(worker, caseId, { type: 'record-attendance', data: { appointmentId, attendance: 'kept' } });
      await w.does(worker, caseId, ending);
      const late = { appointmentId, to: { is: 'late', whose: 'logistics' }, reason: 'The wrong line' } as const;
      await w.does(worker, caseId, { type: 'correct-attendance', data: late });
      const police = await w.asPolice(officer, caseId);
      expect([police.state.status, police.log.at(-1)?.event.type]).toEqual([status, 'attendance-corrected']);
      for (const table of ['provider_progress', 'referrals'])
        await expect(
          asActor(database.db, worker, (tx) =>
            sql.raw(`update ${table} set status = 'engaging' where case_id = '${caseId}'`).execute(tx),
          ),
        ).rejects.toThrow('may not take up again');
    });
  });

  describe('The list of overrides', () => {
    test('shows a supervisor those of the force, the newest first, and nobody else', async () => {
      const caseId = await w.at('2026-03-06T09:00:00.000Z').triaged({ ...divertFacts, 'intent-to-supply': true });
      await w.does(officer, caseId, amend('mode-of-trial', 'either-way'));
      const override = { scheme: SCHEME, to: 'eligible', reason: 'Not his scales', authority: null } as const;
      await w.does(supervisor, caseId, { type: 'override-decision', data: override });
      const listed = allowed(await listOverrides(w.work, supervisor, { page: 1 }));
      expect(listed.rows[0]).toMatchObject({
        caseId,
        personName: 'Rowan Made-up',
        event: { by: { name: supervisor.name }, at: '2026-03-06T09:00:00.000Z', data: { reason: 'Not his scales' } },
      });
      expect(listed.total).toBe(listed.rows.length);
      expect(allowed(await listOverrides(w.work, coordinator, { page: 99 })).page).toBe(1);
      expect(allowed(await listOverrides(w.work, durhamSupervisor, { page: 1 })).total).toBe(0);
      expect(refused(await listOverrides(w.work, officer, { page: 1 })).code).toBe('not-your-role');
      expect(refused(await listOverrides(w.work, worker, { page: 1 })).code).toBe('not-your-role');
    });

    test('has none of a scheme of another force, which nobody can override here', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged({ ...divertFacts, 'intent-to-supply': true });
      const decided = recordOf((await w.asPolice(officer, caseId)).state).decisions;
      const notLive = decided.find(({ standing }) => standing !== 'live')?.scheme;
      if (notLive === undefined) throw new Error('Every scheme of the force is live: nothing is tried');
      const override = { scheme: notLive, to: 'eligible', reason: 'Why not', authority: null } as const;
      const refusal = refused(await w.sends(supervisor, caseId, { type: 'override-decision', data: override }));
      expect(refusal.code).toBe('override-not-live-here');
    });
  });
});
