import type { FastifyReply } from 'fastify';
import { rights } from '../../access/index.ts';
import { addressPart, redirectWithNotice, sendForbidden, sendNotFound } from '../../web/server/index.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { EvaluationVisit } from './evaluation-site.ts';

/** Answers what a page was refused. */
export function answerRefusal({ request, reply }: EvaluationVisit, refusal: EvaluationRefusal): FastifyReply {
  const { code } = refusal;
  switch (code) {
    case 'not-your-role':
      return sendForbidden(request, reply, rights[refusal.right].refusedBecause);
    case 'evaluation-not-found':
      return sendNotFound(request, reply);
    case 'not-released':
      return redirectWithNotice(reply, `/evaluations/${addressPart(request, 'id')}/share`, {
        kind: 'information',
        text: refusal.because,
      });
    case 'has-ended':
    case 'not-done': {
      const text = code === 'has-ended' ? 'It had ended already' : 'There is no report of it yet';
      return redirectWithNotice(reply, `/evaluations/${addressPart(request, 'id')}`, { kind: 'information', text });
    }
  }
}
