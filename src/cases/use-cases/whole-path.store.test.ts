import { beforeAll, describe, expect, test } from 'vitest';
import { basis } from '../../../tests/cases/case-in-state.ts';
import {
  addEverybody,
  aPerson,
  coordinator,
  divertService,
  durhamCoordinator,
  durhamOfficer,
  durhamSupervisor,
  checkpointService,
  officer,
  otherDivertService,
  otherOfficer,
  otherWorker,
  supervisor,
  worker,
} from '../../../tests/cases/people.ts';
import { allowed, checkpointFacts, divertFacts, refused, Working } from '../../../tests/cases/working.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { recordOf } from '../domain/case-state.ts';
import { actOnCase, correctPerson, declineVariation, listCases, personVersion, proposeVariation } from '../index.ts';

withTestDatabase((database) => {
  let w: Working;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
  });

  describe('One person, from the triage to the closed outcome', () => {
    test('is carried by an officer, a provider and a coordinator, and every step is on the log', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      await w.engaging(caseId);
      await w
        .at('2026-03-03T09:00:00.000Z')
        .does(
          worker,
          caseId,
          { type: 'book-appointment', data: { step: 'education', startsAt: '2026-03-04T10:00:00.000Z' } },
          { how: null, place: 'Room 2', words: 'First meeting' },
        );
      const { side } = await w.asProvider(worker, caseId);
      const [appointment] = side.status === 'engaging' ? side.engagement.appointments : [];
      const kept = { appointmentId: appointment!.id, attendance: 'kept' } as const;
      await w.at('2026-03-04T11:00:00.000Z').does(worker, caseId, { type: 'record-attendance', data: kept });
      await w.does(worker, caseId, { type: 'complete-activity', data: { shortfallReason: 'No onward need' } });
      await w.does(coordinator, caseId, { type: 'record-outcome', data: { type: '8', basis } });

      const view = await w.asPolice(officer, caseId);
      expect(view.log.map(({ event }) => event.type)).toEqual([
        'person-triaged',
        'scheme-offered',
        'offer-accepted',
        'person-referred',
        'referral-accepted',
        'appointment-booked',
        'appointment-kept',
        'activity-completed',
        'outcome-recorded',
      ]);
      expect(view.state).toMatchObject({ status: 'closed', closing: { how: 'outcome-recorded', type: '8' } });
      expect(view.clock).toEqual({
        startedAt: '2026-03-02T09:00:00.000Z',
        stoppedAt: '2026-03-04T10:00:00.000Z',
        hours: 49,
      });
      expect(refused(await w.sends(worker, caseId, { type: 'accept-referral', data: {} })).code).toBe(
        'not-at-this-stage',
      );
    });

    test('is on the list with an outcome that has no type by what it rests on, until the case is opened again', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      await w.engaging(caseId);
      const booking = { step: 'education', startsAt: '2026-03-04T10:00:00.000Z' };
      await w.at('2026-03-03T09:00:00.000Z').does(worker, caseId, { type: 'book-appointment', data: booking });
      const { side } = await w.asProvider(worker, caseId);
      const [appointment] = side.status === 'engaging' ? side.engagement.appointments : [];
      const kept = { appointmentId: appointment!.id, attendance: 'kept' } as const;
      await w.at('2026-03-04T11:00:00.000Z').does(worker, caseId, { type: 'record-attendance', data: kept });
      await w.does(worker, caseId, { type: 'complete-activity', data: { shortfallReason: 'No onward need' } });
      const listed = async () => {
        const { items } = allowed(await listCases(w.work, coordinator, { list: 'all', search: caseId.slice(0, 4) }));
        return items.find((item) => item.caseId === caseId)?.outcome;
      };
      const withoutType = { type: null, basis: { ...basis, departure: 'None applies' } };
      await w.does(coordinator, caseId, { type: 'record-outcome', data: withoutType });
      expect(await listed()).toMatchObject({
        type: null,
        legalBasis: 'No Home Office outcome applies under this scheme',
      });
      await w.does(supervisor, caseId, { type: 'reopen-case', data: { reason: 'Closed wrongly' } });
      expect(await listed()).toBeNull();
    });

    test('goes on with another provider when the first says no, and the clock runs on', async () => {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
      await w.referred(caseId);
      const reject = { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } } as const;
      await w.does(worker, caseId, reject);
      const rejected = await w.asProvider(worker, caseId);
      expect([rejected.referral.status, rejected.referral.handOver]).toEqual(['sent-back', null]);
      await w.does(coordinator, caseId, { type: 'refer-person', data: { serviceId: otherDivertService } });
      await w.at('2026-03-04T09:00:00.000Z').does(otherWorker, caseId, { type: 'accept-referral', data: {} });
      expect((await w.asProvider(otherWorker, caseId)).clock).toMatchObject({ stoppedAt: null, hours: 48 });
      expect(refused(await w.sends(worker, caseId, { type: 'accept-referral', data: {} })).code).toBe(
        'not-at-this-stage',
      );
    });

    test('is withdrawn, and the provider is told that it is closed and not why', async () => {
      const caseId = await w.engaging(await w.triaged());
      await w.does(coordinator, caseId, { type: 'withdraw-case', data: { reason: { is: 'died' } } });
      const theirs = await w.asProvider(worker, caseId);
      expect(theirs.referral.status).toBe('closed');
      expect(JSON.stringify(theirs)).not.toContain('died');
      await w.does(supervisor, caseId, { type: 'reopen-case', data: { reason: 'The wrong person' } });
      await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } });
    });

    test('who comes a second time is known to have been here before', async () => {
      const person = aPerson({ name: 'Twice Made-up' });
      await w.accepted(await w.triaged(divertFacts, { person }));
      const again = await w.accepted(await w.triaged(divertFacts, { person: { ...person, name: ' twice  MADE-UP' } }));
      expect((await w.asPolice(officer, again)).state).toMatchObject({ offer: { time: 2 } });
    });
  });

  describe('Two people on one case', () => {
    test('of two commands on the same page one is kept, and the other is told what changed', async () => {
      const caseId = await w.triaged();
      const expectedSequence = await w.sequenceOf(officer, caseId);
      const command = {
        type: 'offer-scheme',
        data: { scheme: 'west-midlands-divert', otherwise: 'prosecution' },
      } as const;
      const both = await Promise.all(
        [officer, otherOfficer].map((actor) => actOnCase(w.work, actor, { caseId, expectedSequence, command })),
      );
      const [lost] = both.flatMap((each) => (each.ok ? [] : [each.refusal]));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(lost).toMatchObject({
        code: 'changed-since',
        since: [{ sequence: 2, event: { type: 'scheme-offered' } }],
      });
      expect((await w.asPolice(officer, caseId)).log).toHaveLength(2);
    });

    test('a provider’s stale page is told too, of what happened on its own side', async () => {
      const caseId = await w.engaging(await w.triaged());
      const expectedSequence = await w.sequenceOf(worker, caseId);
      const command = { type: 'record-contact-attempt', data: { reached: false } } as const;
      allowed(await actOnCase(w.work, worker, { caseId, expectedSequence, command }));
      const stale = refused(await actOnCase(w.work, worker, { caseId, expectedSequence, command }));
      expect(stale).toMatchObject({ code: 'changed-since', since: [{ event: { type: 'contact-attempted' } }] });
    });

    test('a provider’s page is not stale because the police amended a fact', async () => {
      const caseId = await w.engaging(await w.triaged());
      const expectedSequence = await w.sequenceOf(worker, caseId);
      await w.does(officer, caseId, { type: 'amend-fact', data: { fact: 'consents', new: null, reason: 'Not asked' } });
      const command = { type: 'record-contact-attempt', data: { reached: false } } as const;
      expect((await actOnCase(w.work, worker, { caseId, expectedSequence, command })).ok).toBe(true);
    });
  });

  describe('A condition', () => {
    const yes = { given: true, how: 'in-writing' } as const;
    async function onCheckpoint(): Promise<string> {
      const caseId = await w.at('2026-03-02T09:00:00.000Z').triaged(checkpointFacts, { by: durhamOfficer });
      const offer = { scheme: 'durham-checkpoint', otherwise: 'prosecution' } as const;
      await w.does(durhamOfficer, caseId, { type: 'offer-scheme', data: offer });
      const consents = { takePart: yes, share: yes, appropriateAdult: null };
      await w.does(durhamOfficer, caseId, { type: 'accept-offer', data: consents });
      const conditions = [{ id: 'c1', kind: 'no-reoffending', words: 'Not offend for four months' }];
      const signedOn = calendarDayOf(w.work.clock().toISOString().slice(0, 10));
      await w.does(durhamOfficer, caseId, { type: 'sign-agreement', data: { conditions, signedOn, share: null } });
      await w.does(durhamOfficer, caseId, { type: 'refer-person', data: { serviceId: checkpointService } });
      await w.does(worker, caseId, { type: 'accept-referral', data: {} });
      return caseId;
    }
    const change = { conditionId: 'c1', to: 'Not offend for three months', reason: 'Moving away' };

    test('is varied by a coordinator and a supervisor together, and the provider has the new words', async () => {
      const caseId = await onCheckpoint();
      const expectedSequence = await w.sequenceOf(durhamCoordinator, caseId);
      const { proposalId } = allowed(
        await proposeVariation(w.work, durhamCoordinator, { caseId, expectedSequence, ...change }),
      );
      expect((await w.asPolice(durhamSupervisor, caseId)).proposals).toMatchObject([change]);
      const waiting = allowed(await listCases(w.work, durhamSupervisor, { list: 'to-approve' }));
      expect(waiting.items.map((item) => item.caseId)).toEqual([caseId]);
      await w.does(durhamSupervisor, caseId, { type: 'vary-condition', data: { proposalId } });
      expect((await w.asProvider(worker, caseId)).referral.handOver?.conditions[0]?.words).toBe(change.to);
      const again = await w.sends(durhamSupervisor, caseId, { type: 'vary-condition', data: { proposalId } });
      expect(refused(again).code).toBe('proposal-not-known');
      expect(allowed(await listCases(w.work, durhamSupervisor, { list: 'to-approve' })).total).toBe(0);
    });

    test('stays as it was where the supervisor declines', async () => {
      const caseId = await onCheckpoint();
      const expectedSequence = await w.sequenceOf(durhamCoordinator, caseId);
      const asked = { caseId, expectedSequence, ...change };
      const { proposalId } = allowed(await proposeVariation(w.work, durhamCoordinator, asked));
      expect(refused(await declineVariation(w.work, durhamCoordinator, { caseId, proposalId })).code).toBe(
        'not-your-role',
      );
      allowed(await declineVariation(w.work, durhamSupervisor, { caseId, proposalId }));
      expect((await w.asPolice(durhamSupervisor, caseId)).proposals).toEqual([]);
      for (const [different, code] of [
        [{ conditionId: 'c9' }, 'condition-not-known'],
        [{ reason: '' }, 'reason-needed'],
        [{ to: ' Not offend  for four months' }, 'condition-unchanged'],
        [{ expectedSequence: 1 }, 'changed-since'],
      ] as const) {
        const refusal = await proposeVariation(w.work, durhamCoordinator, { ...asked, ...different });
        expect(refused(refusal).code).toBe(code);
      }
    });
  });

  describe('What is amended', () => {
    test('flags a verdict that would change, in the case and in the list, and changes nothing', async () => {
      const caseId = await w.accepted(await w.triaged());
      const amend = { fact: 'intent-to-supply', new: true, reason: 'Scales were found' };
      await w.does(officer, caseId, { type: 'amend-fact', data: amend });
      const { state } = await w.asPolice(officer, caseId);
      expect(state.status).toBe('accepted');
      expect(recordOf(state).changedVerdicts).toContainEqual({
        scheme: 'west-midlands-divert',
        from: 'eligible',
        to: 'ineligible',
        because: ['intent-to-supply'],
        isConfirmed: false,
      });
      const { items } = allowed(await listCases(w.work, coordinator, { list: 'all', search: caseId.slice(0, 4) }));
      expect(items.find((item) => item.caseId === caseId)?.verdictChanged).toBe(true);
      const wrong = { fact: 'admission', new: 'perhaps', reason: 'Heard' };
      expect(refused(await w.sends(officer, caseId, { type: 'amend-fact', data: wrong })).code).toBe(
        'fact-value-not-valid',
      );
    });

    test('is corrected beside the log, with the provider too, and never over somebody else’s correction', async () => {
      const caseId = await w.referred(await w.triaged());
      const { file } = await w.asPolice(officer, caseId);
      const expectedVersion = personVersion(file.person);
      const person = { ...file.person, needs: 'Large print' };
      allowed(await correctPerson(w.work, officer, { caseId, expectedVersion, person, reason: null }));
      expect((await w.asProvider(worker, caseId)).referral.handOver?.needs).toBe('Large print');
      expect(
        refused(await correctPerson(w.work, otherOfficer, { caseId, expectedVersion, person, reason: null })).code,
      ).toBe('changed-since');
      expect((await w.asPolice(officer, caseId)).log).toHaveLength(4);
    });
  });

  describe('Lists', () => {
    test('show each role what it works on, and search finds a name or a reference', async () => {
      const caseId = await w
        .at('2026-03-02T09:00:00.000Z')
        .triaged(divertFacts, { person: aPerson({ name: 'Findable 100%' }) });
      await w.accepted(caseId);
      w.at('2026-03-03T09:00:00.000Z');
      const mine = allowed(await listCases(w.work, officer, { search: '100%' }));
      expect(mine.items).toMatchObject([
        { caseId, status: 'accepted', scheme: 'west-midlands-divert', clock: { hours: 24 } },
      ]);
      expect(allowed(await listCases(w.work, otherOfficer, { search: '100%' })).items).toEqual([]);
      const toRefer = allowed(await listCases(w.work, coordinator, { list: 'to-refer' }));
      expect(toRefer.items.map((item) => item.caseId)).toContain(caseId);
      await w.does(officer, caseId, { type: 'refer-person', data: { serviceId: divertService } });
      const theirs = allowed(await listCases(w.work, worker, { search: 'findable' }));
      expect(theirs.items).toMatchObject([{ caseId, personName: 'Findable 100%', status: 'referred' }]);
      expect(allowed(await listCases(w.work, otherWorker, { search: 'findable' })).items).toEqual([]);
      expect(allowed(await listCases(w.work, durhamOfficer, { list: 'all', search: 'findable' })).items).toEqual([]);
    });

    test.each([
      ['without accents', 'zoe obrien'],
      ['in any order of the words', 'O’Brien, Zoë'],
      ['with more spaces', "  zoe    o'brien "],
      ['by the beginnings of words', 'zo ngu'],
      ['by a part of a name with a hyphen', 'Nguyen'],
      ['by both parts, with the hyphen or without', 'Łukasz-Nguyen'],
      ['by both parts written as one', 'lukasznguyen'],
      ['with a space for the apostrophe', 'o brien'],
      ['by letters from the middle of a word', 'guye'],
      ['by a letter or two that a word begins with', 'z ob'],
    ])('find a name %s', async (_, search) => {
      const caseId = await w.triaged(divertFacts, { person: aPerson({ name: 'Zoë  O’BRIEN Łukasz-Nguyễn' }) });
      const found = allowed(await listCases(w.work, officer, { list: 'all', search }));
      expect(found.items.map((item) => item.caseId)).toContain(caseId);
      await w.referred(caseId);
      const theirs = allowed(await listCases(w.work, worker, { list: 'new', search }));
      expect(theirs.items.map((item) => item.caseId)).toContain(caseId);
    });

    test.each(['zoe nobody', '%', '_', '\\', 'o’brien % jones', 'zoeo', 'ri', 'n'])(
      'do not find by “%s” who has no such words',
      async (search) => {
        const caseId = await w.triaged(divertFacts, { person: aPerson({ name: 'Zoë O’Brien' }) });
        const found = allowed(await listCases(w.work, officer, { list: 'all', search }));
        expect(found.items.map((item) => item.caseId)).not.toContain(caseId);
      },
    );

    test.each([
      ['as it is written', (reference: string) => reference],
      ['in small letters', (reference: string) => reference.toLowerCase()],
      ['without its hyphen', (reference: string) => reference.replace('-', '')],
      ['with a space for its hyphen', (reference: string) => reference.replace('-', '  ')],
      ['with a dash', (reference: string) => reference.replace('-', '–')],
      ['but for its first letter', (reference: string) => reference.slice(1)],
    ])('find a reference %s', async (_, spelt) => {
      const caseId = await w.triaged();
      const { file } = await w.asPolice(officer, caseId);
      const found = allowed(await listCases(w.work, officer, { list: 'all', search: spelt(file.reference) }));
      expect(found.items.map((item) => item.caseId)).toEqual([caseId]);
    });

    test('find a corrected name and no more the one before, and a rejected referral by its reference alone', async () => {
      const caseId = await w.referred(await w.triaged(divertFacts, { person: aPerson({ name: 'Before Correction' }) }));
      const { file } = await w.asPolice(officer, caseId);
      const person = { ...file.person, name: 'Afterwards Correction' };
      allowed(
        await correctPerson(w.work, officer, {
          caseId,
          expectedVersion: personVersion(file.person),
          person,
          reason: null,
        }),
      );
      const finds = async (actor: typeof officer, list: string, search: string) =>
        allowed(await listCases(w.work, actor, { list, search })).items.some((item) => item.caseId === caseId);
      expect([await finds(officer, 'all', 'afterw'), await finds(officer, 'all', 'before')]).toEqual([true, false]);
      expect([await finds(worker, 'new', 'afterw'), await finds(worker, 'new', 'before')]).toEqual([true, false]);
      await w.does(worker, caseId, { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } });
      expect(await finds(worker, 'finished', 'afterw')).toBe(false);
      expect(await finds(worker, 'finished', file.reference)).toBe(true);
    });

    test('show a provider the appointments of today and those still to be accounted for, in the day of London', async () => {
      const caseId = await w.at('2026-06-01T09:00:00.000Z').referred(await w.triaged());
      await w.does(worker, caseId, { type: 'accept-referral', data: {} });
      const lateInTheDay = { step: 'education', startsAt: '2026-06-04T22:30:00.000Z' };
      await w.does(worker, caseId, { type: 'book-appointment', data: lateInTheDay });
      const due = async (now: string): Promise<readonly string[]> => {
        const { items } = allowed(await listCases(w.at(now).work, worker, { list: 'due' }));
        return items.map((item) => item.caseId).filter((each) => each === caseId);
      };
      expect(await due('2026-06-03T22:59:00.000Z')).toEqual([]);
      expect(await due('2026-06-03T23:01:00.000Z')).toEqual([caseId]);
      expect(await due('2026-06-05T09:00:00.000Z')).toEqual([caseId]);
    });
  });
});
