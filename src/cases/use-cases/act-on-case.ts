import { refuse, type Result } from '../../shared/result.ts';
import type { CaseActor } from '../../access/index.ts';
import { refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import { sideOf } from '../domain/side-of.ts';
import { sayingNextPlace } from './saying-next-place.ts';
import { actAsPolice } from './act-as-police.ts';
import { actAsProvider } from './act-as-provider.ts';
import type { CommandRequest, CommandRecorded } from './requested-command.ts';
import type { CaseWork } from './case-work.ts';

/**
 * Does one thing to one case, whatever it is: loads the case, lets the state machine decide, keeps the event, what the
 * lists show and the audit entry in one transaction. Who may do what, from where, is domain/transitions.ts.
 *
 * Refuses with `changed-since` where the log has gone on since `expectedSequence`: nothing is lost, and the page says what changed.
 */
export async function actOnCase(
  work: CaseWork,
  actor: CaseActor,
  request: CommandRequest,
): Promise<Result<CommandRecorded, CaseRefusal>> {
  const side = sideOf(actor);
  if (side === null) return refuse(refusalOf('not-your-role', 'see-cases'));
  return sayingNextPlace(work, actor, request.caseId, () =>
    work.store.as(actor, (cases) => {
      const preparing = { work, actor, cases, caseId: request.caseId };
      return side === 'provider' ? actAsProvider(preparing, request) : actAsPolice(preparing, request);
    }),
  );
}
