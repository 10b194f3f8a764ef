import { ok, refuse, type Result } from '../../shared/result.ts';
import { isProviderCommand, type CommandContext } from '../domain/case-command.ts';
import type { NumberedEvent } from '../domain/case-event.ts';
import { changedSince, otherRefusal, refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import { decideForProvider } from '../domain/decide-case.ts';
import { keptByProvider, mayCross, replayProviderSide, type KeptByProvider } from '../domain/engagement/index.ts';
import type { TreatmentRecord } from '../../providers/index.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import type { ReferralFile } from '../store/case-store.ts';
import type { CommandRequest, CommandRecorded, TreatmentNote } from './requested-command.ts';
import { commandFor, plainContext, type Preparing } from './prepare-command.ts';
import { followersOf, recordEvents } from './record-events.ts';
import { schemeOfVersion } from './scheme-terms-of.ts';

/**
 * One command of a provider, on its own side of the case: the police's log is neither read nor needed. The note that
 * comes with it stays with the provider, and so do its own reason and its words: the event holds what may cross. `seen` is
 * the referral as this transaction has read it already: it is read again only where the log has gone on before the lock.
 */
export async function actAsProvider(
  preparing: Preparing,
  request: CommandRequest,
  seen?: ReferralFile,
): Promise<Result<CommandRecorded, CaseRefusal>> {
  const { cases, caseId } = preparing;
  const before = seen ?? (await cases.referral(caseId));
  if (before === null) return refuse(otherRefusal('case-not-found'));
  const end = await cases.lock(caseId);
  const referral = end.sequence === before.sequence ? before : await cases.referral(caseId);
  if (referral === null) return refuse(otherRefusal('case-not-found'));
  if (request.expectedSequence !== referral.sequence) {
    return refuse(changedSince(referral.history.filter(({ sequence }) => sequence > request.expectedSequence)));
  }
  if (referral.status === 'closed') return refuse(refusalOf('not-at-this-stage', 'closed'));
  const side = replayProviderSide(referral.opening, eventsOf(referral.history));
  const command = await commandFor(preparing, request.command);
  if (!command.ok) return command;
  if (!isProviderCommand(command.value)) return refuse(refusalOf('not-your-role'));
  const notes = notesOf(request.note, keptByProvider(command.value));
  const unentitled = notes.length > 0 ? refusalWithout(preparing.actor, 'write-treatment-records') : null;
  if (unentitled) return refuse(unentitled);
  const decided = decideForProvider(side, command.value, await contextOfReferral(preparing, referral));
  if (!decided.ok) return decided;
  const tooMuch = decided.value.find((event) => !mayCross(event));
  if (tooMuch) throw new Error(`An event ${tooMuch.type} of a provider holds more than may cross to the police`);
  const standing = { side: 'provider', referral, state: side } as const;
  const { sequence } = await recordEvents(cases, { before: standing, end }, decided.value, followersOf(preparing.work));
  for (const note of notes) await addNote(preparing, { referral, sequence, note });
  return ok({ caseId, sequence });
}

function eventsOf(history: readonly NumberedEvent[]) {
  return history.map(({ event }) => event);
}

async function contextOfReferral(preparing: Preparing, referral: ReferralFile): Promise<CommandContext> {
  const scheme = await schemeOfVersion(preparing.work, preparing.cases, referral.schemeVersion);
  return { ...plainContext(preparing), scheme, referralIsOnHold: referral.isOnHold };
}

type Note = Pick<TreatmentRecord, 'how' | 'place' | 'words' | 'reason'>;

/** What the worker wrote down besides, and what of the command itself stays with the provider. */
function notesOf(note: TreatmentNote | undefined, kept: KeptByProvider | null): readonly Note[] {
  return [...(note ? [{ ...note, reason: null }] : []), ...(kept ? [{ how: null, place: null, ...kept }] : [])];
}

interface AddNote {
  readonly referral: ReferralFile;
  /** The place in the log of what the note was written with. */
  readonly sequence: number;
  readonly note: Note;
}

async function addNote({ cases, caseId, work, actor }: Preparing, { referral, sequence, note }: AddNote) {
  const { referralId, force } = referral;
  await cases.addTreatmentRecord(
    {
      recordId: work.newId(),
      caseId,
      sequence,
      ...note,
      recordedAt: work.clock().toISOString(),
      recordedBy: actor.name,
    },
    { force, referralId },
  );
}
