import type { FastifyInstance } from 'fastify';
import { redirectWithNotice } from '../../../web/server/index.ts';
import { signOut } from '../../use-cases/sign-out.ts';
import type { AccessPages } from '../access-pages-need.ts';
import { clearSessionCookie, sessionTokenOf } from '../session-cookie.ts';

/** A form and not a link: signing out changes something. */
export function signOutRoute(server: FastifyInstance, { work }: AccessPages): void {
  server.post('/sign-out', { config: { access: 'open' } }, async (request, reply) => {
    const token = sessionTokenOf(request);
    if (token !== null) await signOut(work, token);
    clearSessionCookie(reply);
    // Pages are not stored; what a browser holds of them all the same goes now. Not the cookies: one of them knows the browser.
    reply.header('clear-site-data', '"cache", "storage"');
    return redirectWithNotice(reply, '/sign-in', { kind: 'success', text: 'You have signed out' });
  });
}
