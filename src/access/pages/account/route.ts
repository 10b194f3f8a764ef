import type { FastifyInstance } from 'fastify';
import { addressPart, csrfTokenOf, redirectWithNotice, seeOther, sendPage } from '../../../web/server/index.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from '../../use-cases/own-sessions.ts';
import type { AccessPages } from '../access-pages-need.ts';
import { sessionTokenOf } from '../session-cookie.ts';
import { visitorOf } from '../signed-in.ts';
import { accountPage } from './page.ts';

/** Somebody's own account, and the ways to end their own sessions. */
export function accountRoute(server: FastifyInstance, { work }: AccessPages): void {
  server.get('/account', { config: { access: 'signed-in' } }, async (request, reply) => {
    const [visitor, token] = [visitorOf(request), sessionTokenOf(request)];
    if (visitor === null || token === null) return seeOther(reply, '/sign-in');
    const sessions = await listOwnSessions(work, token);
    return sendPage(reply, accountPage({ visitor, sessions, csrfToken: csrfTokenOf(reply) }));
  });

  server.post(
    '/account/sessions/:sessionId/end',
    { config: { address: { sessionId: 'id' }, access: 'signed-in' } },
    async (request, reply) => {
      const hasEnded = await endOwnSession(work, sessionTokenOf(request) ?? '', addressPart(request, 'sessionId'));
      return redirectWithNotice(
        reply,
        '/account',
        hasEnded
          ? { kind: 'success', text: 'The session has ended' }
          : { kind: 'information', text: 'That session had ended already' },
      );
    },
  );

  server.post('/account/sessions/end-others', { config: { access: 'signed-in' } }, async (request, reply) => {
    const ended = await endOtherSessions(work, sessionTokenOf(request) ?? '');
    return redirectWithNotice(reply, '/account', {
      kind: 'success',
      text: ended === 1 ? 'One other session has ended' : `${ended} other sessions have ended`,
    });
  });
}
