import type { FastifyReply } from 'fastify';
import { addressPart, sendForbidden, sendNotFound } from '../../../web/server/index.ts';
import type { PoliceCaseView, readCase, showCase } from '../../use-cases/show-case.ts';
import type { CaseVisit } from '../case-site.ts';

/** The case of the address as the police see it: the person's details are theirs, and a provider is told so. */
export async function withPoliceCase(
  visit: CaseVisit,
  from: typeof showCase | typeof readCase,
  then: (view: PoliceCaseView) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const shown = await from(site.work, actor, addressPart(request, 'caseId'));
  if (!shown.ok) return sendNotFound(request, reply);
  if (shown.value.for === 'provider')
    return sendForbidden(request, reply, 'The police keep the person’s details. Ask them.');
  return then(shown.value);
}
