import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether cookies may be sent over plain http: of a machine to itself, or because those who run it chose so. */
    readonly allowsPlainHttp: boolean;
  }
}

/**
 * The name of one of this program's cookies. With the prefix a browser takes it over https alone, from this very host and
 * for all of it: no neighbouring host, and nobody between on plain http, can put one of their own in its place (RFC 6265bis,
 * 4.1.3.2).
 */
export function cookieName(server: Pick<FastifyInstance, 'allowsPlainHttp'>, name: string): string {
  return server.allowsPlainHttp ? `waymark_${name}` : `__Host-waymark_${name}`;
}

/** What every cookie is set with: no script reads it, no other site sends it, and where it can be no plain http carries it. */
export function cookieOptions({ allowsPlainHttp }: Pick<FastifyInstance, 'allowsPlainHttp'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: allowsPlainHttp ? 'auto' : true } as const;
}
