/** What is looked up for a command before the state machine decides on it. */
import { ageOn } from '../../triage/index.ts';
import { londonDayOf, type CalendarDay } from '../../shared/calendar-day.ts';
import { rightsOf, type CaseActor } from '../../access/index.ts';
import type { CaseCommand, CommandContext } from '../domain/case-command.ts';
import { refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import { recordOf, type CaseState } from '../domain/case-state.ts';
import { decisionFor } from '../domain/offer/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { CaseTransaction, ConditionProposal } from '../store/case-store.ts';
import type { RequestedCommand } from './requested-command.ts';
import type { CaseWork } from './case-work.ts';
import { decideAnew, decideOnAmendment } from './decide-again.ts';
import { isLiveToday, schemeOfVersion } from './scheme-terms-of.ts';

export interface Preparing {
  readonly work: CaseWork;
  readonly actor: CaseActor;
  readonly cases: CaseTransaction;
  readonly caseId: string;
}

/** The context in which nothing in particular has been looked up. */
export function plainContext({ work, actor, caseId }: Preparing): CommandContext {
  const now = work.clock();
  return {
    caseId,
    actor,
    now: now.toISOString(),
    today: londonDayOf(now),
    scheme: null,
    schemeIsLive: false,
    earlierTimesOnScheme: 0,
    service: null,
    place: null,
    decidedAgain: null,
    following: [],
    referralIsOnHold: false,
    rightsOfProposer: new Set(),
    law: work.catalogue,
    ageToday: null,
    pcscCautionsCommenced: work.settings.pcscCautionsCommenced,
  };
}

/** The whole command of a request: with new identifiers, and a proposal found by its number. */
export async function commandFor(
  preparing: Preparing,
  requested: RequestedCommand,
): Promise<Result<CaseCommand, CaseRefusal>> {
  const { work, cases, caseId } = preparing;
  switch (requested.type) {
    case 'refer-person':
      return ok({ type: requested.type, data: { serviceId: requested.data.serviceId, referralId: work.newId() } });
    case 'book-place':
      return ok({ type: requested.type, data: { ...requested.data, appointmentId: work.newId() } });
    case 'book-appointment':
      return ok({ type: requested.type, data: { ...requested.data, appointmentId: work.newId() } });
    case 'move-appointment':
      return ok({ type: requested.type, data: { ...requested.data, supersededBy: work.newId() } });
    case 'vary-condition': {
      const proposal = (await cases.proposals(caseId)).find(
        ({ proposalId }) => proposalId === requested.data.proposalId,
      );
      return proposal
        ? ok({ type: requested.type, data: proposedChange(proposal) })
        : refuse(refusalOf('proposal-not-known'));
    }
    default:
      return ok(requested);
  }
}

function proposedChange({ conditionId, to, reason, proposedBy }: ConditionProposal) {
  return { conditionId, to, reason, proposedBy };
}

/** The context of a police command: the scheme it is about, and what else its guards ask for. */
export async function contextFor(
  preparing: Preparing,
  state: CaseState,
  command: CaseCommand,
): Promise<CommandContext> {
  const { work, cases, caseId } = preparing;
  const about = schemeAbout(state, command);
  const known = {
    ...plainContext(preparing),
    scheme: about && (await schemeOfVersion(work, cases, about.version)),
    schemeIsLive: about !== null && isLiveToday(work, about.id),
  };
  switch (command.type) {
    case 'offer-scheme':
      return { ...known, earlierTimesOnScheme: await cases.earlierTimes(caseId, command.data.scheme) };
    case 'refer-person': {
      const query = { scheme: about?.id ?? '', force: recordOf(state).force };
      const service = (await cases.services(query)).find(({ serviceId }) => serviceId === command.data.serviceId);
      return { ...known, service: service ?? null };
    }
    case 'book-place':
      return { ...known, place: await placeNamed(preparing, recordOf(state).force, command.data.timeId) };
    case 'close-case':
    case 'correct-outcome': {
      // The law of the day when it was given, and so the age of that day.
      const givenOn = recordOf(state).outcomeGiven?.givenOn ?? known.today;
      return { ...known, ageToday: await ageOf(preparing, givenOn) };
    }
    case 'give-outcome':
    case 'record-outcome':
      return { ...known, ageToday: await ageOf(preparing, known.today) };
    case 'vary-condition':
      return { ...known, rightsOfProposer: rightsOf(command.data.proposedBy.role) };
    case 'amend-fact':
      return { ...known, ...(await decideOnAmendment(await decidingOn(preparing, state), command.data)) };
    case 'decide-again':
      return { ...known, ...(await decideAnew(await decidingOn(preparing, state), command.data)) };
    default:
      return known;
  }
}

/** The published time with its service; null where either is not there, or has published nothing of itself. */
async function placeNamed({ work, cases }: Preparing, force: string, timeId: string): Promise<CommandContext['place']> {
  const time = await cases.publishedTime(timeId);
  if (time === null) return null;
  const { services } = await cases.servicesInReach({ force, from: work.clock().toISOString() });
  const service = services.find(({ serviceId, particulars }) => serviceId === time.serviceId && particulars !== null);
  return service ? { service, time } : null;
}

/** How old the person is, by the birthday on file; null where that is not known. */
async function ageOf({ cases, caseId }: Preparing, today: CalendarDay): Promise<number | null> {
  const bornOn = (await cases.file(caseId))?.person.bornOn ?? null;
  return bornOn === null ? null : ageOn(bornOn, today);
}

/** What decisions are taken again on: the record, and the person as far as facts follow from who they are. */
async function decidingOn({ work, cases, caseId }: Preparing, state: CaseState) {
  const file = await cases.file(caseId);
  return { work, cases, record: recordOf(state), person: { bornOn: file?.person.bornOn ?? null } };
}

/** The scheme and version a command is about: the one it names, else the one offered. */
function schemeAbout(state: CaseState, command: CaseCommand): { id: string; version: string } | null {
  if (command.type === 'offer-scheme' || command.type === 'override-decision') {
    const decision = decisionFor(recordOf(state), command.data.scheme);
    return decision ? { id: decision.scheme, version: decision.schemeVersion } : null;
  }
  const open = state.status === 'closed' ? state.before : state;
  return 'offer' in open ? { id: open.offer.scheme, version: open.offer.schemeVersion } : null;
}
