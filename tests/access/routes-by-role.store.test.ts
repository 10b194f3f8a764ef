import type { FastifyInstance } from 'fastify';
import { demonstrationServiceId } from '../../src/cases/demonstration/tell-story.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessRefusal, rightsOf } from '../../src/access/index.ts';
import { FORM, startDemonstrationServer, tokenIn, type DemonstrationServer } from '../faults/demonstration-server.ts';

/** Who tries: one of the demonstration for each role, and those who have the same role elsewhere. */
const PEOPLE = {
  nobody: { email: null, role: '' },
  officer: { email: 'officer@durham.example', role: 'officer' },
  supervisor: { email: 'supervisor@durham.example', role: 'supervisor' },
  coordinator: { email: 'coordinator@durham.example', role: 'coordinator' },
  'information-officer': { email: 'information-officer@durham.example', role: 'information-officer' },
  provider: { email: 'worker@provider.durham.example', role: 'provider' },
  evaluator: { email: 'evaluator@evaluation.example', role: 'evaluator' },
  board: { email: 'board@board.example', role: 'board' },
  'officer elsewhere': { email: 'officer@west-midlands.example', role: 'officer' },
  'coordinator elsewhere': { email: 'coordinator@west-midlands.example', role: 'coordinator' },
  'provider elsewhere': { email: 'worker@provider.west-midlands.example', role: 'provider' },
} as const;
type Person = keyof typeof PEOPLE;
const people = Object.keys(PEOPLE) as Person[];
const elsewhere = people.filter((person) => person.endsWith('elsewhere'));

interface Found {
  readonly caseId: string;
  readonly status: string;
}

let started: DemonstrationServer;
let server: FastifyInstance;
let cases: readonly Found[];
const cookies = new Map<Person, Record<string, string>>();
const tokens = new Map<Person, string>();

beforeAll(async () => {
  started = await startDemonstrationServer();
  server = started.server;
  cases = await oneOfEachStatus();
  for (const person of people) {
    cookies.set(person, await started.cookiesOf(PEOPLE[person].email));
    const page = await server.inject({ url: '/about', cookies: cookies.get(person)!, headers: FORM });
    tokens.set(person, tokenIn(page.body));
  }
}, 180_000);
afterAll(() => started.close());

function oneOfEachStatus(): Promise<readonly Found[]> {
  return started.database.asMaker(async (maker) => {
    const { rows } = await maker.query<Found>(`
      select distinct on (status) case_id as "caseId", status from case_progress
      where force = 'durham' order by status, case_id`);
    return rows;
  });
}

/** The routes that lead somewhere by a case, or by a service of its provider; `:target` and other parts are made up. */
const routes = () =>
  server.knownRoutes.filter(
    ({ method, url }) => method !== 'HEAD' && !/^\/assets\/[^*]/.test(url) && url !== '/health',
  );
const addressOf = (url: string, caseId: string): string =>
  url
    .replace(':caseId', caseId)
    .replace(':serviceId', demonstrationServiceId('durham', 'durham-checkpoint'))
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000009')
    .replace('*', 'made-up');

async function statusOf(person: Person, method: string, url: string): Promise<number> {
  const answer = await server.inject({
    method: method as 'GET',
    url,
    headers: FORM,
    cookies: cookies.get(person)!,
    ...(method === 'POST' && { payload: new URLSearchParams({ _csrf: tokens.get(person)! }).toString() }),
  });
  return answer.statusCode;
}

/** What a row of the kept table says of one address: each answer, with those who get it. */
const asLine = (name: string, answers: ReadonlyMap<Person, number>): string => {
  const byStatus = Map.groupBy(answers.keys(), (person) => answers.get(person)!);
  const cells = [...byStatus].toSorted(([a], [b]) => a - b).map(([status, who]) => `${status} ${who.join(', ')}`);
  return `${name}\n${cells.map((cell) => `  ${cell}`).join('\n')}`;
};

/**
 * Every route × every role, over HTTP, for a case of Durham's that is engaging. The table is kept as a file: a route that
 * answers somebody it did not answer before is a line of a difference that somebody reads.
 */
test('Every route answers each role as routes-by-role.txt says', async () => {
  const { caseId } = cases.find(({ status }) => status === 'engaging')!;
  const lines: string[] = [];
  // Signing out ends what the rest is tried with, and what is sent for good comes after everything was looked at.
  const inOrder = routes()
    .filter(({ url }) => url !== '/sign-out')
    .toSorted((a, b) => (a.method === b.method ? (a.url < b.url ? -1 : 1) : a.method === 'GET' ? -1 : 1));
  for (const { method, url, access } of inOrder) {
    const answers = new Map<Person, number>();
    for (const person of people) {
      const status = await statusOf(person, method, addressOf(url, caseId));
      answers.set(person, status);
      const { email, role } = PEOPLE[person];
      const refusal = accessRefusal(access, email === null ? null : { rights: rightsOf(role) });
      const at = [method, url, person, status];
      if (refusal?.code === 'sign-in-first') expect(at).toEqual([method, url, person, method === 'POST' ? 403 : 303]);
      else if (refusal !== null) expect(at).toEqual([method, url, person, 403]);
      else {
        expect(at).toEqual([method, url, person, expect.toSatisfy((code: number) => code < 500)]);
        const isOfAnother = elsewhere.includes(person) && /:caseId|:serviceId/.test(url);
        if (isOfAnother) expect(at).toEqual([method, url, person, 404]);
      }
    }
    lines.push(asLine(`${method} ${url}`, answers));
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('routes-by-role.txt');
}, 600_000);

describe('Every page of a case, in every status that a case can have', () => {
  test('answers as pages-by-status.txt says', async () => {
    const pages = routes().filter(({ method, url }) => method === 'GET' && /^\/cases\/:caseId(\/[a-z-]+)?$/.test(url));
    const lines: string[] = [];
    for (const { url, access } of pages.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
      lines.push(url);
      const able = people.filter((person) => {
        const { email, role } = PEOPLE[person];
        return (
          email !== null && !elsewhere.includes(person) && accessRefusal(access, { rights: rightsOf(role) }) === null
        );
      });
      for (const person of able) {
        const answers = new Map<number, string[]>();
        for (const { caseId, status } of cases) {
          const answer = await statusOf(person, 'GET', addressOf(url, caseId));
          expect([url, person, status, answer]).toEqual([
            url,
            person,
            status,
            expect.toBeOneOf([200, 303, 403, 404, 409]),
          ]);
          answers.set(answer, [...(answers.get(answer) ?? []), status]);
        }
        const cells = [...answers].toSorted(([a], [b]) => a - b).map(([code, which]) => `${code} ${which.join(', ')}`);
        lines.push(`  ${person}: ${cells.join(' · ')}`);
      }
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('pages-by-status.txt');
  }, 600_000);
});
