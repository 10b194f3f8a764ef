import type { FastifyReply } from 'fastify';
import { rights } from '../../access/index.ts';
import { stalePage } from '../../web/markup/index.ts';
import { sendForbidden, sendNotFound, sendPage } from '../../web/server/index.ts';
import type { CaseRefusal } from '../domain/case-refusal.ts';
import type { CaseVisit } from './case-site.ts';
import { happened } from './words/events.ts';

/** What was sent and not saved, by the labels of the form's fields. */
export interface Sent {
  readonly typed: readonly { readonly label: string; readonly value: string }[];
  readonly continueTo: { readonly href: string; readonly text: string };
}

/**
 * Answers a refusal that no form can put right: a record that is not there, a right that is not theirs, a page that is stale.
 * Null for the others: the form shows them beside what was typed.
 */
export function answerRefusal({ request, reply }: CaseVisit, refusal: CaseRefusal, sent: Sent): FastifyReply | null {
  switch (refusal.code) {
    case 'case-not-found':
      return sendNotFound(request, reply);
    case 'not-your-role':
    case 'another-force':
    case 'not-referred-to-you':
      return sendForbidden(request, reply, refusalWordsFor(refusal));
    case 'changed-since': {
      const changes = refusal.since.map(({ event }) => ({
        what: happened(event),
        by: event.by.name,
        at: new Date(event.at),
      }));
      return sendPage(reply, stalePage({ changes, ...sent }), 409);
    }
    default:
      return null;
  }
}

/**
 * A refusal in the words of a page: what it says, and what in particular where that is for people to read. Of a right that
 * somebody lacks, whom to ask.
 */
export function refusalWordsFor(refusal: CaseRefusal): string {
  const grant = Object.entries(rights).find(([right]) => refusal.code === 'not-your-role' && right === refusal.detail);
  if (grant) return grant[1].refusedBecause;
  return refusal.detail === null || !/\s/.test(refusal.detail) ? refusal.says : `${refusal.says} ${refusal.detail}`;
}
