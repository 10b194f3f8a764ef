import type { FastifyInstance, FastifyReply } from 'fastify';
import { formBodyOf, textOf, type FormError } from '../../../web/markup/index.ts';
import { callerAddress, csrfTokenOf, networkOf, queryText, seeOther, sendPage } from '../../../web/server/index.ts';
import { browserWords } from '../../domain/browser-words.ts';
import { localPath } from '../../domain/local-path.ts';
import { signIn } from '../../use-cases/sign-in.ts';
import type { AccessPages } from '../access-pages-need.ts';
import { knownAs, rememberBrowser } from '../known-browser.ts';
import { sessionTokenOf, setSessionCookie } from '../session-cookie.ts';
import { pathToChangePassword, pathToChoose } from '../paths-before-anything.ts';
import { visitorOf } from '../signed-in.ts';
import { parseSignInForm } from './form.ts';
import { errorsOfRefusal, signInPage } from './page.ts';

export function signInRoute(server: FastifyInstance, { work, hasDemonstration }: AccessPages): void {
  server.get('/sign-in', { config: { query: { next: 'words' }, access: 'open' } }, (request, reply) => {
    const next = localPath(queryText(request, 'next'));
    if (visitorOf(request)) return seeOther(reply, next);
    return show(reply, { next, email: '', errors: [] });
  });

  server.post('/sign-in', { config: { access: 'open' } }, async (request, reply) => {
    const body = formBodyOf(request.body);
    const typed = { next: localPath(textOf(body, 'next')), email: textOf(body, 'email') };
    const form = parseSignInForm(body);
    if (!form.ok) return show(reply, { ...typed, errors: form.errors }, 400);
    const address = callerAddress(request);
    const answer = await signIn(work, {
      ...form.value,
      address,
      network: networkOf(address),
      browser: browserWords(request.headers['user-agent'] ?? ''),
      knownAs: knownAs(request, work.clock()),
      earlierToken: sessionTokenOf(request),
    });
    if (!answer.ok) {
      const status = answer.refusal.code === 'wait' ? 429 : 403;
      return show(reply, { ...typed, errors: errorsOfRefusal(answer.refusal) }, status);
    }
    setSessionCookie(reply, answer.value.token);
    rememberBrowser(reply, answer.value.accountId, work.clock());
    const { mustChoose, mustChangePassword } = answer.value;
    if (mustChangePassword) return seeOther(reply, pathToChangePassword(typed.next));
    return seeOther(reply, mustChoose ? pathToChoose(typed.next) : typed.next);
  });

  function show(
    reply: FastifyReply,
    view: { next: string; email: string; errors: readonly FormError[] },
    status = 200,
  ): FastifyReply {
    return sendPage(reply, signInPage({ ...view, csrfToken: csrfTokenOf(reply), hasDemonstration }), status);
  }
}
