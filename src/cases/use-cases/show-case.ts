import type { CaseActor } from '../../access/index.ts';
import type { Service, TreatmentRecord } from '../../providers/index.ts';
import type { Scheme } from '../../schemes/index.ts';
import { londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { NumberedEvent, TimeLimitFlag } from '../domain/case-event.ts';
import { otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { appointmentsOf, recordOf, type CaseState, type OpenCase, type ProviderSide } from '../domain/case-state.ts';
import { replay } from '../domain/evolve.ts';
import {
  replayProviderSide,
  clockFrom,
  firstContactClock,
  type FirstContactClock,
} from '../domain/engagement/index.ts';
import { sideOf } from '../domain/side-of.ts';
import type { LawBook } from '../domain/law-of-case.ts';
import { statutoryTimeLimit } from '../domain/outcome/index.ts';
import { everythingRefused, refusedNow, type RefusedNow } from '../domain/what-may-be-done.ts';
import type { CaseFile, CaseTransaction, ConditionProposal, ReferralFile } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { reachAt, type Reach } from './next-places.ts';
import { plainContext, type Preparing } from './prepare-command.ts';
import { schemeOfVersion } from './scheme-terms-of.ts';

/** A case as the police see it: the person, where it stands, everything that happened, and what they may do now. */
export interface PoliceCaseView {
  readonly for: 'police';
  readonly file: CaseFile;
  readonly state: CaseState;
  readonly log: readonly NumberedEvent[];
  /** What to send back as `seen` with the next command. */
  readonly sequence: number;
  readonly clock: FirstContactClock | null;
  readonly timeLimit: TimeLimitFlag;
  /** The document of the scheme offered, in the version offered; null before an offer. */
  readonly scheme: Scheme | null;
  /** The law that the case is held to. */
  readonly law: LawBook;
  readonly today: CalendarDay;
  /** The services a referral could go to; empty at other times. */
  readonly services: readonly Service[];
  /** The services of the force with their next times, at the stages where a place is looked for; none at others. */
  readonly reach: Reach;
  readonly proposals: readonly ConditionProposal[];
  /** The appointments still to come whose places were freed: nobody holds one for them any more. */
  readonly placesFreed: ReadonlySet<string>;
  /** What can't be done to it now by whoever looks, and why; what is not here may be tried. */
  readonly refused: RefusedNow;
}

/** A case as its provider sees it: what was handed over, what happened on its side, and its own records. */
export interface ProviderCaseView {
  readonly for: 'provider';
  readonly referral: ReferralFile;
  readonly side: ProviderSide;
  readonly sequence: number;
  readonly clock: FirstContactClock;
  readonly scheme: Scheme | null;
  /** Read for the page of the case, and not for its forms. */
  readonly records: readonly TreatmentRecord[];
  /** The appointments still to come whose places were freed: nobody holds one for them any more. */
  readonly placesFreed: ReadonlySet<string>;
  /** What can't be done to it now by whoever looks, and why; what is not here may be tried. */
  readonly refused: RefusedNow;
}

export type CaseView = PoliceCaseView | ProviderCaseView;

/** Shows a case to whoever may see it, each their own side of it. The look itself is recorded. */
export async function showCase(
  work: CaseWork,
  actor: CaseActor,
  caseId: string,
): Promise<Result<CaseView, CaseRefusal>> {
  return work.store.as(actor, async (cases) => {
    const looking = { work, actor, cases, caseId };
    const view = await viewFor(looking, { withRecords: true });
    if (view === null) return refuse(otherRefusal('case-not-found'));
    await auditLook(looking, view);
    return ok(view);
  });
}

/**
 * The same for a form that is shown again as the case is by now. Nothing is recorded yet: `recordLook` makes the one entry
 * of what was seen.
 */
export async function readCase(
  work: CaseWork,
  actor: CaseActor,
  caseId: string,
): Promise<Result<CaseView, CaseRefusal>> {
  return work.store.as(actor, async (cases) => {
    const view = await viewFor({ work, actor, cases, caseId });
    return view === null ? refuse(otherRefusal('case-not-found')) : ok(view);
  });
}

/** Records that a case was looked at. */
export async function recordLook(work: CaseWork, actor: CaseActor, view: CaseView): Promise<void> {
  const { caseId } = view.for === 'police' ? view.file : view.referral;
  await work.store.as(actor, (cases) => auditLook({ work, actor, cases, caseId }, view));
}

/** Null where there is no such case, or none for somebody with their rights. Nothing is recorded yet. */
export async function viewFor(looking: Preparing, { withRecords = false } = {}): Promise<CaseView | null> {
  const side = sideOf(looking.actor);
  if (side === null) return null;
  return side === 'provider' ? providerView(looking, withRecords) : policeView(looking);
}

async function auditLook({ work, cases, caseId }: Preparing, { sequence }: CaseView): Promise<void> {
  await cases.audit({ caseId, action: 'case-viewed', at: work.clock(), details: { sequence } });
}

async function policeView(looking: Preparing): Promise<PoliceCaseView | null> {
  const { work, cases, caseId } = looking;
  const file = await cases.file(caseId);
  if (file === null) return null;
  const log = await cases.events(caseId);
  const state = replay(log.map(({ event }) => event));
  const now = work.clock();
  const open = state.status === 'closed' ? state.before : state;
  const scheme = 'offer' in open ? await schemeOfVersion(work, cases, open.offer.schemeVersion) : null;
  const isReferable = state.status === 'accepted' || state.status === 'sent-back';
  return {
    for: 'police',
    file,
    state,
    log,
    sequence: log.length,
    clock: firstContactClock(state, now.toISOString()),
    timeLimit: statutoryTimeLimit(work.catalogue, recordOf(state), londonDayOf(now)),
    scheme,
    law: work.catalogue,
    today: londonDayOf(now),
    services: isReferable ? await cases.services({ scheme: state.offer.scheme, force: file.force }) : [],
    reach: await reachAt(cases, state, now),
    placesFreed: await placesFreedOf(cases, file, open),
    proposals: state.status === 'engaging' ? await cases.proposals(caseId) : [],
    refused: refusedNow(state, { ...plainContext(looking), scheme }),
  };
}

async function providerView(looking: Preparing, withRecords: boolean): Promise<ProviderCaseView | null> {
  const { work, actor, cases, caseId } = looking;
  const referral = await cases.referral(caseId);
  if (referral === null) return null;
  const side = replayProviderSide(
    referral.opening,
    referral.history.map(({ event }) => event),
  );
  const scheme = await schemeOfVersion(work, cases, referral.schemeVersion);
  const { offerAcceptedAt: startedAt, status, sequence } = referral;
  return {
    for: 'provider',
    referral,
    side,
    sequence,
    clock: clockFrom({ startedAt, stoppedAt: side.firstContactAt, endedAt: null }, work.clock().toISOString()),
    scheme,
    placesFreed: await placesFreedOf(cases, referral, side),
    records: withRecords && actor.rights.has('see-treatment-records') ? await cases.treatmentRecords(caseId) : [],
    refused:
      status === 'closed'
        ? everythingRefused(status)
        : refusedNow(side, { ...plainContext(looking), scheme, referralIsOnHold: referral.isOnHold }),
  };
}

/** A place is freed where a case closes or an activity ends; where one opens again, its appointments are still in its log. */
async function placesFreedOf(
  cases: CaseTransaction,
  { force, caseId }: Pick<CaseFile, 'force' | 'caseId'>,
  side: OpenCase | ProviderSide,
): Promise<ReadonlySet<string>> {
  const appointments = appointmentsOf(side) ?? [];
  return appointments.some(({ fate }) => fate.is === 'to-come') ? cases.placesFreed({ force, caseId }) : new Set();
}
