import type { Room } from '../room.ts';
import type { AccessPages } from './pages/access-pages-need.ts';

/** Signing in and out, and who looked at what. */
export function accessRoom(pages: AccessPages): Room {
  return {
    name: 'access',
    // Loaded when they are registered: the command line uses this room too, and has no use for a web server.
    routes: async (server) => (await import('./pages/routes.ts')).addAccessRoutes(server, pages),
    navigation: [{ text: 'Audit', href: '/audit', access: 'read-audit' }],
    jobs: [],
    health: null,
  };
}
