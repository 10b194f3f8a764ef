import type { CaseActor } from '../../access/index.ts';
import type { WaymarkTransaction } from '../../db/index.ts';
import { ok, type Result } from '../../shared/result.ts';
import { documentsOf, type CaseOpening } from '../../triage/index.ts';
import type { CaseRefusal } from '../domain/case-refusal.ts';
import { decideCase } from '../domain/decide-case.ts';
import { referenceOf } from '../domain/reference-of.ts';
import type { CommandRecorded } from './requested-command.ts';
import type { CaseWork } from './case-work.ts';
import { plainContext } from './prepare-command.ts';
import { emptyLog, followersOf, recordEvents } from './record-events.ts';

/**
 * Opens the case of a finished triage, in its transaction, with the facts, the decisions and the documents that they were
 * made by, so that each can be worked out again.
 */
export async function openCase(
  work: CaseWork,
  actor: CaseActor,
  { transaction, opening }: { readonly transaction: WaymarkTransaction; readonly opening: CaseOpening },
): Promise<Result<CommandRecorded, CaseRefusal>> {
  const { caseId, force, person, offence, facts, declined, fromRecords, decisions, isDemonstration } = opening;
  const cases = work.store.within(transaction, actor);
  const context = plainContext({ work, actor, cases, caseId });
  const data = { force, facts, declined, fromRecords, offence, decisions };
  const decided = decideCase(null, { type: 'triage-person', data }, context);
  if (!decided.ok) return decided;
  const { vocabulary, vocabularyVersion } = work.catalogue;
  const file = { caseId, reference: referenceOf(caseId), force, person, isDemonstration };
  await cases.keepDocuments({
    ...documentsOf(work.catalogue, decisions),
    vocabulary: { ...vocabulary, version: vocabularyVersion },
  });
  await cases.openCase({ file, openedBy: actor.accountId, at: context.now });
  // Nobody else knows of the case yet: there is nothing to lock.
  const begun = { before: { side: 'police', file, state: null }, end: emptyLog } as const;
  const { sequence } = await recordEvents(cases, begun, decided.value, followersOf(work));
  return ok({ caseId, sequence });
}
