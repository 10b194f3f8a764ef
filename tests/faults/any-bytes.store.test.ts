import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SeededRandom } from '../../src/shared/seeded-random.ts';
import { type DemonstrationServer, FORM, startDemonstrationServer, tokenIn } from './demonstration-server.ts';

/** Of every role one person, and nobody. */
const WHO = [
  null,
  'officer@durham.example',
  'supervisor@durham.example',
  'coordinator@durham.example',
  'information-officer@durham.example',
  'worker@provider.durham.example',
  'evaluator@evaluation.example',
  'board@board.example',
] as const;

let started: DemonstrationServer;
let server: FastifyInstance;
const cookiesOf = new Map<string | null, Record<string, string>>();
/** Ids of things that there are for each, so that what is sent gets past the first question. */
const known = new Map<string | null, Readonly<Record<string, readonly string[]>>>();

beforeAll(async () => {
  started = await startDemonstrationServer();
  server = started.server;
  for (const who of WHO) cookiesOf.set(who, await started.cookiesOf(who));
  for (const who of WHO) known.set(who, await idsFor(who));
});
afterAll(() => started.close());

/** The cases on somebody's list, and two triages that they have begun. */
async function idsFor(who: string | null): Promise<Readonly<Record<string, readonly string[]>>> {
  const cookies = cookiesOf.get(who) ?? {};
  const list = await server.inject({ url: '/cases', cookies, headers: { accept: 'text/html' } });
  const start = await server.inject({ url: '/triages/new', cookies, headers: { accept: 'text/html' } });
  const payload = new URLSearchParams({ _csrf: tokenIn(start.body), name: 'Nobody', when: 'today' }).toString();
  const begun = async (): Promise<string> => {
    const sent = await server.inject({ method: 'POST', url: '/triages/new', cookies, headers: FORM, payload });
    return /triages\/([0-9a-f-]{36})/.exec(String(sent.headers.location))?.[1] ?? ID;
  };
  const caseId = [...list.body.matchAll(/\/cases\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
  const facts = ['age', 'substances', 'grams', 'force', 'offence-date', 'admits-offence', 'home-force'];
  return { caseId, triageId: [await begun(), await begun()], fact: facts };
}

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** As they stand in an address, encoded. */
const PARTS = [
  ID,
  ID.toUpperCase(),
  `%7B${ID}%7D`,
  ID.replaceAll('-', ''),
  'made-up',
  '1',
  '-1',
  '%00',
  `${ID}%00`,
  '%ED%A0%80',
  '%F0%9F%92%A9',
  '__proto__',
  'constructor',
  '..%2F..%2Fetc%2Fpasswd',
  "';drop table cases;--",
  'a'.repeat(99),
  'durham-checkpoint',
  'grams',
  'DUR-1',
];
/** As somebody would type them. */
const VALUES = [
  '',
  '\0',
  'a\0b',
  '\uD800',
  '\uFFFF',
  'NaN',
  '1e300',
  '-1',
  '0001',
  '9999',
  '99999999999999999999',
  '1899',
  'yes',
  'no',
  'other',
  'none',
  '__proto__',
  ID,
  ID.toUpperCase(),
  '31',
  '12',
  '2025',
  'today',
  'x'.repeat(5_000),
  '\u202E\u0000<script>',
];
const QUERIES = ['', '?page=1e300', '?page=-1', '?page=%00', '?search=%00', '?list=%00', '?again=%00', '?words=%00%F0']
  .concat([
    '?next=%0d%0aX:1',
    '?next=/%00',
    '?next=/%F0%9F%92%A9',
    '?for=board&for=x',
    '?plan=__proto__',
    '?__proto__=1',
  ])
  .concat([`?again=${ID.toUpperCase()}`, '?search=' + '%25'.repeat(300), '?page=999999', '?page=1&page=2']);

const BODIES: readonly { readonly type: string; readonly payload: string }[] = [
  { type: 'application/json', payload: '{"a":"\\ud800","__proto__":1}' },
  { type: 'application/json', payload: '{' },
  { type: 'text/plain', payload: '\0' },
  { type: 'application/octet-stream', payload: '\0\x01' },
  { type: 'application/x-www-form-urlencoded', payload: '%' },
  { type: 'application/x-www-form-urlencoded', payload: '_csrf=%ED%A0%80&__proto__=1&a[b]=1' },
  { type: 'application/x-www-form-urlencoded', payload: `a=${'b'.repeat(2_000_000)}` },
  { type: 'multipart/form-data', payload: 'no boundary' },
  { type: 'multipart/form-data; boundary=x', payload: '--x\r\n' },
  { type: 'multipart/form-data; boundary=x', payload: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\0' },
  {
    type: 'multipart/form-data; boundary=x',
    payload: '--x\r\ncontent-disposition: form-data; name="cohort"; filename="\0"\r\n\r\n\0\r\n--x--\r\n',
  },
  { type: 'x', payload: 'y' },
];

/** What a fault of whoever asks is answered with, beside what is answered well. */
const WELL = new Set([200, 303, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429]);

test('Any bytes at any address are answered, and never with a fault of the program', async () => {
  const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 1_000_000);
  const chance = SeededRandom.of(seed);
  const one = <Item>(items: readonly Item[]): Item => {
    const chosen = items[chance.below(items.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from');
    return chosen;
  };
  const partNamed = (ids: readonly string[]): string => (chance.next() < 0.6 && ids.length > 0 ? one(ids) : one(PARTS));
  const addressOf = (who: string | null, url: string): string =>
    url
      .replace('*', () => one(PARTS))
      .replace(/:(\w+)/g, (_part, name: string) => partNamed(known.get(who)?.[name] ?? []));
  const routes = server.knownRoutes.filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/assets/'));
  const seen = new Map<number, number>();

  async function ask(who: string | null, request: InjectOptions): Promise<string> {
    started.logged.length = 0;
    const cookies = request.url === '/sign-out' ? {} : (cookiesOf.get(who) ?? {});
    const answer = await server.inject({ cookies, headers: { accept: 'text/html' }, ...request });
    seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
    const told = {
      seed,
      who,
      ...request,
      payload: JSON.stringify(request.payload)?.slice(0, 300),
      status: answer.statusCode,
    };
    if (!WELL.has(answer.statusCode)) throw new Error(`${JSON.stringify(told)}\n${started.logged.join('')}`);
    return answer.body;
  }

  /** The fields of a page's form, each with something that somebody might send. */
  function filled(page: string): string {
    const names = [...page.matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]+)"[^>]*>/g)];
    const values = new URLSearchParams({ _csrf: tokenIn(page) });
    for (const [tag, name = ''] of names) {
      if (name === '_csrf') continue;
      const own = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
      values.append(name, chance.next() < 0.5 ? own : one(VALUES));
    }
    return values.toString();
  }

  for (const who of WHO) {
    for (const { method, url } of routes) {
      for (let times = 0; times < 2; times += 1) {
        const address = addressOf(who, url);
        const path = `${address}${one(QUERIES)}`;
        if (method === 'GET') await ask(who, { method: 'GET', url: path });
        else {
          const { type, payload } = one(BODIES);
          await ask(who, {
            method: 'POST',
            url: path,
            payload,
            headers: { accept: 'text/html', 'content-type': type },
          });
          const page = await ask(who, { method: 'GET', url: address });
          const token = tokenIn(page) === '' ? await ask(who, { method: 'GET', url: '/sign-in' }) : page;
          await ask(who, { method: 'POST', url: address, headers: FORM, payload: filled(token) });
        }
      }
    }
  }
  // It got past the front door: pages were shown, forms were read, and each kind of refusal was met.
  for (const status of [200, 303, 400, 403, 404, 413, 415])
    expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0]);
});

test('A form that should come in parts and does not is 415, once it is known who asks', async () => {
  // What was sent before may have signed them out.
  const cookies = await started.cookiesOf('evaluator@evaluation.example');
  const answer = await server.inject({
    method: 'POST',
    url: '/evaluations/new',
    cookies,
    headers: FORM,
    payload: 'a=b',
  });
  expect(answer.statusCode).toBe(415);
});
