import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../../markup/layout/layout.ts';
import { faultForTheLog } from '../../../shared/fault-for-the-log.ts';
import { NotAvailable } from '../../../shared/not-available.ts';
import { sendPage } from '../send-page.ts';
import {
  badRequestPage,
  expiredFormPage,
  faultPage,
  forbiddenPage,
  notFoundPage,
  tooManyRequestsPage,
} from '../../markup/errors/error-pages.ts';
import { fate, unavailablePage } from '../../markup/errors/unavailable-page.ts';
import { sendProblem, wantsProblem } from './problem.ts';
import { recordAbove } from './record-above.ts';

/** Catches every fault once, at the edge: logged with a reference, shown plainly. */
export function handleErrors(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) => sendNotFound(request, reply));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    // The reader of forms in parts calls a form that is not in parts 406, which is about answers: it is 415.
    const status = error.statusCode === 406 ? 415 : (error.statusCode ?? 500);
    const passing = passingFault(error);
    if (passing !== null) return sendUnavailable(passing, request, reply);
    if (status >= 500) return sendFault(error, request, reply);
    if (status === 404) return sendNotFound(request, reply);
    return sendError(request, reply, { page: pageFor(error, reply), status, title: error.message });
  });
}

/** The record is not there, or is not this account's to see: the two answers are the same on purpose. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendError(request, reply, { page: notFoundPage(), status: 404, title: 'Not found' });
}

/** Leads back to the record that the address lies below, where it does. @param why one sentence in plain words. */
export function sendForbidden(request: FastifyRequest, reply: FastifyReply, why?: string): FastifyReply {
  const page = { ...forbiddenPage(why), backLink: recordAbove(request.url, request.routeOptions.url) };
  return sendError(request, reply, { page, status: 403, title: why ?? 'Forbidden' });
}

function pageFor(error: FastifyError, reply: FastifyReply): Page {
  if (error.code?.startsWith('FST_CSRF')) return expiredFormPage();
  if (error.statusCode === 429) return tooManyRequestsPage(Number(reply.getHeader('retry-after') ?? 60));
  return badRequestPage();
}

/** What passes by itself, a request that took longer than it may among it: what it did until then goes on. */
function passingFault(error: FastifyError): NotAvailable | null {
  if (error instanceof NotAvailable) return error;
  return error.code === 'FST_ERR_HANDLER_TIMEOUT'
    ? new NotAvailable({ what: 'too-slow', saved: 'not-known', cause: error })
    : null;
}

const TRY_AGAIN_SECONDS = 30;

function sendUnavailable(fault: NotAvailable, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.error({ reference: request.id, fault: faultForTheLog(fault) }, 'The service was not available');
  const wasSent = !['GET', 'HEAD'].includes(request.method);
  reply.header('retry-after', String(TRY_AGAIN_SECONDS));
  return sendError(request, reply, {
    page: unavailablePage({ fault, wasSent, reference: request.id }),
    status: fault.statusCode,
    title: fate(fault.saved, wasSent),
  });
}

function sendFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.error({ reference: request.id, fault: faultForTheLog(error) }, 'A request failed');
  return sendError(request, reply, {
    page: faultPage(request.id),
    status: 500,
    title: 'There is a problem with the service',
  });
}

function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: { readonly page: Page; readonly status: number; readonly title: string },
): FastifyReply {
  if (!wantsProblem(request)) return sendPage(reply, error.page, error.status);
  return sendProblem(reply, { title: error.title, status: error.status, instance: request.id });
}
