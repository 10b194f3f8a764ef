import type { CaseActor } from '../../access/index.ts';
import type { Result } from '../../shared/result.ts';
import type { CaseRefusal } from '../domain/case-refusal.ts';
import type { CaseTransaction } from '../store/case-store.ts';
import { actAsPolice } from './act-as-police.ts';
import { actAsProvider } from './act-as-provider.ts';
import type { CaseWork } from './case-work.ts';
import type { CommandRecorded, CommandRequest } from './requested-command.ts';
import { sayingNextPlace } from './saying-next-place.ts';
import { viewFor, type CaseView } from './show-case.ts';

/** A form as it was read: what it asks for, null where nothing that can be done, and whatever else the page keeps of it. */
interface Read<Kept> {
  readonly request: CommandRequest | null;
  readonly kept: Kept;
}

interface Answered<Kept> {
  readonly kept: Kept;
  /** Null where nothing was asked for. */
  readonly recorded: Result<CommandRecorded, CaseRefusal> | null;
}

/**
 * Does to a case what a form asks that was sent, all in one transaction: the case is read, the form by what it is, and the
 * command is carried out on what was read. What reading looks up is looked up in the same transaction. Null where there is no such case. The command makes the one entry of what was
 * done; where there was none, the page that shows the form again records the look.
 */
export async function actOnCaseInView<Kept>(
  work: CaseWork,
  actor: CaseActor,
  caseId: string,
  read: (view: CaseView, cases: CaseTransaction) => Promise<Read<Kept>>,
): Promise<Answered<Kept> | null> {
  // What was read outlives the transaction, which is undone where the last place has just been taken.
  const form: { found: { readonly kept: Kept } | null } = { found: null };
  const recorded = await sayingNextPlace(work, actor, caseId, () =>
    work.store.as(actor, async (cases) => {
      const preparing = { work, actor, cases, caseId };
      const view = await viewFor(preparing);
      if (view === null) return null;
      const { request, kept } = await read(view, cases);
      form.found = { kept };
      if (request === null) return null;
      return view.for === 'provider'
        ? actAsProvider(preparing, request, view.referral)
        : actAsPolice(preparing, request, view);
    }),
  );
  return form.found && { kept: form.found.kept, recorded };
}
