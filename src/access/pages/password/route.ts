import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formBodyOf, textOf, type FormError } from '../../../web/markup/index.ts';
import { csrfTokenOf, queryText, redirectWithNotice, seeOther, sendPage } from '../../../web/server/index.ts';
import { localPath } from '../../domain/local-path.ts';
import { changePassword } from '../../use-cases/change-password.ts';
import type { AccessPages } from '../access-pages-need.ts';
import { sessionTokenOf, setSessionCookie } from '../session-cookie.ts';
import { accountOf, mustChangePassword } from '../signed-in.ts';
import { parsePasswordForm } from './form.ts';
import { errorsOfPasswordRefusal, passwordPage } from './page.ts';

const PAGE = '/account/password';

/**
 * Where somebody changes their own password. Open as signing in is, as whoever must change it has no rights until then;
 * whoever has not signed in is sent to do so.
 */
export function passwordRoute(server: FastifyInstance, { work }: AccessPages): void {
  server.get(PAGE, { config: { query: { next: 'words' }, access: 'open' } }, (request, reply) =>
    show(request, reply, { next: localPath(queryText(request, 'next')), errors: [] }),
  );

  server.post(PAGE, { config: { access: 'open' } }, async (request, reply) => {
    const body = formBodyOf(request.body);
    const next = localPath(textOf(body, 'next'));
    const token = sessionTokenOf(request);
    if (token === null || accountOf(request) === null) return seeOther(reply, '/sign-in');
    const form = parsePasswordForm(body);
    if (!form.ok) return show(request, reply, { next, errors: form.errors }, 400);
    const answer = await changePassword(work, { token, ...form.value, page: PAGE });
    if (answer.ok) {
      setSessionCookie(reply, answer.value.token);
      const { sessionsEnded } = answer.value;
      const elsewhere = sessionsEnded === 0 ? '' : '. You are signed out everywhere else';
      return redirectWithNotice(reply, next, { kind: 'success', text: `Your password is changed${elsewhere}` });
    }
    const { refusal } = answer;
    if (refusal.code === 'not-signed-in') return seeOther(reply, '/sign-in');
    const errors = errorsOfPasswordRefusal(refusal);
    return show(request, reply, { next, errors }, refusal.code === 'wait' ? 429 : 422);
  });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly next: string; readonly errors: readonly FormError[] },
    status = 200,
  ): FastifyReply {
    if (accountOf(request) === null) return seeOther(reply, '/sign-in');
    const isFirstUse = mustChangePassword(request);
    return sendPage(reply, passwordPage({ ...form, isFirstUse, csrfToken: csrfTokenOf(reply) }), status);
  }
}
