import type { FastifyReply } from 'fastify';
import type { Visitor } from '../markup/layout/visitor.ts';
import { layout, type Page } from '../markup/layout/layout.ts';
import { pageAssets } from './assets.ts';
import { takeNotice } from './notice.ts';

/** Sends a page inside the layout. Never kept by a cache on the way: it may show a person's record. */
export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  const { request } = reply;
  const visitor = request.server.visitorOf(request);
  const document = layout(page, {
    visitor,
    navigation: request.server.navigationFor(request),
    path: new URL(request.url, 'http://waymark.invalid').pathname,
    csrfToken: csrfTokenOf(reply),
    nonce: reply.cspNonce.script,
    notice: takeNotice(request, reply),
    assets: pageAssets,
    isDemonstration: request.server.isDemonstration,
  });
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(document.toString());
}

const tokens = new WeakMap<FastifyReply, string>();

/**
 * The token that each form on the page must carry: bound to the browser and to who is signed in. One for an answer: for
 * a browser without the cookie yet, a second one would come with another secret and make the first invalid.
 */
export function csrfTokenOf(reply: FastifyReply): string {
  const known = tokens.get(reply);
  if (known !== undefined) return known;
  const token = reply.generateCsrf({ userInfo: csrfHolderOf(reply.request.server.visitorOf(reply.request)) });
  tokens.set(reply, token);
  return token;
}

/**
 * To whom a token is bound, so that one cannot be carried over from another's session, nor a form that was opened while
 * working in one place be sent while working in another.
 */
export function csrfHolderOf(visitor: Visitor | null): string {
  return visitor === null ? 'nobody' : [visitor.accountId, visitor.role, visitor.organisation].join(' ');
}
