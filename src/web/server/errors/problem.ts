import type { FastifyReply, FastifyRequest } from 'fastify';

/** An error for a program, as RFC 9457 has it: `application/problem+json`. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string | undefined;
  /** The reference that the log has too. */
  readonly instance?: string | undefined;
}

/** Whether the answer goes to a program: anything under /api, and whoever asks for JSON and not for a page. */
export function wantsProblem(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return request.url.startsWith('/api/') || (/json/.test(accept) && !accept.includes('text/html'));
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }));
}
