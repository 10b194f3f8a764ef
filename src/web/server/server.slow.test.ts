import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { formBodyOf, html, postForm, textOf } from '../markup/index.ts';
import { redirectWithNotice, sendPage, csrfTokenOf } from './index.ts';
import { NotAvailable, type Unavailable } from '../../shared/not-available.ts';
import { buildServer, type ServerOptions } from './server.ts';

const OPEN = { config: { access: 'open' } } as const;
const servers: FastifyInstance[] = [];
afterEach(async () => Promise.all(servers.splice(0).map((server) => server.close())));

async function exampleServer(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await buildServer({
    health: () => Promise.resolve({ ok: true, database: 'answers' }),
    visitorOf: () => null,
    navigationFor: () => [{ text: 'Schemes', href: '/schemes' }],
    cookieSecret: 'a secret for tests that is long enough',
    ...options,
  });
  server.get('/form', OPEN, (_request, reply) =>
    sendPage(reply, {
      title: 'Example',
      content: postForm({ action: '/form', csrfToken: csrfTokenOf(reply), content: html`<input name="word" />` }),
    }),
  );
  server.post('/form', OPEN, (request, reply) =>
    redirectWithNotice(reply, '/form', { kind: 'success', text: `Saved ${textOf(formBodyOf(request.body), 'word')}` }),
  );
  server.get('/fault', OPEN, () => {
    throw new Error('the disk is full');
  });
  server.get('/slow', { ...OPEN, handlerTimeout: 50 }, () => new Promise(() => undefined));
  server.all<{ Params: { what: Unavailable; saved: 'nothing' | 'not-known' } }>(
    '/away/:what/:saved',
    { config: { ...AS_A_PROGRAM.config, address: { what: 'word', saved: 'word' } } },
    ({ params }) => {
      throw new NotAvailable({ ...params, cause: Object.assign(new Error('x'), { detail: 'Merle Ashdown' }) });
    },
  );
  servers.push(server);
  return server;
}

const AS_A_PROGRAM = { config: { access: 'open', formToken: false } } as const;

const tokenIn = (page: string): string =>
  /name="_csrf" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
const cookiesOf = (response: { cookies: { name: string; value: string }[] }): Record<string, string> =>
  Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

