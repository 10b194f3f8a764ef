import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, cookieOptions } from '../../web/server/index.ts';

/**
 * As whom somebody has signed in with this browser before: a cookie for each account, signed, which lets nobody in. It only
 * says under what a wrong password is counted, so that nobody else's wrong passwords keep this browser out.
 */
const NAME = 'browser_';
/** As long as browsers keep a cookie (RFC 6265bis, 5.6.1). */
const KEPT_DAYS = 400;
const DAY_SECONDS = 24 * 60 * 60;
/** A request of more than 16 KB is refused: of the accounts of a shared computer the latest stay. */
const ACCOUNTS_AT_MOST = 20;

const VALUE = /^browser ([0-9a-z-]{1,36}) ([\w-]{22}) (\d{1,12})$/;

interface KnownBrowser {
  readonly cookie: string;
  readonly accountId: string;
  readonly browserId: string;
  readonly since: number;
}

/** What the browser is known by, under the id of each account that has signed in with it. */
export function knownAs(request: FastifyRequest, now: Date): ReadonlyMap<string, string> {
  return new Map(knownBrowsers(request, now).map(({ accountId, browserId }) => [accountId, browserId]));
}

/** Has the browser known as one of this account from now on. */
export function rememberBrowser(reply: FastifyReply, accountId: string, now: Date): void {
  const { server } = reply.request;
  const known = knownBrowsers(reply.request, now);
  const browserId =
    known.find((each) => each.accountId === accountId)?.browserId ?? randomBytes(16).toString('base64url');
  const others = known.filter((each) => each.accountId !== accountId).toSorted((one, other) => other.since - one.since);
  for (const { cookie } of others.slice(ACCOUNTS_AT_MOST - 1)) reply.clearCookie(cookie, cookieOptions(server));
  reply.setCookie(
    cookieName(server, NAME + accountId.slice(0, 13)),
    `browser ${accountId} ${browserId} ${secondsOf(now)}`,
    {
      ...cookieOptions(server),
      signed: true,
      maxAge: KEPT_DAYS * DAY_SECONDS,
    },
  );
}

function knownBrowsers(request: FastifyRequest, now: Date): readonly KnownBrowser[] {
  return Object.entries(request.cookies).flatMap(([cookie, signed = '']) => {
    if (!cookie.startsWith(cookieName(request.server, NAME))) return [];
    const { valid, value } = request.unsignCookie(signed);
    const [, accountId, browserId, since] = (valid ? VALUE.exec(value) : null) ?? [];
    if (accountId === undefined || browserId === undefined) return [];
    const age = secondsOf(now) - Number(since);
    return age > KEPT_DAYS * DAY_SECONDS ? [] : [{ cookie, accountId, browserId, since: Number(since) }];
  });
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
