import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORM, startDemonstrationServer, tokenIn, type DemonstrationServer } from './demonstration-server.ts';

const PASSWORD = 'kelo-rabo-timu-suni';

let started: DemonstrationServer;
let cookies: Record<string, string>;
let page: string;
beforeAll(async () => {
  started = await startDemonstrationServer();
  cookies = await started.cookiesOf('coordinator@durham.example');
  page = `/cases/${await openCase()}/withdraw-case`;
});
afterAll(() => started.close());

function asOwnerOf<Answer>(
  table: string,
  work: (query: (text: string) => Promise<Record<string, string>[]>) => Promise<Answer>,
) {
  return started.database.asOwner(async (owner) => {
    await owner.query(`alter table ${table} no force row level security`);
    const answer = await work(async (text) => (await owner.query<Record<string, string>>(text)).rows);
    await owner.query(`alter table ${table} force row level security`);
    return answer;
  });
}

/** A case of Durham that nothing has come of yet. */
async function openCase(): Promise<string> {
  const [found] = await asOwnerOf('case_progress', (query) =>
    query("select case_id from case_progress where force = 'durham' and status = 'triaged' order by case_id limit 1"),
  );
  return found?.['case_id'] ?? '';
}

const provedMinutesAgo = (minutes: number) =>
  asOwnerOf('sessions', (query) => query(`update sessions set proved_at = now() - interval '${minutes} minutes'`));

/** As a browser does it: a session that gets a new secret goes on with that. */
async function send(fields: Readonly<Record<string, string>>, url = page) {
  const payload = new URLSearchParams(fields).toString();
  const answer = await started.server.inject({ method: 'POST', url, headers: FORM, cookies, payload });
  cookies = { ...cookies, ...Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])) };
  return answer;
}

/** What a page holds unseen. */
function hiddenIn(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.replaceAll('&#x2F;', '/')]));
}

test('What cannot be taken back asks for the password where it was last given eleven minutes ago, and loses nothing that was typed', async () => {
  const form = await started.server.inject({ url: page, cookies, headers: { accept: 'text/html' } });
  expect(form.statusCode).toBe(200);
  const typed = {
    ...hiddenIn(form.body),
    _csrf: tokenIn(form.body),
    reason: 'duplicate',
    'of-case': 'No "such" <case>',
  };

  await provedMinutesAgo(11);
  const asked = await send(typed);
  expect([asked.statusCode, asked.body]).toEqual([403, expect.stringContaining('You are about to withdraw a case')]);
  expect(hiddenIn(asked.body)).toMatchObject({ reason: 'duplicate', 'of-case': 'No &quot;such&quot; &lt;case&gt;' });
  expect(asked.body).toContain(`action="${page}"`);
  const { 'of-case': _, ...kept } = hiddenIn(asked.body);
  const again = { ...kept, 'of-case': typed['of-case'] };

  for (const wrong of ['', 'wrong']) {
    const refused = await send({ ...again, 'proof-of-password': wrong });
    expect(refused.statusCode).toBe(wrong === '' ? 400 : 403);
    expect(refused.body).toContain(wrong === '' ? 'Enter your password' : 'Password is not right');
    expect(hiddenIn(refused.body)).toMatchObject({ reason: 'duplicate' });
  }

  // The right one goes on to the form, which says what is wrong with it and keeps it.
  const through = await send({ ...again, 'proof-of-password': PASSWORD });
  expect(through.body).toContain('Enter the reference of a case of your force');
  expect(through.body).toContain('No &quot;such&quot; &lt;case&gt;');

  // It is not asked for again.
  const done = await send({ ...again, reason: 'opened-by-mistake', 'of-case': '' });
  expect(done.body).not.toContain('Enter your password again');
});

test('It is not asked for within ten minutes, and where the clock was wrong it is', async () => {
  const form = await started.server.inject({ url: page, cookies, headers: { accept: 'text/html' } });
  const typed = { ...hiddenIn(form.body), _csrf: tokenIn(form.body), reason: '' };
  await provedMinutesAgo(9);
  expect((await send(typed)).body).not.toContain('Enter your password again');
  await provedMinutesAgo(-60);
  expect((await send(typed)).body).toContain('Enter your password again');
});

test('To end one’s sessions elsewhere takes it too, and the session that proved it gets a new secret and goes on', async () => {
  await started.cookiesOf('coordinator@durham.example');
  const account = () => started.server.inject({ url: '/account', cookies, headers: { accept: 'text/html' } });
  const typed = { _csrf: tokenIn((await account()).body) };
  const elsewhere = '/account/sessions/end-others';
  await provedMinutesAgo(11);
  const asked = await send(typed, elsewhere);
  expect([asked.statusCode, asked.body]).toEqual([
    403,
    expect.stringContaining('You are about to end your other sessions'),
  ]);
  const before = cookies;
  const done = await send({ ...typed, 'proof-of-password': PASSWORD }, elsewhere);
  expect(done.statusCode).toBe(303);
  expect(cookies['__Host-waymark_session']).not.toBe(before['__Host-waymark_session']);
  const page = await account();
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('End this session');
  // Whoever else had the secret of before has nothing.
  const stolen = await started.server.inject({ url: '/account', cookies: before, headers: { accept: 'text/html' } });
  expect(stolen.headers.location).toContain('/sign-in');
});

test('Where what was to be done fails after the password proved right, the session goes on with its new secret', async () => {
  // The first was withdrawn above.
  const url = `/cases/${await openCase()}/withdraw-case`;
  const form = await started.server.inject({ url, cookies, headers: { accept: 'text/html' } });
  const typed = { ...hiddenIn(form.body), _csrf: tokenIn(form.body), reason: 'opened-by-mistake' };
  await provedMinutesAgo(11);
  await send(typed, url);
  await started.database.asMaker(async (maker) => {
    await maker.query(
      `create function refuse_all() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$`,
    );
    await maker.query('create trigger refuses before insert on case_events for each row execute function refuse_all()');
  });
  const before = cookies['__Host-waymark_session'];
  const failed = await send({ ...typed, 'proof-of-password': PASSWORD }, url);
  await started.database.asMaker(async (maker) => void (await maker.query('drop trigger refuses on case_events')));
  expect([failed.statusCode, failed.body]).toEqual([503, expect.stringContaining('Nothing was saved')]);
  expect(cookies['__Host-waymark_session']).not.toBe(before);
  const again = await started.server.inject({ url: '/account', cookies, headers: { accept: 'text/html' } });
  expect(again.statusCode).toBe(200);
});

test('Signing out has the browser forget what it holds of pages', async () => {
  const { body } = await started.server.inject({ url: '/account', cookies, headers: { accept: 'text/html' } });
  const out = await send({ _csrf: tokenIn(body) }, '/sign-out');
  expect([out.statusCode, out.headers['clear-site-data']]).toEqual([303, '"cache", "storage"']);
});
