/** What stands before every request: cookies, the tokens of forms, headers, and the limit to floods. */
import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { textOf, formBodyOf } from '../markup/forms/form-body.ts';
import { callerAddress, networkOf } from './caller-address.ts';
import { cookieName, cookieOptions } from './cookies.ts';
import { limitFloods } from './flood-limit.ts';
import { RequestCounts } from './request-counts.ts';
import { csrfHolderOf } from './send-page.ts';

/** The cookie with the secret of a session, without its prefix. */
export const SESSION_COOKIE = 'session';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Security {
  readonly cookieSecret: string;
  /** How many requests one account, or one address while signed out, may make in a minute. */
  readonly requestsPerMinute: number;
}

/** Headers, cookies, the token on every form, and the limit on requests. */
export async function secure(server: FastifyInstance, security: Security): Promise<void> {
  await server.register(cookie, { secret: security.cookieSecret });
  await securityHeaders(server);
  await formTokens(server, security.cookieSecret);
  const sessionCookie = cookieName(server, SESSION_COOKIE);
  limitFloods(server, {
    requestsPerMinute: security.requestsPerMinute,
    secretOf: (cookies) => cookies[sessionCookie] || null,
  });
  await server.register(rateLimit, {
    store: RequestCounts,
    max: security.requestsPerMinute,
    timeWindow: '1 minute',
    // After the session is read, as a station's officers share one address, and before the body is: a hook of the route
    // itself runs after those of the server.
    hook: 'onRequest',
    keyGenerator: (request) => server.visitorOf(request)?.accountId ?? networkOf(callerAddress(request)),
  });
}

async function securityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // Browsers take it over https alone, and for the host of the service and those below it.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    done();
  });
}

/** Every request that changes something carries the token of the page it came from, unless its route signs otherwise. */
async function formTokens(server: FastifyInstance, cookieSecret: string): Promise<void> {
  await server.register(csrfProtection, {
    cookieKey: cookieName(server, 'csrf'),
    cookieOpts: { ...cookieOptions(server), signed: true },
    csrfOpts: { hmacKey: cookieSecret, userInfo: true },
    getUserInfo: (request) => csrfHolderOf(server.visitorOf(request)),
    getToken: (request) => textOf(formBodyOf(request.body), '_csrf'),
    logLevel: 'info',
  });
  const heldIn = cookieName(server, 'csrf');
  // Once it is known who asks, and before what they send is read. The token itself comes with the form.
  server.addHook('preParsing', async (request) => {
    if (SAFE_METHODS.has(request.method) || request.routeOptions.config.formToken === false || request.is404) return;
    const held = request.cookies[heldIn];
    if (request.headers['sec-fetch-site'] === 'cross-site' || !held || !request.unsignCookie(held).valid)
      throw new HasNoToken();
  });
  server.addHook('preValidation', (request, reply, done) => {
    if (SAFE_METHODS.has(request.method) || request.routeOptions.config.formToken !== undefined) return done();
    server.csrfProtection(request, reply, done);
  });
}

/** No form of this program's can have been sent: no page was shown to this browser, or another site sends it. */
class HasNoToken extends Error {
  override readonly name = 'HasNoToken';
  readonly statusCode = 403;
  /** Answered as a form with a wrong token is. */
  readonly code = 'FST_CSRF_MISSING_SECRET';
}