describe('Pages', () => {
  test.each([
    [true, 1],
    [false, 0],
  ])('say that the people in it are invented only where they are (%s)', async (isDemonstration, times) => {
    const server = await exampleServer({ isDemonstration });
    const { body } = await server.inject('/form');
    expect(body.match(/The people in it are invented/g) ?? []).toHaveLength(times);
  });

  test('allow only scripts that carry the nonce of this answer', async () => {
    const server = await exampleServer();
    const response = await server.inject('/form');
    const policy = String(response.headers['content-security-policy']);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.body.match(/<script[^>]*>/g)?.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect(response.body).not.toMatch(/ style="| onclick=/);
  });

  test('promise https for a year, for the host and those below it, and let no type be guessed', async () => {
    const { headers } = await (await exampleServer()).inject('/form');
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
    });
  });

  test('are never kept by a cache on the way', async () => {
    const response = await (await exampleServer()).inject('/form');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('refer to assets that are there and may be kept for ever', async () => {
    const server = await exampleServer();
    const { body } = await server.inject('/form');
    const urls = [...body.matchAll(/(?:href|src|from) ?['"=]*(\/assets\/[^'"]+)/g)].map((match) => match[1] ?? '');
    expect(urls.length).toBe(6);
    for (const url of urls) {
      const response = await server.inject(url);
      expect([url, response.statusCode]).toEqual([url, 200]);
      expect(response.headers['cache-control']).toContain('immutable');
      expect(response.body).not.toContain('GDS Transport');
    }
  });

  test('do not find an asset of an earlier version', async () => {
    expect((await (await exampleServer()).inject('/assets/waymark-0123456789ab.css')).statusCode).toBe(404);
  });

  test('escape the name of whoever is signed in', async () => {
    const visitor = { accountId: '1', name: '<b>Ann</b>', role: 'officer', organisation: 'Durham' };
    const { body } = await (await exampleServer({ visitorOf: () => visitor })).inject('/form');
    expect(body).toContain('&lt;b&gt;Ann&lt;/b&gt;');
  });
});

describe('A form', () => {
  test('is refused without its token, and nothing is done', async () => {
    const server = await exampleServer();
    const response = await server.inject({ method: 'POST', url: '/form', headers: asForm, payload: 'word=a' });
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain('Nothing has been saved');
  });

  test('is refused with a token given to another account', async () => {
    let accountId = 'one';
    const server = await exampleServer({
      visitorOf: () => ({ accountId, name: 'Ann', role: 'officer', organisation: 'Durham' }),
    });
    const page = await server.inject('/form');
    accountId = 'two';
    const payload = new URLSearchParams({ _csrf: tokenIn(page.body), word: 'a' }).toString();
    const response = await server.inject({
      method: 'POST',
      url: '/form',
      headers: asForm,
      cookies: cookiesOf(page),
      payload,
    });
    expect(response.statusCode).toBe(403);
  });

  test('with its token is answered by a redirect, and the notice is shown once', async () => {
    const server = await exampleServer();
    const page = await server.inject('/form');
    const payload = new URLSearchParams({ _csrf: tokenIn(page.body), word: '<i>' }).toString();
    const sent = await server.inject({
      method: 'POST',
      url: '/form',
      headers: asForm,
      cookies: cookiesOf(page),
      payload,
    });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, '/form']);
    const after = await server.inject({ url: '/form', cookies: cookiesOf(sent) });
    expect(after.body).toContain('Saved &lt;i&gt;');
    expect(after.cookies.find(({ name }) => name === '__Host-waymark_notice')?.value).toBe('');
  });

  test('sets cookies that scripts and other sites do not get', async () => {
    const [cookie] = (await (await exampleServer()).inject('/form')).cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true, path: '/' });
    expect(cookie).not.toHaveProperty('domain');
    expect(cookie?.name).toMatch(/^__Host-/);
  });

  test('sets cookies that plain http carries too where that was chosen', async () => {
    const [cookie] = (await (await exampleServer({ plainHttp: true })).inject('/form')).cookies;
    expect(cookie?.name).toBe('waymark_csrf');
    expect(cookie).not.toHaveProperty('secure');
  });

  test('sets cookies for https alone when the browser came by https', async () => {
    const server = await exampleServer({ trustedProxies: ['127.0.0.1'], plainHttp: true });
    const [cookie] = (await server.inject({ url: '/form', headers: { 'x-forwarded-proto': 'https' } })).cookies;
    expect(cookie).toMatchObject({ secure: true });
  });
});

