import type { Room } from '../room.ts';
import type { ServicesSite } from './pages/services-site.ts';

/** The services of providers and their places. */
export function providersRoom(site: ServicesSite): Room {
  return {
    name: 'providers',
    routes: async (server) => (await import('./pages/routes.ts')).addProviderPages(server, site),
    navigation: [{ text: 'Services and places', href: '/services', access: 'publish-services' }],
    jobs: [],
    health: null,
  };
}
