import type { Room } from '../room.ts';
import type { CaseSite } from './pages/case-site.ts';

/** Cases, from triage to the closed outcome. */
export function casesRoom(site: CaseSite): Room {
  return {
    name: 'cases',
    routes: async (server) => (await import('./pages/routes.ts')).addCaseRoutes(server, site),
    navigation: [
      { text: 'Cases', href: '/cases', access: ['see-cases', 'see-referrals'] },
      { text: 'Overrides', href: '/overrides', access: 'oversee-work' },
    ],
    jobs: [],
    health: null,
  };
}
