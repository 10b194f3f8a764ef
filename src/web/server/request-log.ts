import type { FastifyInstance } from 'fastify';

/**
 * One line for each answer, without personal data: the route's pattern and not the address (which names cases and may
 * carry what was searched for), no network address, no account.
 */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      reference: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
    done();
  });
}
