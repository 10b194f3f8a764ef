import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { Visit } from '../../web/server/index.ts';
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

/** A request to a page of this room, and who makes it. */
export type EvaluationVisit = Visit<EvaluationSite, Actor>;
