import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { ExamplePlan } from '../store/example-plans.ts';
import type { EvaluationWork } from '../use-cases/evaluation-work.ts';

/** What the pages of this room are given when they are joined. */
export interface EvaluationSite {
  readonly work: EvaluationWork;
  /** Who is signed in on this request. Nobody else gets as far as these pages. */
  readonly actorOf: (request: FastifyRequest) => Actor;
  readonly examples: readonly ExamplePlan[];
  /** Whether the generator of the demonstration may be chosen in place of files. */
  readonly hasGenerated: boolean;
}

/** A request, and who makes it. */
export interface Asking {
  readonly site: EvaluationSite;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A page of this room. Who may use it is said by its route. */
export function answering(site: EvaluationSite, answer: (asking: Asking) => Promise<FastifyReply>): Handler {
  return (request, reply) => answer({ site, actor: site.actorOf(request), request, reply });
}

/** The id in the address. */
export function idIn(request: FastifyRequest): string {
  return (request.params as Readonly<Record<string, string | undefined>>).id ?? '';
}

/** What was asked after the `?`, as text; empty where it was not. */
export function askedFor(request: FastifyRequest, name: string): string {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}
