import type { Room } from '../room.ts';
import type { TriageSite } from './pages/triage-site.ts';

/** Triage: asking and deciding, up to the case that it opens. Its way in stands among the cases. */
export function triageRoom(site: TriageSite): Room {
  return {
    name: 'triage',
    routes: async (server) => (await import('./pages/routes.ts')).addTriageRoutes(server, site),
    navigation: [],
    jobs: [],
    health: null,
  };
}
