import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemonstrationServer, FORM, startDemonstrationServer, tokenIn } from './demonstration-server.ts';

/** What the law forbids, tried through the page: the case of the demonstration that has come so far. */
interface Try {
  readonly command: 'give-outcome' | 'record-outcome';
  /** The list that holds a case at that stage. */
  readonly list: 'engaging' | 'to-close';
  readonly type: string;
  readonly what: string;
  readonly typed: Readonly<Record<string, string>>;
  /** The field that the summary of errors leads to. */
  readonly field: string;
}

const reasons = { rationale: 'Made up', departure: 'Made up' };
const victim = { victim: 'no-victim' };
const resolution = { ...reasons, ...victim, responsibility: 'yes', evidence: 'yes', serious: 'no', history: 'no' };
const caution = { ...reasons, evidence: 'yes', agrees: 'yes', leave: 'sergeant', 'sergeant-name': 'PS Made-up' };

const ofEither: readonly Omit<Try, 'command' | 'list'>[] = [
  {
    type: '8',
    what: 'LAW-24 a victim, and nobody knows whether a partner',
    typed: { ...resolution, victim: 'not-consulted' },
    field: 'form',
  },
  {
    type: '8',
    what: 'LAW-26 a serious case, without an inspector',
    typed: { ...resolution, serious: 'yes' },
    field: 'inspector',
  },
  { type: '8', what: 'LAW-27 no reasons', typed: { ...resolution, rationale: ' ' }, field: 'rationale' },
  {
    type: '8',
    what: 'LAW-28 a history, without a sergeant',
    typed: { ...resolution, history: 'yes' },
    field: 'history-sergeant',
  },
  {
    type: '8',
    what: 'LAW-28 a history that nobody is asked about',
    typed: { ...resolution, history: '' },
    field: 'history',
  },
  { type: '3', what: 'LAW-43 no agreement', typed: { ...caution, agrees: 'no' }, field: 'agrees' },
  { type: '3', what: 'LAW-48 nobody’s leave', typed: { ...caution, leave: 'nobody' }, field: 'leave' },
  { type: '2', what: 'LAW-50 an adult', typed: { ...reasons, evidence: 'yes', agrees: 'yes' }, field: 'form' },
  { type: '23', what: 'LAW-70 an adult', typed: reasons, field: 'form' },
  { type: '1', what: 'a charge', typed: reasons, field: 'form' },
  { type: '5', what: 'a type that ends no diversion', typed: reasons, field: 'form' },
];

const tries: readonly Try[] = [
  ...ofEither.map((each) => ({ ...each, command: 'give-outcome' as const, list: 'engaging' as const })),
  ...ofEither.map((each) => ({ ...each, command: 'record-outcome' as const, list: 'to-close' as const })),
  {
    command: 'give-outcome',
    list: 'engaging',
    type: '22',
    what: 'LAW-30 nothing done yet',
    typed: { ...reasons, ...victim },
    field: 'form',
  },
  {
    command: 'record-outcome',
    list: 'to-close',
    type: '22',
    what: 'LAW-33 a victim whom nobody asked',
    typed: { ...reasons, victim: 'not-consulted' },
    field: 'victim',
  },
  {
    command: 'record-outcome',
    list: 'to-close',
    type: '22',
    what: 'LAW-32 no reasons',
    typed: { ...victim, departure: 'Made up', rationale: '' },
    field: 'rationale',
  },
];

let started: DemonstrationServer;
let cookies: Record<string, string>;

beforeAll(async () => {
  started = await startDemonstrationServer();
  cookies = await started.cookiesOf('coordinator@west-midlands.example');
});
afterAll(() => started.close());

async function caseOf(list: string): Promise<string> {
  const { body } = await started.server.inject({
    url: `/cases?list=${list}`,
    cookies,
    headers: { accept: 'text/html' },
  });
  const entries = body.split('class="waymark-entry"').filter((entry) => !entry.includes('Outcome 8'));
  const caseId = entries.map((entry) => /\/cases\/([0-9a-f-]{36})/.exec(entry)?.[1]).find((id) => id !== undefined);
  if (caseId === undefined) throw new Error(`There is no case on the list ${list}`);
  return caseId;
}

test.each(tries)('$command $type: $what', async ({ command, list, type, typed, field }) => {
  const caseId = await caseOf(list);
  const url = `/cases/${caseId}/${command}/${type}`;
  const page = await started.server.inject({
    url: `/cases/${caseId}/${command}/8`,
    cookies,
    headers: { accept: 'text/html' },
  });
  expect(page.statusCode).toBe(200);
  const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
  const payload = new URLSearchParams({ _csrf: tokenIn(page.body), seen, ...typed }).toString();
  const sent = await started.server.inject({ method: 'POST', url, headers: FORM, cookies, payload });
  const isThere = (await started.server.inject({ url, cookies, headers: { accept: 'text/html' } })).statusCode === 200;
  if (!isThere) {
    expect(sent.statusCode).toBe(404);
    return;
  }
  expect([400, 422]).toContain(sent.statusCode);
  const summary = /govuk-error-summary[\s\S]*?<\/ul>/.exec(sent.body)?.[0] ?? '';
  expect(summary).toContain(`href="#${field}"`);
  expect(sent.body).toContain(`id="${field}"`);
  expect(started.logged).toEqual([]);
});

test('No other route than these can record an outcome', () => {
  const routes = started.server.printRoutes({ commonPrefix: false });
  const found = new Set(
    [...routes.matchAll(/([a-z-]*(?:outcome|prosecution|consequence)[a-z-]*) /g)].map(([, name]) => name),
  );
  expect(found).toEqual(
    new Set([
      'close-without-consequence',
      'correct-outcome',
      'give-outcome',
      'record-outcome',
      'return-for-prosecution',
    ]),
  );
});
