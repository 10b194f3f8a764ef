import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formatTime, formBodyOf, type FormBody, type FormError } from '../../../web/markup/index.ts';
import { csrfTokenOf, seeOther, sendPage } from '../../../web/server/index.ts';
import { dangerousAct, isProofStale } from '../../domain/dangerous-acts.ts';
import { localPath } from '../../domain/local-path.ts';
import type { AccessWork } from '../../use-cases/access-work.ts';
import { proveAgain } from '../../use-cases/prove-again.ts';
import type { ProofRefusal } from '../../use-cases/prove-password.ts';
import { passwordIn } from '../password/form.ts';
import { renewSession, sessionTokenOf } from '../session-cookie.ts';
import { provedAtOf } from '../signed-in.ts';
import { wholeMinuteAfter } from '../whole-minute.ts';
import { PROOF_FIELD, proofPage } from './page.ts';

/**
 * Before what cannot be taken back is done: whoever proved long ago who they are is asked for their password, on a page
 * that holds all that they sent; with the right one the same address goes on as if it had been sent at once.
 */
export function addProofHook(server: FastifyInstance, work: AccessWork): void {
  server.addHook('preHandler', async (request, reply) => {
    const act = dangerousAct(request.method, request.routeOptions.url ?? '');
    const [provedAt, token] = [provedAtOf(request), sessionTokenOf(request)];
    if (act === null || provedAt === null || token === null || !isProofStale(provedAt, work.clock())) return;
    const body = formBodyOf(request.body);
    if (!Object.hasOwn(body, PROOF_FIELD)) return ask(request, reply, { act, body, errors: [] });
    const password = passwordIn(body, PROOF_FIELD);
    if (password === '' || password.length > LONGEST)
      return ask(request, reply, { act, body, errors: [wrong('Enter your password')] }, 400);
    const proof = await proveAgain(work, { token, password, page: request.routeOptions.url ?? '' });
    if (proof.ok) return renewSession(reply, proof.value.token);
    const { refusal } = proof;
    if (refusal.code === 'not-signed-in') return seeOther(reply, '/sign-in');
    const status = refusal.code === 'wait' ? 429 : 403;
    return ask(request, reply, { act, body, errors: [wrong(wordsOf(refusal))] }, status);
  });
}

const LONGEST = 300;

interface Asking {
  readonly act: string;
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

function ask(request: FastifyRequest, reply: FastifyReply, asking: Asking, status = 403): FastifyReply {
  const action = localPath(request.url);
  return sendPage(reply, proofPage({ ...asking, action, csrfToken: csrfTokenOf(reply) }), status);
}

function wrong(text: string): FormError {
  return { field: PROOF_FIELD, text };
}

function wordsOf(refusal: Exclude<ProofRefusal, { readonly code: 'not-signed-in' }>): string {
  return refusal.code === 'wait'
    ? `There were too many wrong passwords. Try again at ${formatTime(wholeMinuteAfter(refusal.until))}`
    : 'Password is not right';
}
