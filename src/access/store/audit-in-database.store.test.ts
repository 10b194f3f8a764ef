import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, durhamOfficer, officer, worker } from '../../../tests/cases/people.ts';
import { Working } from '../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { ACCESS_CHAIN, appendAudit } from '../../audit/index.ts';
import { asActor, asSystem } from '../../db/index.ts';
import { rightsOf, type CaseActor } from '../index.ts';
import type { AuditFilter } from '../use-cases/read-audit.ts';
import { auditInDatabase } from './audit-in-database.ts';

const nothing: AuditFilter = { who: null, reference: null, day: null, action: null };
const informed = (actor: CaseActor): CaseActor => ({
  ...actor,
  role: 'information-officer',
  rights: rightsOf('information-officer'),
});
const ours = informed(officer);
const theirs = informed(durhamOfficer);

withTestDatabase((database) => {
  let w: Working;
  let caseId: string;
  let reference: string;
  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    caseId = await w.at('2026-03-02T09:00:00.000Z').triaged();
    ({ reference } = (await w.asPolice(officer, caseId)).file);
    await w.referred(caseId);
    await w.at('2026-03-05T09:00:00.000Z').does(worker, caseId, { type: 'accept-referral', data: {} });
    await w.at('2026-03-06T09:00:00.000Z').asPolice(officer, caseId);
    await asActor(database.db, durhamOfficer, (tx) =>
      appendAudit(tx, {
        chain: `looks:${durhamOfficer.accountId}`,
        recordedAt: new Date('2026-03-07T09:00:00.000Z'),
        actor: durhamOfficer,
        action: 'page-refused',
        subject: `case:${caseId}`,
        details: { method: 'GET', page: '/cases/:caseId', status: 404 },
      }),
    );
    await asSystem(database.db, 'sign-in', (tx) =>
      appendAudit(tx, {
        chain: ACCESS_CHAIN,
        recordedAt: new Date('2026-03-08T09:00:00.000Z'),
        actor: null,
        action: 'sign-in-failed',
        subject: `account:${officer.accountId}`,
        details: { address: '192.0.2.1' },
      }),
    );
  });

  const read = async (actor: CaseActor, filter: Partial<AuditFilter> = {}, limit = 100, skip = 0) =>
    auditInDatabase(database.db).entries(actor, { ...nothing, ...filter, limit, skip });

  describe('The audit record of a force', () => {
    test('is what its own people did, what others did to its cases, and what was tried at its accounts', async () => {
      const entries = await read(ours);
      const told = entries.map(({ action, who }) => `${action} by ${who}`);
      expect(told).toContain(`person-triaged by ${officer.name}`);
      expect(told).toContain(`referral-accepted by ${worker.name}`);
      expect(told).toContain(`page-refused by ${durhamOfficer.name}`);
      expect(told).toContain('sign-in-failed by null');
      expect(new Set(entries.map(({ caseReference }) => caseReference))).toEqual(new Set([reference, null]));
    });

    test('is one order, the newest first, of which pages follow one another', async () => {
      const all = await read(ours);
      const moments = all.map(({ at }) => at.getTime());
      expect(moments).toEqual(moments.toSorted((a, b) => b - a));
      expect(all[0]?.action).toBe('sign-in-failed');
      const paged = [];
      for (let skip = 0; skip < all.length; skip += 2) paged.push(...(await read(ours, {}, 2, skip)));
      expect(paged).toEqual(all);
    });

    test('shows another force what its own people tried, and no reference of a case that is not theirs', async () => {
      const entries = await read(theirs);
      expect(entries.map(({ action, caseReference }) => [action, caseReference])).toEqual([['page-refused', null]]);
      expect(await read(theirs, { reference })).toEqual([]);
    });

    test('is shown to nobody else', async () => {
      expect(await read(officer)).toEqual([]);
      expect(await read(worker, { who: 'made up' })).toEqual([]);
    });

    test('is narrowed to a person, by a part of the name', async () => {
      const entries = await read(ours, { who: 'PROVIDER 7' });
      expect(new Set(entries.map(({ who }) => who))).toEqual(new Set([worker.name]));
      expect(entries.map(({ action }) => action)).toContain('referral-accepted');
      expect(await read(ours, { who: 'nobody of that name' })).toEqual([]);
      const several = await read(ours, { who: 'r' });
      expect(several.map(({ who }) => who)).toEqual(expect.arrayContaining([officer.name, worker.name]));
    });

    test('is narrowed to a case, a day in London and an action, and to all of them', async () => {
      expect((await read(ours, { reference })).map(({ subject }) => subject)).not.toContain(
        `account:${officer.accountId}`,
      );
      expect((await read(ours, { day: '2026-03-05' })).map(({ action }) => action)).toContain('referral-accepted');
      expect((await read(ours, { day: '2026-03-05' })).map(({ action }) => action)).not.toContain('person-triaged');
      expect(await read(ours, { action: 'page-refused' })).toHaveLength(1);
      const narrowed = { reference, day: '2026-03-05', action: 'referral-accepted', who: 'provider' };
      expect(await read(ours, narrowed)).toHaveLength(1);
      expect(await read(ours, { ...narrowed, day: '2026-03-06' })).toEqual([]);
    });
  });
});