describe('Errors', () => {
  test('a page that is not there is a 404 page in the layout', async () => {
    const response = await (await exampleServer()).inject({ url: '/nowhere', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(404);
    expect(response.body).toContain('<h1 class="govuk-heading-l">Page not found</h1>');
  });

  test('a fault shows a reference and not its cause', async () => {
    const response = await (await exampleServer()).inject({ url: '/fault', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(500);
    expect(response.body).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(response.body).not.toContain('the disk is full');
  });

  test.each([
    ['GET', 'database-away', 'nothing', 'Nothing was changed'],
    ['POST', 'database-away', 'nothing', 'Nothing was saved'],
    ['POST', 'database-away', 'not-known', 'Before you send it again, look at the record'],
    ['POST', 'disk-full', 'nothing', 'no room left on its disk'],
  ] as const)(
    '%s while %s (saved: %s) is 503, with what became of it and when to try again',
    async (method, what, saved, words) => {
      const lines: string[] = [];
      const server = await exampleServer({ logger: { level: 'error', stream: { write: (line) => lines.push(line) } } });
      const response = await server.inject({ method, url: `/away/${what}/${saved}`, headers: { accept: 'text/html' } });
      expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '30']);
      expect(response.body).toContain(words);
      expect(lines.join('')).toContain('because of Error: x');
      expect(lines.join('')).not.toContain('Merle');
    },
  );

  test('what takes longer than it may is answered all the same', async () => {
    const response = await (await exampleServer()).inject({ url: '/slow', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('not available just now');
  });

  test('a fault is logged with its message and its place, never as {}', async () => {
    const lines: string[] = [];
    const server = await exampleServer({ logger: { level: 'error', stream: { write: (line) => lines.push(line) } } });
    await server.inject('/fault');
    expect(lines.join('')).toMatch(/"fault":"Error: the disk is full\\n\s+at /);
  });

  test('a program is answered with problem+json', async () => {
    for (const request of [{ url: '/api/nowhere' }, { url: '/nowhere', headers: { accept: 'application/json' } }]) {
      const response = await (await exampleServer()).inject(request);
      expect(response.headers['content-type']).toContain('application/problem+json');
      expect(response.json()).toMatchObject({ status: 404, title: 'Not found' });
    }
  });

  test('an address that cannot be decoded is a plain 400', async () => {
    const response = await (await exampleServer()).inject({ url: '/%c0', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('FST_');
  });

  test('who asks too often is told how long to wait', async () => {
    const server = await exampleServer({ requestsPerMinute: 1 });
    await server.inject('/form');
    const response = await server.inject({ url: '/form', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(429);
    expect(response.body).toMatch(/Wait \d+ seconds?/);
  });
});

describe('A connection', () => {
  /** What is sent so slowly is answered with, and after how long the connection is closed. */
  async function sent(text: string, limit: 'headersTimeout' | 'requestTimeout'): Promise<string> {
    const server = await exampleServer();
    server.server[limit] = 200;
    if (limit === 'requestTimeout') server.server.headersTimeout = 100;
    const { hostname, port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.write(text);
    const slowly = setInterval(() => socket.write('x'), 50);
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(slowly);
    return answer;
  }

  test('whose headers come letter by letter is closed', { timeout: 20_000 }, async () => {
    expect(await sent('GET /form HTTP/1.1\r\nhost: localhost\r\nx-', 'headersTimeout')).toMatch(/^(HTTP\/1.1 408|$)/);
  });

  test('whose body comes letter by letter is closed', { timeout: 20_000 }, async () => {
    const head = `POST /away/disk-full/nothing HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded`;
    expect(await sent(`${head}\r\ncontent-length: 100000\r\n\r\na`, 'requestTimeout')).toMatch(/^(HTTP\/1.1 408|$)/);
  });

  test('has twenty seconds for its headers, five minutes for a request, and twenty-five seconds for the answer', async () => {
    const { server, initialConfig } = await exampleServer();
    expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 300_000]);
    expect(initialConfig).toMatchObject({ handlerTimeout: 25_000, bodyLimit: 1024 * 1024, keepAliveTimeout: 72_000 });
  });
});

test('A form that no page of this program can have sent is refused before it is read', async () => {
  const server = await exampleServer();
  const page = await server.inject('/form');
  // What is no form at all would be 415 if it were looked at.
  const post = { method: 'POST', url: '/form', headers: { 'content-type': 'x/y' }, payload: 'z' } as const;
  expect((await server.inject(post)).statusCode).toBe(403);
  expect((await server.inject({ ...post, cookies: { '__Host-waymark_csrf': 'made-up.signature' } })).statusCode).toBe(
    403,
  );
  const fromElsewhere = { ...post, headers: { ...post.headers, 'sec-fetch-site': 'cross-site' } };
  expect((await server.inject({ ...fromElsewhere, cookies: cookiesOf(page) })).statusCode).toBe(403);
  expect((await server.inject({ ...post, cookies: cookiesOf(page) })).statusCode).toBe(415);
});

test('A flood of invented sessions is refused before any is looked up, and whoever was recognised goes on', async () => {
  const server = await exampleServer({
    requestsPerMinute: 5,
    visitorOf: ({ cookies }) =>
      cookies['__Host-waymark_session'] === 'real'
        ? { accountId: '1', name: 'Ann', role: 'officer', organisation: 'D' }
        : null,
  });
  let lookedUp = 0;
  server.addHook('onRequest', async () => void (lookedUp += 1));
  server.get('/page', { config: { access: 'open', rateLimit: false } }, () => 'a page');
  const asked = async (secret: string): Promise<number> =>
    (
      await server.inject({
        url: '/page',
        cookies: { '__Host-waymark_session': secret },
        headers: { accept: 'text/html' },
      })
    ).statusCode;
  expect(await asked('real')).toBe(200);
  for (let at = 0; at < 5; at += 1) expect(await asked(`invented ${at}`)).toBe(200);
  const before = lookedUp;
  expect([await asked('invented 6'), await asked('invented 7')]).toEqual([429, 429]);
  expect(lookedUp).toBe(before);
  expect(await asked('real')).toBe(200);
});

test('Who asks too often is refused before what they send is read', async () => {
  const server = await exampleServer({ requestsPerMinute: 1 });
  await server.inject('/form');
  const sent = await server.inject({ method: 'POST', url: '/form', headers: { 'content-type': 'x/y' }, payload: 'z' });
  // What is no form at all would be 415 if it were looked at.
  expect(sent.statusCode).toBe(429);
});

test('A route that does not say who may use it is refused at start', async () => {
  const server = await exampleServer();
  expect(() => server.get('/forgotten', () => 'secret')).toThrow('GET /forgotten does not say who may use it');
});

test('A route that does not say what the parts of its address look like is refused at start', async () => {
  const server = await exampleServer();
  expect(() => server.get('/cases/:caseId', OPEN, () => 'a case')).toThrow('does not say what its caseId looks like');
});

describe('An address', () => {
  const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
  async function statusOf(path: string, method: 'GET' | 'POST' = 'GET'): Promise<number> {
    const server = await exampleServer();
    const config = { access: 'open', formToken: false, address: { id: 'id' }, query: { page: 'page' } } as const;
    server.all('/things/:id', { config }, () => 'a thing');
    return (await server.inject({ url: path, method, headers: { accept: 'text/html' } })).statusCode;
  }

  test.each([
    [`/things/${ID}`, 200],
    [`/things/${ID}?page=2&other=%00`, 200],
    [`/things/${ID.toUpperCase()}`, 404],
    [`/things/%7B${ID}%7D`, 404],
    [`/things/${ID.replaceAll('-', '')}`, 404],
    [`/things/%20${ID}`, 404],
    [`/things/${ID}%00`, 404],
    ['/things/1', 404],
    [`/things/${ID}?page=1e300`, 404],
    [`/things/${ID}?page=-1`, 404],
    [`/things/${ID}?page=1&page=2`, 404],
    [`/things/${ID}?page=%00`, 404],
  ])('%s is %i', async (path, status) => {
    expect([path, await statusOf(path)]).toEqual([path, status]);
    expect([path, await statusOf(path, 'POST')]).toEqual([path, status]);
  });
});

test('No name that stands after the ? of an address is logged, whatever comes of the request and however much is logged', async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) };
  const server = await exampleServer({ logger: { level: 'trace', stream }, requestsPerMinute: 12 });
  for (const method of ['GET', 'POST'] as const) {
    for (const path of ['/form', '/fault', '/slow', '/nowhere', '/away/disk-full/nothing', '/health', '/%ff'])
      await server.inject({
        method,
        url: `${path}?search=Robin+Invented&next=%2Fcases%3Fsearch%3DRobin`,
        headers: { accept: 'text/html' },
      });
  }
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => /Robin|Invented/i.test(line))).toEqual([]);
});

test('/health answers with the parts, and 503 when one is not well', async () => {
  const well = await (await exampleServer()).inject('/health');
  expect([well.statusCode, well.json()]).toEqual([200, { ok: true, database: 'answers' }]);
  const ill = await (await exampleServer({ health: () => Promise.resolve({ ok: false }) })).inject('/health');
  expect(ill.statusCode).toBe(503);
});

test('/health answers in two seconds where the database never does', async () => {
  const startedAt = performance.now();
  const silent = await (await exampleServer({ health: () => new Promise(() => undefined) })).inject('/health');
  expect([silent.statusCode, silent.json()]).toMatchObject([503, { ok: false, status: 'down' }]);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
