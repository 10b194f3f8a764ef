import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Long enough for a browser to send the rest of a form and see the answer; assumed. */
const REST_WITHIN_MS = 5_000;

/**
 * Ends the connection of what was answered before its body had come, where the rest does not come soon: nobody reads it
 * any more. Not at once, as a browser that is cut off while it sends shows no answer.
 */
export function endUnreadBodies(server: FastifyInstance): void {
  server.addHook('onResponse', ({ raw }, _reply, done) => {
    const { socket } = raw;
    // What is asked without a connection, as tests do, has none to end.
    if (!raw.complete && socket instanceof Socket) {
      setTimeout(() => {
        if (!raw.complete) socket.destroy();
      }, REST_WITHIN_MS).unref();
    }
    done();
  });
}
