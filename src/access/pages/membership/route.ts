import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formBodyOf, textOf, type FormBody, type FormError } from '../../../web/markup/index.ts';
import { csrfTokenOf, queryText, seeOther, sendPage } from '../../../web/server/index.ts';
import { localPath } from '../../domain/local-path.ts';
import { chooseMembership } from '../../use-cases/choose-membership.ts';
import type { AccessPages } from '../access-pages-need.ts';
import { sessionTokenOf, setSessionCookie } from '../session-cookie.ts';
import { pathToChangePassword } from '../paths-before-anything.ts';
import { accountOf, mustChangePassword } from '../signed-in.ts';
import { parseMembershipForm } from './form.ts';
import { membershipPage } from './page.ts';

/**
 * Where somebody who works in several places says for which of them they act, and may change it. Open as signing in is:
 * until it is said, they have no rights; whoever has not signed in is sent to do so.
 */
export function membershipRoute(server: FastifyInstance, { work }: AccessPages): void {
  server.get('/membership', { config: { query: { next: 'words' }, access: 'open' } }, (request, reply) => {
    return show(request, reply, { next: localPath(queryText(request, 'next')), body: {}, errors: [] });
  });

  server.post('/membership', { config: { access: 'open' } }, async (request, reply) => {
    const body = formBodyOf(request.body);
    const next = localPath(textOf(body, 'next'));
    const form = parseMembershipForm(body);
    if (!form.ok) return show(request, reply, { next, body, errors: form.errors }, 400);
    const answer = await chooseMembership(work, { ...form.value, token: sessionTokenOf(request) ?? '' });
    if (answer.ok) {
      setSessionCookie(reply, answer.value.token);
      return seeOther(reply, next);
    }
    if (answer.refusal.code === 'not-signed-in') return seeOther(reply, '/sign-in');
    const text = 'You do not work there any more. Select another';
    return show(request, reply, { next, body: {}, errors: [{ field: 'membership', text }] }, 422);
  });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly next: string; readonly body: FormBody; readonly errors: readonly FormError[] },
    status = 200,
  ): FastifyReply {
    const account = accountOf(request);
    if (account === null) return seeOther(reply, '/sign-in');
    if (mustChangePassword(request)) return seeOther(reply, pathToChangePassword(form.next));
    const { memberships } = account;
    return sendPage(reply, membershipPage({ ...form, memberships, csrfToken: csrfTokenOf(reply) }), status);
  }
}
