import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemonstrationServer, FORM, startDemonstrationServer, tokenIn } from './demonstration-server.ts';

/** What the law forbids, tried through the page: the case of the demonstration that has come so far. */
interface Try {
  readonly command: 'give-outcome' | 'record-outcome' | 'correct-outcome' | 'return-for-prosecution';
  /** The list that holds a case at that stage. */
  readonly list: 'engaging' | 'to-close' | 'to-decide';
  /** Whose case; left out, of the West Midlands. */
  readonly force?: 'thames-valley' | 'durham';
  /** What is found out first: a fact, and the fields of its form. */
  readonly amended?: readonly [fact: string, fields: Readonly<Record<string, string>>];
  readonly type: string;
  readonly what: string;
  readonly typed: Readonly<Record<string, string>>;
  /** The field that the summary of errors leads to. */
  readonly field: string;
  /** What the error names. */
  readonly names?: string;
}

const reasons = { rationale: 'Made up', departure: 'Made up' };
const victim = { victim: 'no-victim' };
const resolution = { ...reasons, ...victim, responsibility: 'yes', evidence: 'yes', serious: 'no', history: 'no' };
const caution = { ...reasons, evidence: 'yes', agrees: 'yes', leave: 'sergeant', 'sergeant-name': 'PS Made-up' };

const ofEither: readonly Omit<Try, 'command' | 'list'>[] = [
  {
    type: '8',
    what: 'LAW-25 a victim whom nobody asked',
    typed: { ...resolution, victim: 'not-consulted' },
    field: 'victim',
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
  ...ofEither.slice(0, 8).map((each) => ({ ...each, command: 'correct-outcome' as const, list: 'engaging' as const })),
  ...['6', '7'].map((type) => ({
    command: 'record-outcome' as const,
    list: 'to-close' as const,
    force: 'thames-valley' as const,
    type,
    what: 'LAW-61 and LAW-68 cocaine',
    typed: reasons,
    field: 'form',
  })),
  {
    command: 'give-outcome',
    list: 'engaging',
    type: '7',
    what: 'LAW-68 heroin, as was found out',
    amended: ['substances', { answer: 'heroin' }],
    typed: reasons,
    field: 'form',
  },
  {
    command: 'record-outcome',
    list: 'to-close',
    force: 'durham',
    type: '22',
    what: 'LAW-34 nobody says any more whether it is a hate crime',
    amended: ['hate-crime', { 'not-known': 'yes' }],
    typed: { ...victim, ...reasons },
    field: 'form',
    names: 'Is it a hate crime?',
  },
  {
    command: 'record-outcome',
    list: 'to-close',
    force: 'durham',
    type: '22',
    what: 'LAW-34 a hate crime, on nobody’s leave',
    amended: ['hate-crime', { answer: 'true' }],
    typed: { ...victim, ...reasons, leave: 'nobody' },
    field: 'leave',
  },
  {
    command: 'return-for-prosecution',
    list: 'to-decide',
    force: 'durham',
    type: '',
    what: 'LAW-1 a charge of a child of 9',
    amended: ['age', { answer: '9' }],
    typed: { charged: 'yes', reason: 'Made up' },
    field: 'form',
  },
];

let started: DemonstrationServer;
const cookiesOf = new Map<string, Record<string, string>>();

beforeAll(async () => {
  started = await startDemonstrationServer();
  for (const force of ['west-midlands', 'thames-valley', 'durham'])
    cookiesOf.set(force, await started.cookiesOf(`coordinator@${force}.example`));
});
afterAll(() => started.close());

type Cookies = Record<string, string>;

async function pageAt(url: string, cookies: Cookies) {
  return started.server.inject({ url, cookies, headers: { accept: 'text/html' } });
}

/** A case of a list: for a correction one of which an outcome was given, else one of which none was. */
async function caseOf({ list, command }: Try, cookies: Cookies): Promise<string> {
  const { body } = await pageAt(`/cases?list=${list}`, cookies);
  const entries = body
    .split('class="waymark-entry"')
    .filter((entry) => entry.includes('Outcome 8') === (command === 'correct-outcome'));
  const caseId = entries.map((entry) => /\/cases\/([0-9a-f-]{36})/.exec(entry)?.[1]).find((id) => id !== undefined);
  if (caseId === undefined) throw new Error(`There is no case on the list ${list}`);
  return caseId;
}

/** Sends a form as its page would, from a page that is there. */
async function sendForm(
  url: string,
  typed: Readonly<Record<string, string>>,
  { from = url, cookies }: { from?: string; cookies: Cookies },
) {
  const page = await pageAt(from, cookies);
  expect([from, page.statusCode]).toEqual([from, 200]);
  const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
  const payload = new URLSearchParams({ _csrf: tokenIn(page.body), seen, ...typed }).toString();
  return started.server.inject({ method: 'POST', url, headers: FORM, cookies, payload });
}

test.each(tries)('$command $type: $what', async (attempt) => {
  const { command, type, typed, field, names = '', amended, force = 'west-midlands' } = attempt;
  const cookies = cookiesOf.get(force) ?? {};
  const caseId = await caseOf(attempt, cookies);
  if (amended !== undefined) {
    const [fact, answer] = amended;
    const done = await sendForm(`/cases/${caseId}/amend-fact/${fact}`, { ...answer, reason: 'Found out' }, { cookies });
    expect(done.statusCode).toBe(303);
  }
  const url = `/cases/${caseId}/${command}${type === '' ? '' : `/${type}`}`;
  const typedAll = command === 'correct-outcome' ? { ...typed, reason: 'Recorded wrongly' } : typed;
  const sent = await sendForm(url, typedAll, { from: type === '' ? url : `/cases/${caseId}/${command}/8`, cookies });
  const isThere = (await pageAt(url, cookies)).statusCode === 200;
  if (!isThere) {
    expect(sent.statusCode).toBe(404);
    return;
  }
  expect([400, 422]).toContain(sent.statusCode);
  const summary = /govuk-error-summary[\s\S]*?<\/ul>/.exec(sent.body)?.[0] ?? '';
  expect(summary).toContain(`href="#${field}"`);
  expect(summary).toContain(names);
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
