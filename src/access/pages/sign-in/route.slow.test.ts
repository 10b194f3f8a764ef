import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Actor } from '../../domain/actor.ts';
import { actorUnder, type Membership } from '../../domain/membership.ts';
import type { Attempts } from '../../domain/sign-in-throttle.ts';
import type {
  AccessStore,
  AccessTransaction,
  AccountWithPassword,
  AttemptSubject,
  NewSession,
} from '../../store/access-store.ts';
import { html } from '../../../web/markup/index.ts';
import { buildServer, sendPage } from '../../../web/server/index.ts';
import { accessRoom } from '../../access-room.ts';
import { signInGate } from '../../sign-in-gate.ts';
import { recogniseVisitors } from '../../recognise-visitors.ts';
import { actorOf, visitorOf } from '../signed-in.ts';

const PASSWORD = ' kelo-rabo ';
const inDurham: Membership = {
  id: 'm1',
  role: 'officer',
  organisationId: '2',
  organisation: 'Durham Constabulary (demonstration)',
  force: 'durham',
};
const atTheProvider: Membership = {
  id: 'm2',
  role: 'provider',
  organisationId: '3',
  organisation: 'Demonstration provider (Durham)',
  force: null,
};
let account: AccountWithPassword;
let tokens = 0;

let server: FastifyInstance;
let jar: Record<string, string>;

beforeEach(async () => {
  jar = {};
  account = {
    accountId: '1',
    name: 'PC Merle Ashdown (demonstration)',
    memberships: [inDurham],
    passwordHash: 'hash',
    mustChangePassword: false,
  };
  const work = {
    store: storeInMemory(),
    clock: () => new Date('2026-02-03T09:00:30Z'),
    gate: signInGate(),
    newPassword: {
      guess: () => Promise.resolve({ guessesLog10: 12, weakness: 'common' as const }),
      hash: () => Promise.resolve('hash'),
    },
    isPassword: (password: string, hash: string | null) => Promise.resolve(hash === 'hash' && password === PASSWORD),
    newToken: () => `secret-token-${(tokens += 1)}`,
    hashOfToken: (token: string) => Buffer.from(token),
  };
  server = await buildServer({
    health: () => Promise.resolve({ ok: true }),
    visitorOf,
    navigationFor: () => [],
    cookieSecret: 'a secret for tests that is long enough',
  });
  await recogniseVisitors(server, work);
  for (const path of ['/open', '/cases', '/']) {
    const access = path === '/open' ? 'open' : 'signed-in';
    server.all(path, { config: { access } }, (_request, reply) =>
      sendPage(reply, { title: path, content: html`<h1>${path}</h1>` }),
    );
  }
  server.get('/me', { config: { access: 'signed-in' } }, (request) => shown(actorOf(request)));
  await server.register(
    accessRoom({ work, audit: { entries: () => Promise.resolve([]) }, hasDemonstration: true }).routes,
  );
});
afterEach(() => server.close());

describe('A page', () => {
  test('is closed to whoever is not signed in, who is sent to sign in and back again', async () => {
    const response = await get('/cases?page=2');
    expect([response.statusCode, response.headers.location]).toEqual([303, '/sign-in?next=%2Fcases%3Fpage%3D2']);
  });

  test('is closed even where it does not exist, so that addresses cannot be tried out', async () => {
    expect((await get('/no-such-page')).headers.location).toBe('/sign-in?next=%2Fno-such-page');
  });

  test('is open only where it was said to be open', async () => {
    expect((await get('/open')).statusCode).toBe(200);
    expect((await get('/openly')).statusCode).toBe(303);
  });

  test('that a program asks for without signing in is refused as a problem', async () => {
    const response = await server.inject({ url: '/cases', headers: { accept: 'application/json' } });
    expect([response.statusCode, response.json()]).toMatchObject([401, { title: 'Sign in first' }]);
  });

  test('is not left by a form that was sent too late: its answer can be reloaded, which sends it again', async () => {
    const headers = { referer: 'http://localhost:3000/cases?page=2' };
    const response = await server.inject({ method: 'POST', url: '/cases', headers });
    expect([response.statusCode, response.headers.location]).toEqual([403, undefined]);
    expect(response.body).toContain('What you entered is not lost while this page stays open');
    expect(response.body).toContain('href="/sign-in" target="_blank"');
    expect(response.body).toContain('href="/sign-in?next=%2Fcases%3Fpage%3D2"');
  });
});

