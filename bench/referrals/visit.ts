import type { FastifyInstance } from 'fastify';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

/** Somebody who has signed in, and sends forms as a browser does, without a socket between. */
export class Visit {
  readonly #server: FastifyInstance;
  readonly #cookies: Record<string, string>;
  #token = '';

  private constructor(server: FastifyInstance, cookies: Record<string, string>) {
    this.#server = server;
    this.#cookies = cookies;
  }

  static async signedIn(server: FastifyInstance, who: { email: string; password: string }): Promise<Visit> {
    const page = await server.inject('/sign-in');
    const visit = new Visit(server, cookiesOf(page.cookies));
    visit.#token = tokenIn(page.body);
    const sent = await visit.#post('/sign-in', who);
    if (sent.statusCode !== 303) throw new Error(`${who.email} could not sign in: ${sent.statusCode}`);
    Object.assign(visit.#cookies, cookiesOf(sent.cookies));
    const { body } = await server.inject({ url: '/cases', headers: { accept: 'text/html' }, cookies: visit.#cookies });
    visit.#token = tokenIn(body);
    return visit;
  }

  /** Where the form leads. */
  async send(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const sent = await this.#post(url, fields);
    if (sent.statusCode !== 303) throw new Error(`${url} answered ${sent.statusCode}`);
    return String(sent.headers.location);
  }

  #post(url: string, fields: Readonly<Record<string, string>>) {
    const payload = new URLSearchParams({ _csrf: this.#token, ...fields }).toString();
    return this.#server.inject({ method: 'POST', url, headers: FORM, cookies: this.#cookies, payload });
  }
}

function tokenIn(page: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
}

function cookiesOf(set: readonly { readonly name: string; readonly value: string }[]): Record<string, string> {
  return Object.fromEntries(set.map(({ name, value }) => [name, value]));
}
