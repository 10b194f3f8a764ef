import type { FastifyReply } from 'fastify';
import { rights } from '../../access/index.ts';
import { redirectWithNotice, sendForbidden, sendNotFound } from '../../web/server/index.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import { idIn, type Asking } from './evaluation-site.ts';

/** Answers what a page was refused. */
export function answerRefusal({ request, reply }: Asking, refusal: EvaluationRefusal): FastifyReply {
  const { code } = refusal;
  switch (code) {
    case 'not-your-role':
      return sendForbidden(request, reply, rights[refusal.right].refusedBecause);
    case 'evaluation-not-found':
      return sendNotFound(request, reply);
    case 'has-ended':
    case 'not-done': {
      const text = code === 'has-ended' ? 'It had ended already' : 'There is no report of it yet';
      return redirectWithNotice(reply, `/evaluations/${idIn(request)}`, { kind: 'information', text });
    }
  }
}
