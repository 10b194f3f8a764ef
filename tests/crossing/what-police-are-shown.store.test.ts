import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { exportCohort } from '../../src/evaluation/index.ts';
import { studiedCases } from '../../src/evaluation/store/study-case-rows.ts';
import { londonDayOf } from '../../src/shared/calendar-day.ts';
import { type DemonstrationServer, FORM, startDemonstrationServer, tokenIn } from '../faults/demonstration-server.ts';

const FORCE = 'durham';
/** Words that stand nowhere else. */
const WORDS = 'Went to Larkspur Ward';
/** The words, and a provider's own reasons as codes and as pages say them. */
const TELLING =
  /larkspur|too-unwell|too unwell|already-with-us|already with us|does-not-meet-our-criteria|does not meet our criteria/i;

let started: DemonstrationServer;
let server: FastifyInstance;
type Cookies = Record<string, string>;

beforeAll(async () => {
  started = await startDemonstrationServer();
  server = started.server;
}, 120_000);
afterAll(() => started.close());

const get = (url: string, cookies: Cookies) => server.inject({ url, cookies, headers: { accept: 'text/html' } });

/** The cases of a status, as the demonstration has made them: by what their page says. */
async function caseThat(cookies: Cookies, says: string): Promise<string> {
  for (const list of linksIn((await get('/cases', cookies)).body).filter((url) => url.startsWith('/cases?'))) {
    for (const link of linksIn((await get(list, cookies)).body)) {
      if (!/^\/cases\/[0-9a-f-]{36}$/.test(link) || used.has(link)) continue;
      if ((await get(link, cookies)).body.includes(says)) {
        used.add(link);
        return link;
      }
    }
  }
  throw new Error(`No case says “${says}”`);
}
const used = new Set<string>();

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

/** The first link on the page of a case to a form of an appointment. */
async function linkOf(url: string, cookies: Cookies, form: string): Promise<string> {
  return linksIn((await get(url, cookies)).body).find((link) => link.includes(`/${form}/`)) ?? '';
}

/** Sends a form of the case, from the page that shows it. */
async function send(url: string, cookies: Cookies, fields: Readonly<Record<string, string>>): Promise<number> {
  const { body } = await get(url, cookies);
  const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
  const payload = new URLSearchParams({ _csrf: tokenIn(body), seen, ...fields }).toString();
  return (await server.inject({ method: 'POST', url, cookies, headers: FORM, payload })).statusCode;
}

/** Every page of a case that has an address without anything more in it. */
const pagesOfCase = [
  ...readFileSync(new URL('../../docs/routes.md', import.meta.url), 'utf8').matchAll(
    /`\/cases\/:caseId(\/[a-z/-]+)?` +\| GET/g,
  ),
].map(([, rest = '']) => rest);

/** Every page of these cases, and all that can be reached from there by links, each once. */
async function everyPage(cookies: Cookies, cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const waiting = [
    '/',
    '/cases',
    '/overrides',
    '/audit',
    ...cases.flatMap((url) => pagesOfCase.map((rest) => `${url}${rest}`)),
  ];
  const isOfInterest = (url: string) =>
    cases.some((each) => url.startsWith(each)) || /^\/(cases\?|cases$|overrides|audit|account)/.test(url);
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (found.has(url)) continue;
    const { body } = await get(url, cookies);
    found.set(url, body);
    waiting.push(...linksIn(body).filter((link) => isOfInterest(link) && !found.has(link)));
  }
  return found;
}

describe('A case about which its provider has said more than the police may know', () => {
  let worker: Cookies;
  let cases: readonly string[];
  beforeAll(async () => {
    worker = await started.cookiesOf(`worker@provider.${FORCE}.example`);
    const rejected = await caseThat(worker, 'Accept the referral');
    expect(await send(`${rejected}/reject-referral`, worker, { reason: 'already-with-us', words: WORDS })).toBe(303);
    const engaged = await caseThat(worker, 'Attendance due');
    const cancel = await linkOf(engaged, worker, 'cancel-appointment');
    expect(await send(cancel, worker, { whose: 'person-acceptable', reason: WORDS })).toBe(303);
    expect(await send(`${engaged}/end-activity`, worker, { reason: 'too-unwell', words: WORDS })).toBe(303);
    const attended = await caseThat(worker, 'Correct attendance');
    const correct = await linkOf(attended, worker, 'correct-attendance');
    expect(await send(correct, worker, { attendance: 'missed', 'whose-missed': 'logistics', reason: WORDS })).toBe(303);
    cases = [rejected, engaged, attended];
  }, 120_000);

  test('shows it to the provider', async () => {
    const [rejected = '', engaged = '', attended = ''] = await Promise.all(
      cases.map(async (url) => (await get(url, worker)).body),
    );
    expect(rejected).toContain(`Referral rejected: Already with us. ${WORDS}`);
    expect(engaged).toContain(`Activity not completed: Too unwell to take part. ${WORDS}`);
    expect(engaged).toContain(`Appointment cancelled: ${WORDS}`);
    expect(attended).toContain(`Attendance corrected: ${WORDS}`);
  });

  test.each(['officer', 'supervisor', 'coordinator', 'information-officer'])(
    'shows nothing of it to the %s, on any page',
    async (role) => {
      const cookies = await started.cookiesOf(`${role}@${FORCE}.example`);
      const pages = await everyPage(cookies, cases);
      expect(pages.size).toBeGreaterThan(3 * 40);
      expect([...pages].filter(([, body]) => TELLING.test(body)).map(([url]) => url)).toEqual([]);
      if (role === 'information-officer') return;
      const [rejected = '', engaged = ''] = cases.map((url) => pages.get(url) ?? '');
      expect(rejected).toContain('The service cannot take the person on.');
      expect(engaged).toContain('The activity could not continue.');
    },
  );

  test('says nothing of it to somebody who sends a form that has grown old', async () => {
    const cookies = await started.cookiesOf(`coordinator@${FORCE}.example`);
    for (const url of cases) {
      const { body } = await get(`${url}/withdraw-case`, cookies);
      const payload = new URLSearchParams({ _csrf: tokenIn(body), seen: '3', reason: 'died' }).toString();
      const answer = await server.inject({
        method: 'POST',
        url: `${url}/withdraw-case`,
        cookies,
        headers: FORM,
        payload,
      });
      expect(answer.statusCode).toBe(409);
      expect(TELLING.test(answer.body)).toBe(false);
    }
  });

  test('says nothing of it in a study, nor in the audit record', async () => {
    const ask = { pseudonymKey: 'a key of the test', force: FORCE, at: new Date() };
    const cohort = exportCohort(await studiedCases(started.database.db, ask), londonDayOf(new Date()));
    const rows = JSON.stringify(cohort);
    expect(rows).toContain('service-cannot-take');
    expect(rows).toContain('not-able-to-continue');
    expect(TELLING.test(rows)).toBe(false);
    const entries = await started.database.asOwner(async (owner) => {
      await owner.query('alter table audit_entries no force row level security');
      const { rows: found } = await owner.query('select * from audit_entries');
      await owner.query('alter table audit_entries force row level security');
      return JSON.stringify(found);
    });
    expect(entries).toContain('referral-rejected');
    expect(TELLING.test(entries)).toBe(false);
  });
});
