/** Who may use a route: everybody; whoever is signed in; those who have the right. */
export type RouteAccess = 'open' | 'signed-in';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Said by every route itself; one that does not say it is refused at start. */
    access: RouteAccess;
  }
}
