/** The server under every page: addresses, cookies, security, errors, and sending what markup has drawn. */
export { sendForbidden, sendNotFound } from './errors/error-handler.ts';
export { sendProblem, wantsProblem, type Problem } from './errors/problem.ts';
export { redirectWithNotice, seeOther } from './notice.ts';
export { csrfTokenOf, sendPage } from './send-page.ts';
export { callerAddress, networkOf } from './caller-address.ts';
export { addressPart, handlerOf, pageAsked, queryText, type Visit } from './visit.ts';
export { cookieName, cookieOptions } from './cookies.ts';
export { SESSION_COOKIE } from './security.ts';
export { healthOf, type Health } from './health.ts';
export { buildServer, type ServerOptions } from './server.ts';
export type { KnownRoute } from './refuse-routes-without-access.ts';
