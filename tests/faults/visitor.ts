import { request } from 'node:http';
import { PASSWORD } from './program.ts';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

interface Sending {
  readonly method?: 'GET' | 'POST';
  readonly fields?: Readonly<Record<string, string>>;
  /** A body as it is, with its type among the headers. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whatever answers must do so by then; the program itself promises twenty-five seconds. */
const ANSWERED_WITHIN_MS = 40_000;

/** Somebody with a browser: cookies are kept, every request has a connection of its own. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The answer, or a rejection where there was none. */
  send(path: string, { method = 'GET', fields, raw, headers = {} }: Sending = {}): Promise<Answer> {
    const body = fields === undefined ? (raw ?? null) : new URLSearchParams(fields).toString();
    const cookie = this.cookie();
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}${path}`,
        {
          method,
          agent: false,
          headers: {
            accept: 'text/html',
            cookie,
            ...(fields !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            this.#keep(response.headers['set-cookie'] ?? []);
            const { statusCode = 0, headers: answered } = response;
            resolve({ status: statusCode, headers: answered, body: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      sent.setTimeout(ANSWERED_WITHIN_MS, () => sent.destroy(new Error('No answer in time')));
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  /** Sends the form of a page, with the token that stands in it. */
  async sendForm(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.send(path, { method: 'POST', fields: { _csrf: await this.tokenOn(path), ...fields } });
  }

  async tokenOn(path: string): Promise<string> {
    const page = await this.send(path);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1];
    if (token === undefined) throw new Error(`No form on ${path}, which answered ${page.status}`);
    return token.replaceAll('&#x2F;', '/');
  }

  async signIn(email: string): Promise<void> {
    const { status } = await this.sendForm('/sign-in', { email, password: PASSWORD });
    if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
  }

  #keep(set: readonly string[]): void {
    for (const cookie of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}
