import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemonstrationServer, FORM, startDemonstrationServer, tokenIn } from './demonstration-server.ts';

let started: DemonstrationServer;
let server: FastifyInstance;

beforeAll(async () => {
  started = await startDemonstrationServer();
  server = started.server;
}, 120_000);
afterAll(() => started.close());

/** What was entered since the last time by whoever looks, in the order in which it was. */
let seen = 0;
async function gained(): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await started.database.asOwner(async (owner) => {
    await owner.query('alter table audit_entries no force row level security');
    const found = await owner.query<Record<string, unknown>>(
      "select action, subject, details from audit_entries where chain like 'looks:%' order by recorded_at, sequence offset $1",
      [seen],
    );
    await owner.query('alter table audit_entries force row level security');
    return found;
  });
  seen += rows.length;
  return rows;
}

describe('Whatever somebody is shown leaves one entry', () => {
  let officer: Record<string, string>;
  let informationOfficer: Record<string, string>;
  let caseId: string;
  let reference: string;
  const get = (url: string, cookies = officer) => server.inject({ url, cookies, headers: { accept: 'text/html' } });
  beforeAll(async () => {
    officer = await started.cookiesOf('officer@durham.example');
    informationOfficer = await started.cookiesOf('information-officer@durham.example');
    await gained();
  });

  test('a list, with the cases on it', async () => {
    const page = await get('/cases');
    [, caseId = ''] = /href="\/cases\/([0-9a-f-]{36})"/.exec(page.body) ?? [];
    [, reference = ''] = /waymark-reference">([0-9A-F]{4}-[0-9A-F]{4})/.exec(page.body) ?? [];
    const entries = await gained();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action: 'page-shown', subject: 'page:/cases' });
    expect(JSON.stringify(entries)).toContain(caseId);
  });

  test('a search, without the name', async () => {
    await get('/cases?search=Robin+Invented');
    await get(`/cases?search=${reference}`);
    const entries = await gained();
    expect(entries).toMatchObject([
      { details: { searched: 'words' } },
      { details: { searched: 'reference', reference } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Robin');
  });

  test('a triage that is begun, looked at, answered and thrown away', async () => {
    const start = await get('/triages/new');
    expect(await gained()).toMatchObject([{ action: 'page-shown', subject: 'page:/triages/new' }]);
    const begun = await server.inject({
      method: 'POST',
      url: '/triages/new',
      cookies: officer,
      headers: FORM,
      payload: new URLSearchParams({ _csrf: tokenIn(start.body) }).toString(),
    });
    expect(begun.statusCode).toBeLessThan(500);
    expect(await gained()).toHaveLength(1);
  });

  test('a case of another force, and one that there is not', async () => {
    const elsewhere = await started.cookiesOf('officer@thames-valley.example');
    await gained();
    expect((await get(`/cases/${caseId}`, elsewhere)).statusCode).toBe(404);
    expect((await get(`/cases/${caseId}`, informationOfficer)).statusCode).toBe(403);
    expect(await gained()).toMatchObject([
      { action: 'page-refused', subject: `case:${caseId}`, details: { status: 404 } },
      { action: 'page-refused', subject: `case:${caseId}`, details: { status: 403 } },
    ]);
  });

  test('is read by the information officer of the force, which is entered too', async () => {
    const page = await get(`/audit?reference=${reference}`, informationOfficer);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Page refused');
    expect(page.body).toContain('Jory Fenwater');
    expect(await gained()).toMatchObject([
      { action: 'page-shown', subject: 'page:/audit', details: { reference, narrowedBy: ['reference'] } },
    ]);
    expect((await get('/audit?day=2026-02-31', informationOfficer)).statusCode).toBe(400);
    expect((await get('/audit?who=Merle&action=page-shown', informationOfficer)).body).toContain('PC Merle Ashdown');
    expect((await get('/audit?who=Nobody', informationOfficer)).body).toContain('There are no such entries');
    expect((await get('/audit', officer)).statusCode).toBe(403);
  });

  test('and of another force the information officer reads nothing but looks at their own cases', async () => {
    const page = await get('/audit?who=Fenwater', informationOfficer);
    expect(page.body).not.toContain('>Signed in</span>');
    expect(page.body).toContain(reference);
  });
});
