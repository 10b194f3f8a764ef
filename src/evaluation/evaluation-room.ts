import type { Room } from '../room.ts';
import type { EvaluationSite } from './pages/evaluation-site.ts';

/** Whether it worked. */
export function evaluationRoom(site: EvaluationSite): Room {
  return {
    name: 'evaluation',
    routes: async (server) => (await import('./pages/routes.ts')).addEvaluationPages(server, site),
    navigation: [{ text: 'Evaluations', href: '/evaluations', access: ['see-evaluations', 'see-shared-evaluations'] }],
    health: null,
  };
}
