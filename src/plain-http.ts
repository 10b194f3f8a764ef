import { isIP } from 'node:net';
import type { Config } from './config.ts';

type About = Pick<Config, 'host' | 'trustedProxies' | 'plainHttp'>;

/** Whether cookies may cross over plain http: where it is said so, and else where nobody but this machine is served. */
export function allowsPlainHttp({ host, trustedProxies, plainHttp }: About): boolean {
  return plainHttp ?? (isThisMachine(host) && trustedProxies.length === 0);
}

/** What to tell those who start it about how other machines reach it; null where there is nothing to tell. */
export function plainHttpNotice(about: About): string | null {
  if (isThisMachine(about.host)) return null;
  if (allowsPlainHttp(about))
    return `HOST is ${about.host} and WAYMARK_PLAIN_HTTP is yes: passwords and cookies cross the network where anybody on the way can read them. For invented people only.`;
  if (about.trustedProxies.length > 0) return null;
  return `HOST is ${about.host} and TRUST_PROXY names no proxy: nobody can sign in over plain http, except on this machine. Put a proxy with TLS before it (docs/set-up-for-real.md), or set WAYMARK_PLAIN_HTTP=yes to try it with invented people.`;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
