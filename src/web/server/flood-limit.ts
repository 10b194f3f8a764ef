import type { FastifyInstance } from 'fastify';
import { callerAddress, networkOf } from './caller-address.ts';

interface Flooding {
  readonly requestsPerMinute: number;
  /** The secret of a session as the browser sends it, whether or not it is worth anything. */
  readonly secretOf: (cookies: Readonly<Record<string, string | undefined>>) => string | null;
}

const MINUTE_MS = 60_000;
const KNOWN_FOR_MS = 10 * MINUTE_MS;
const REMEMBERED_AT_MOST = 10_000;

/**
 * Refuses, before anybody is looked up in the database, requests of an address from which too many have come within a
 * minute with the secret of no session: each would cost a transaction. Who was recognised lately is let through, as a
 * station's officers share one address.
 */
export function limitFloods(server: FastifyInstance, { requestsPerMinute, secretOf }: Flooding): void {
  const strangers = new Map<string, { count: number; readonly until: number }>();
  const known = new Map<string, number>();

  server.addHook('onRequest', (request, _reply, done) => {
    const secret = secretOf(request.cookies);
    const isKnown = secret !== null && (known.get(secret) ?? 0) > performance.now();
    const seen = strangers.get(networkOf(callerAddress(request)));
    const isFlood = seen !== undefined && seen.until > performance.now() && seen.count >= requestsPerMinute;
    done(secret !== null && !isKnown && isFlood ? new TooMany() : undefined);
  });

  server.addHook('onResponse', (request, _reply, done) => {
    const secret = secretOf(request.cookies);
    if (secret !== null && server.visitorOf(request) !== null)
      remember(known, secret, performance.now() + KNOWN_FOR_MS);
    else if (secret !== null) {
      const seen = strangers.get(networkOf(callerAddress(request)));
      if (seen !== undefined && seen.until > performance.now()) seen.count += 1;
      else remember(strangers, networkOf(callerAddress(request)), { count: 1, until: performance.now() + MINUTE_MS });
    }
    done();
  });
}

/** What was put in first goes first. */
function remember<Key, Value>(into: Map<Key, Value>, key: Key, value: Value): void {
  into.delete(key);
  into.set(key, value);
  for (const oldest of into.keys()) {
    if (into.size <= REMEMBERED_AT_MOST) return;
    into.delete(oldest);
  }
}

class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly statusCode = 429;
}