describe('Signing in', () => {
  test('opens the page that was asked for, and the layout says who is signed in', async () => {
    const response = await signIn({ next: '/cases' });
    expect([response.statusCode, response.headers.location]).toEqual([303, '/cases']);
    const page = await get('/cases');
    expect(page.body).toContain('PC Merle Ashdown (demonstration)');
    expect((await get('/me')).json()).toEqual(shown(actorUnder(account, inDurham)));
  });

  test('gives a cookie that scripts and other sites do not get', async () => {
    const { cookies } = await signIn({});
    expect(cookies.find(({ name }) => name === '__Host-waymark_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  });

  test('never leads to another site', async () => {
    expect((await signIn({ next: '//elsewhere.example' })).headers.location).toBe('/');
  });

  test('that is done already leads on', async () => {
    await signIn({});
    expect((await get('/sign-in?next=/cases')).headers.location).toBe('/cases');
  });

  test('says which fields are missing, and keeps what was typed but never the password', async () => {
    const empty = await signIn({ email: '', password: '' });
    expect(empty.statusCode).toBe(400);
    expect(empty.body).toContain('<title>Error: Sign in');
    for (const [field, words] of [
      ['email', 'Enter your email address'],
      ['password', 'Enter your password'],
    ]) {
      expect(empty.body).toContain(`<a href="#${field}">${words}</a>`);
    }
    const wrong = await signIn({ email: 'officer@durham.example', password: 'wrong-password' });
    expect(wrong.statusCode).toBe(403);
    expect(wrong.body).toContain('value="officer@durham.example"');
    expect(wrong.body).not.toContain('wrong-password');
  });

  test('says the same for a wrong password and an unknown address', async () => {
    const [wrong, unknown] = [await signIn({ password: 'wrong' }), await signIn({ email: 'nobody@durham.example' })];
    for (const { body } of [wrong, unknown]) expect(body).toContain('Email address or password is not right');
  });

  test('tried too often says when to try again', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn({ password: 'wrong' });
    const response = await signIn({});
    expect(response.statusCode).toBe(429);
    expect(response.body).toContain('Try again at 9:02am');
  });

  test('tried too often elsewhere, does not keep out the browser in which it was done before', async () => {
    const first = await signIn({});
    const cookie = first.cookies.find(({ name }) => name.startsWith('__Host-waymark_browser_'));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 400 * 24 * 60 * 60 });
    await send('/sign-out', { _csrf: tokenIn((await get('/cases')).body) });
    const known = { ...jar };
    jar = {};
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn({ password: 'wrong' });
    expect((await signIn({})).statusCode).toBe(429);
    jar = { ...known, [cookie?.name ?? '']: `${cookie?.value ?? ''}x` };
    expect((await signIn({})).statusCode).toBe(429);
    jar = { [cookie?.name ?? '']: known['__Host-waymark_session'] ?? '' };
    expect((await signIn({})).statusCode).toBe(429);
    jar = known;
    expect((await signIn({})).statusCode).toBe(303);
  });

  test('asks for an email address that looks like one', async () => {
    expect((await signIn({ email: 'officer' })).body).toContain('Enter an email address in the correct format');
  });
});

describe('Somebody who works in several places', () => {
  beforeEach(() => {
    account = { ...account, memberships: [inDurham, atTheProvider] };
  });
  const choose = async (membership: string, next = '/'): Promise<LightMyRequestResponse> =>
    send('/membership', { _csrf: tokenIn((await get('/membership')).body), membership, next });
  const whoIAm = async () => (await get('/me')).json<ReturnType<typeof shown>>();

  test('is asked where they are working today, sees nothing until they say so, and then goes on', async () => {
    expect((await signIn({ next: '/cases?page=2' })).headers.location).toBe('/membership?next=%2Fcases%3Fpage%3D2');
    expect((await get('/cases?page=2')).headers.location).toBe('/membership?next=%2Fcases%3Fpage%3D2');
    const asked = await get('/membership?next=%2Fcases%3Fpage%3D2');
    expect(asked.body).toContain('Where are you working today?');
    for (const { organisation } of account.memberships) expect(asked.body).toContain(organisation);
    expect(asked.body).not.toContain('PC Merle Ashdown');
    expect((await choose('m2', '/cases?page=2')).headers.location).toBe('/cases?page=2');
    expect(await whoIAm()).toEqual(shown(actorUnder(account, atTheProvider)));
  });

  test('says so with a choice of their own', async () => {
    await signIn({});
    const nothing = await choose('');
    expect([nothing.statusCode, nothing.body.includes('Select where you are working today')]).toEqual([400, true]);
    const another = await choose('m3');
    expect([another.statusCode, another.body.includes('You do not work there any more')]).toEqual([422, true]);
    expect((await get('/cases')).headers.location).toContain('/membership');
  });

  test('is told as a problem where a program asks', async () => {
    await signIn({});
    const response = await server.inject({ url: '/cases', cookies: jar, headers: { accept: 'application/json' } });
    expect([response.statusCode, response.json()]).toMatchObject([403, { title: 'Say where you are working first' }]);
  });

  test('may change it from the account bar, and has then the rights of there and no others', async () => {
    await signIn({});
    await choose('m1');
    expect((await get('/cases')).body).toMatch(/officer at Durham Constabulary.*href="\/membership"/s);
    const before = { ...jar };
    await choose('m2');
    expect((await whoIAm()).rights).toEqual([...actorUnder(account, atTheProvider).rights]);
    expect((await get('/cases')).body).toContain('provider at Demonstration provider');
    // The secret from before the change is worth nothing.
    expect((await server.inject({ url: '/cases', cookies: before })).headers.location).toContain('/sign-in');
  });

  test('can’t send a form that was opened where they worked before', async () => {
    await signIn({});
    await choose('m1');
    const token = tokenIn((await get('/membership')).body);
    await choose('m2');
    expect((await send('/cases', { _csrf: token })).statusCode).toBe(403);
    expect((await send('/cases', { _csrf: tokenIn((await get('/membership')).body) })).statusCode).toBe(200);
  });

  test('is asked for nothing where they work in one place only, nor while signed out', async () => {
    expect((await get('/membership')).headers.location).toBe('/sign-in');
    expect((await send('/membership', { membership: 'm1' })).statusCode).toBe(403);
    account = { ...account, memberships: [inDurham] };
    await signIn({});
    expect((await get('/cases')).body).not.toContain('/membership');
  });

  test('who works nowhere any more is told whom to ask, after the right password alone', async () => {
    account = { ...account, memberships: [] };
    const response = await signIn({});
    expect([response.statusCode, response.body.includes('Ask whoever runs Waymark')]).toEqual([403, true]);
    expect((await signIn({ password: 'wrong' })).body).toContain('Email address or password is not right');
    expect((await get('/cases')).headers.location).toContain('/sign-in');
  });
});

describe('Signing out', () => {
  test('ends the session, also for a browser that kept the cookie', async () => {
    await signIn({});
    const kept = { ...jar };
    const token = tokenIn((await get('/cases')).body);
    const response = await send('/sign-out', { _csrf: token });
    expect([response.statusCode, response.headers.location]).toEqual([303, '/sign-in']);
    expect((await get('/sign-in')).body).toContain('You have signed out');
    expect((await server.inject({ url: '/cases', cookies: kept })).statusCode).toBe(303);
  });

  test('needs the token of a page, so that another site cannot do it', async () => {
    await signIn({});
    expect((await send('/sign-out', {})).statusCode).toBe(403);
    expect((await get('/cases')).statusCode).toBe(200);
  });
});

function get(url: string): Promise<LightMyRequestResponse> {
  return remember(server.inject({ url, cookies: jar, headers: { accept: 'text/html' } }));
}

function send(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const payload = new URLSearchParams(fields).toString();
  return remember(server.inject({ method: 'POST', url, headers, cookies: jar, payload }));
}

async function signIn(fields: { email?: string; password?: string; next?: string }): Promise<LightMyRequestResponse> {
  const token = tokenIn((await get('/sign-in')).body);
  return send('/sign-in', { _csrf: token, email: 'officer@durham.example', password: PASSWORD, ...fields });
}

/** Keeps cookies between requests, as a browser does. */
async function remember(request: PromiseLike<LightMyRequestResponse>): Promise<LightMyRequestResponse> {
  const response = await request;
  for (const { name, value } of response.cookies) {
    if (value === '') delete jar[name];
    else jar[name] = value;
  }
  return response;
}

function tokenIn(page: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
}

/** An actor as JSON can hold it. */
function shown(actor: Actor) {
  return { ...actor, rights: [...actor.rights] };
}

function storeInMemory(): AccessStore {
  const attempts = new Map<string, Attempts>();
  const sessions = new Map<string, NewSession>();
  const nameOf = ({ by, name }: AttemptSubject): string => `${by}:${name}`;
  const access: AccessTransaction = {
    now: () => Promise.resolve(new Date('2026-02-03T09:00:30Z')),
    accountByEmail: (email) => Promise.resolve(email === 'officer@durham.example' ? account : null),
    attempts: (subject) => Promise.resolve(attempts.get(nameOf(subject)) ?? null),
    saveAttempts: (subject, counted) => Promise.resolve(void attempts.set(nameOf(subject), counted)),
    forgetAttempts: (subject) => Promise.resolve(void attempts.delete(nameOf(subject))),
    session: (hash) => {
      const found = sessions.get(String(hash));
      if (!found) return Promise.resolve(null);
      const membership = account.memberships.find(({ id }) => id === found.membershipId) ?? null;
      const { mustChangePassword } = account;
      return Promise.resolve({ id: String(hash), account, membership, mustChangePassword, ...found });
    },
    addSession: (hash, session) => Promise.resolve(void sessions.set(String(hash), session)),
    noteSession: () => Promise.resolve(),
    noteProof: () => Promise.resolve(),
    sessionsOf: () => Promise.resolve([]),
    removeOwnSession: () => Promise.resolve(false),
    removeSessionsBeside: () => Promise.resolve(0),
    signInOf: () => Promise.resolve(null),
    changePassword: () => Promise.resolve(false),
    removeSession: (hash) => Promise.resolve(void sessions.delete(String(hash))),
    tidy: () => Promise.resolve(),
    audit: () => Promise.resolve(),
  };
  return { within: (_purpose, work) => work(access), recordLook: () => Promise.resolve() };
}
