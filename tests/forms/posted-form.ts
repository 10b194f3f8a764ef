import { type FastifyInstance, type FastifyPluginAsync, type LightMyRequestResponse } from 'fastify';
import type { FormBody } from '../../src/web/markup/index.ts';
import { buildServer, csrfTokenOf } from '../../src/web/server/index.ts';

/** What a browser sees of an answer: its status, where it leads, and the page. */
export interface Answer {
  readonly status: number;
  readonly leadsTo: string | null;
  readonly page: string;
}

/** A server with the routes of one room, for forms whose address says all that they do. */
export interface PostedForms {
  get(address: string): Promise<Answer>;
  /** Sends a form as its own page would: with that page's token. */
  post(address: string, body: FormBody): Promise<Answer>;
  /** Sends it as another site could. */
  postWithoutToken(address: string): Promise<Answer>;
  close(): Promise<void>;
}

const headers = { accept: 'text/html' };
const TOKEN = '/a-token';

export async function postedForms(routes: FastifyPluginAsync): Promise<PostedForms> {
  const server: FastifyInstance = await buildServer({
    health: () => Promise.resolve({ ok: true }),
    visitorOf: () => null,
    navigationFor: () => [],
    cookieSecret: 'a secret for tests that is long enough',
    requestsPerMinute: 10_000,
  });
  await server.register(routes);
  server.get(TOKEN, { config: { access: 'open' } }, (_request, reply) => reply.send(csrfTokenOf(reply)));
  return {
    get: async (url) => answerOf(await server.inject({ url, headers })),
    async post(url, body) {
      const token = await server.inject(TOKEN);
      const cookies = Object.fromEntries(token.cookies.map(({ name, value }) => [name, value]));
      return answerOf(await server.inject({ ...sent(url, { ...body, _csrf: token.body }), cookies }));
    },
    postWithoutToken: async (url) => answerOf(await server.inject(sent(url, {}))),
    close: () => server.close(),
  };
}

function sent(url: string, body: FormBody) {
  const fields = Object.entries(body).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((text): [string, string] => [name, text]),
  );
  const payload = new URLSearchParams(fields).toString();
  const asForm = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', url, headers: asForm, payload } as const;
}

function answerOf({ statusCode, headers: { location }, body }: LightMyRequestResponse): Answer {
  return { status: statusCode, leadsTo: location ?? null, page: body };
}
