import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORM, startDemonstrationServer, tokenIn, type DemonstrationServer } from '../faults/demonstration-server.ts';

type Cookies = Record<string, string>;
type Fields = Readonly<Record<string, string>>;

let started: DemonstrationServer;
let worker: Cookies;
let coordinator: Cookies;
let officer: Cookies;
let supervisor: Cookies;

beforeAll(async () => {
  started = await startDemonstrationServer();
  worker = await started.cookiesOf('worker@provider.durham.example');
  coordinator = await started.cookiesOf('coordinator@durham.example');
  officer = await started.cookiesOf('officer@durham.example');
  supervisor = await started.cookiesOf('supervisor@durham.example');
}, 120_000);
afterAll(() => started.close());

/** A case of Durham's that stands so and that the worker of the test sees; each is given once. */
const given = new Set<string>();
async function caseThatIs(status: string): Promise<string> {
  const found = await started.database.asMaker(async (maker) => {
    const { rows } = await maker.query<{ id: string }>(
      "select case_id as id from case_progress where force = 'durham' and status = $1 order by case_id",
      [status],
    );
    return rows.map(({ id }) => id);
  });
  for (const id of found.filter((one) => !given.has(one))) {
    if ((await get(worker, `/cases/${id}`)).statusCode !== 200) continue;
    given.add(id);
    return id;
  }
  throw new Error(`The demonstration has no more cases of Durham that are ${status}`);
}

const get = (cookies: Cookies, url: string) =>
  started.server.inject({ url, cookies, headers: { accept: 'text/html' } });

/** Sends the form of a page as it was drawn, with these fields filled in otherwise. */
async function fills(cookies: Cookies, url: string, fields: Fields): Promise<void> {
  const page = await get(cookies, url);
  const drawn = [...page.body.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*>/g)].flatMap(([tag, name = '']) => {
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
    const isLeftOut = /type="(?:radio|checkbox)"/.test(tag) && !/\bchecked\b/.test(tag);
    return isLeftOut ? [] : [[name, value] as const];
  });
  const payload = new URLSearchParams({
    ...Object.fromEntries(drawn),
    _csrf: tokenIn(page.body),
    ...fields,
  }).toString();
  const sent = await started.server.inject({ method: 'POST', url, cookies, headers: FORM, payload });
  const wrong = /govuk-error-summary[\s\S]{0,600}/.exec(sent.body)?.[0] ?? '';
  expect([url, page.statusCode, sent.statusCode, wrong]).toEqual([url, 200, 303, '']);
}

/** All pages on which the worker could see something of a case, without what is new in each page. */
async function shownToTheWorker(caseId: string): Promise<readonly string[]> {
  const shown = await get(worker, `/cases/${caseId}`);
  const reference = /Case ([0-9A-F]{4}-[0-9A-F]{4})</.exec(shown.body)?.[1] ?? '';
  const forms = ['correct-attendance', 'complete-activity', 'end-activity', 'accept-referral', 'book-appointment'];
  const pages = [
    `/cases/${caseId}`,
    `/cases?list=all&search=${reference}`,
    ...forms.map((form) => `/cases/${caseId}/${form}`),
  ];
  const bodies = [];
  for (const url of pages) {
    const { statusCode, body } = await get(worker, url);
    bodies.push(
      `${statusCode} ${body.replaceAll(/(?:value|nonce)="[^"]*"/g, '').replaceAll(/Reference [0-9A-Z-]+/g, '')}`,
    );
  }
  return bodies;
}

const NEW_NAME = 'Quennell Made-Up';
/** What the police may do to any case after a provider's part: put the person right, and a fact. */
async function putRight(caseId: string): Promise<void> {
  await fills(officer, `/cases/${caseId}/person`, { name: NEW_NAME, safe: 'safe', needs: 'Told at the station' });
  await fills(officer, `/cases/${caseId}/amend-fact/admission`, { answer: 'denies', reason: 'Said so at the station' });
}
const withdraw = (caseId: string) => fills(coordinator, `/cases/${caseId}/withdraw-case`, { reason: 'moved-away' });

const ends: readonly (readonly [string, () => Promise<string>])[] = [
  ['completed', () => caseThatIs('completed')],
  ['ended by itself', () => caseThatIs('not-completed')],
  ['rejected', () => caseThatIs('sent-back')],
  [
    'ended by the police',
    async () => {
      const caseId = await caseThatIs('engaging');
      await fills(coordinator, `/cases/${caseId}/end-activity`, { reason: 'offended-again', words: '' });
      return caseId;
    },
  ],
  [
    'withdrawn',
    async () => {
      const caseId = await caseThatIs('engaging');
      await withdraw(caseId);
      return caseId;
    },
  ],
];

test.each(ends)(
  'A provider whose part was %s is shown nothing of what the police do after',
  async (how, end) => {
    const caseId = await end();
    const then = await shownToTheWorker(caseId);
    await putRight(caseId);
    expect(await shownToTheWorker(caseId)).toEqual(then);
    expect((await get(officer, `/cases/${caseId}`)).body).toContain(NEW_NAME);
    if (how === 'withdrawn') return;
    // That a case is closed it learns, and of one that it rejected not even that.
    await withdraw(caseId);
    const closed = await shownToTheWorker(caseId);
    for (const body of closed) expect(body).not.toMatch(/station|Quennell|moved away/i);
    if (how === 'rejected') expect(closed).toEqual(then);
    await fills(supervisor, `/cases/${caseId}/reopen-case`, { reason: 'Closed by mistake at the station' });
    expect(await shownToTheWorker(caseId)).toEqual(then);
  },
  60_000,
);

test('What a provider corrects after its part reaches the police as far as it may, and its reason does not', async () => {
  given.clear();
  const caseId = await caseThatIs('completed');
  const [, appointment = ''] = /correct-attendance\/([^"]+)"/.exec((await get(worker, `/cases/${caseId}`)).body) ?? [];
  await fills(worker, `/cases/${caseId}/correct-attendance/${appointment}`, {
    attendance: 'late',
    'whose-late': 'person-not-acceptable',
    reason: 'Had been drinking',
  });
  const { body } = await get(coordinator, `/cases/${caseId}`);
  expect(body).toContain('Attendance corrected');
  expect(body).not.toContain('drinking');
  expect((await get(worker, `/cases/${caseId}`)).body).toContain('drinking');
}, 60_000);
