import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, officer } from '../../../../tests/cases/people.ts';
import { Working } from '../../../../tests/cases/working.ts';
import { withTestDatabase } from '../../../../tests/database/with-test-database.ts';
import { loadReferenceWords } from '../../../reference/store/reference-words.ts';
import { buildServer } from '../../../web/server/index.ts';
import { addActRoutes } from './routes.ts';

withTestDatabase((database) => {
  let server: FastifyInstance;
  let w: Working;
  let caseId: string;
  let cookies: Record<string, string> = {};
  let seenInChain = 0;

  beforeAll(async () => {
    await addEverybody(database.db);
    w = await Working.on(database.db);
    caseId = await w.triaged();
    const visitor = { accountId: officer.accountId, name: officer.name, role: 'officer', organisation: 'Force' };
    server = await buildServer({
      health: () => Promise.resolve({ ok: true }),
      visitorOf: () => visitor,
      navigationFor: () => [],
      cookieSecret: 'a secret for tests that is long enough',
    });
    addActRoutes(server, { work: w.work, triage: w.triage, words: await loadReferenceWords(), actorOf: () => officer });
  });
  afterAll(() => server.close());

  async function ask(method: 'GET' | 'POST', path: string, fields: Record<string, string> = {}) {
    const response: LightMyRequestResponse = await server.inject({
      method,
      url: `/cases/${caseId}/${path}`,
      cookies,
      headers: {
        accept: 'text/html',
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { payload: new URLSearchParams(fields).toString() }),
    });
    for (const { name, value } of response.cookies) cookies = { ...cookies, [name]: value };
    return response;
  }
  const valueOf = (page: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&#x2F;', '/') ?? '';

  /** The actions that the case's audit chain has gained since the last time. */
  async function gained(): Promise<readonly string[]> {
    const { rows } = await database.asOwner(async (owner) => {
      await owner.query('alter table audit_entries no force row level security');
      const found = await owner.query<{ action: string; sequence: string }>(
        `select action, sequence from audit_entries where chain = 'case:' || $1 and sequence > $2 order by sequence`,
        [caseId, seenInChain],
      );
      await owner.query('alter table audit_entries force row level security');
      return found;
    });
    seenInChain = Number(rows.at(-1)?.sequence ?? seenInChain);
    return rows.map(({ action }) => action);
  }

  describe('The audit of a case gains one entry', () => {
    const path = 'offer-scheme/west-midlands-divert';
    let page: string;

    test('for a form that is looked at', async () => {
      await gained();
      const response = await ask('GET', path);
      page = response.body;
      expect([response.statusCode, await gained()]).toEqual([200, ['case-viewed']]);
    });

    test('for a form that lacks something and is shown again', async () => {
      const response = await ask('POST', path, { _csrf: valueOf(page, '_csrf'), seen: '1' });
      expect([response.statusCode, await gained()]).toEqual([400, ['case-viewed']]);
    });

    test('for a form whose command is refused', async () => {
      const fields = { _csrf: valueOf(page, '_csrf'), seen: '1', otherwise: 'prosecution' };
      const response = await ask('POST', 'offer-scheme/durham-checkpoint', fields);
      expect([response.statusCode, await gained()]).toEqual([422, ['case-viewed']]);
    });

    test('for a form whose command is carried out', async () => {
      const fields = { _csrf: valueOf(page, '_csrf'), seen: valueOf(page, 'seen'), otherwise: 'prosecution' };
      const response = await ask('POST', path, fields);
      expect([response.statusCode, await gained()]).toEqual([303, ['scheme-offered']]);
    });

    test('for an address whose form the case can’t take, which says why', async () => {
      const response = await ask('GET', 'refer-person');
      expect([response.statusCode, await gained()]).toEqual([403, ['case-viewed']]);
      expect(response.body).toContain('The case is not at a stage where this can be done');
    });
  });
});
