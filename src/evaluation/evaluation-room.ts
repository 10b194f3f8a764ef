import { handledJob } from '../jobs/index.ts';
import type { Room } from '../room.ts';
import { carryOutEvaluationJob } from './domain/lifecycle/carry-out-evaluation-job.ts';
import type { EvaluationSite } from './pages/evaluation-site.ts';
import { carryOutEvaluation } from './use-cases/carry-out-evaluation.ts';
import { closeLeftOver } from './use-cases/close-left-over.ts';

const SEEN_BY = ['see-evaluations', 'see-shared-evaluations', 'see-scheme-evaluations'] as const;

/** Whether it worked. */
export function evaluationRoom(site: EvaluationSite): Room {
  return {
    name: 'evaluation',
    routes: async (server) => (await import('./pages/routes.ts')).addEvaluationPages(server, site),
    navigation: [{ text: 'Evaluations', href: '/evaluations', access: SEEN_BY }],
    jobs: [
      handledJob(carryOutEvaluationJob, {
        perform: (job, { signal }) => carryOutEvaluation(site.work, job, signal),
        giveUp: async () => void (await closeLeftOver(site.work)),
      }),
    ],
    health: null,
  };
}
