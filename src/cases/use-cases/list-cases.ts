import type { CaseActor } from '../../access/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Instant } from '../domain/author.ts';
import { COUNTED_UP_TO, type CappedCount } from '../domain/capped-count.ts';
import { caseListsFor, type CaseListDefinition } from '../domain/case-lists.ts';
import { refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import type { CaseStatus } from '../domain/case-state.ts';
import { engagementProgressOf } from '../domain/case-progress.ts';
import { replayProviderSide, clockFrom, type FirstContactClock } from '../domain/engagement/index.ts';
import type { OutcomeInBrief } from '../domain/outcome/index.ts';
import { sideOf } from '../domain/side-of.ts';
import type { CaseRow, CaseTransaction, ReferralFile } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';

/** One line of a list, the same for everybody. */
export interface CaseListItem {
  readonly caseId: string;
  readonly reference: string;
  /** Null where a rejected referral has left nothing of the person. */
  readonly personName: string | null;
  readonly isDemonstration: boolean;
  readonly status: CaseStatus;
  readonly scheme: string | null;
  readonly providerName: string | null;
  /** The clock to first contact; null before the offer is accepted. */
  readonly clock: FirstContactClock | null;
  readonly nextAppointmentAt: Instant | null;
  /** Amended facts would change a verdict. */
  readonly verdictChanged: boolean;
  readonly updatedAt: Instant;
  /** The outcome that was given or that closed the case; null where none is, and always of a referral. */
  readonly outcome: OutcomeInBrief | null;
}

export interface CaseListView extends CappedCount {
  readonly list: CaseListDefinition;
  /** Every list that they work from, with how many cases each holds. */
  readonly lists: readonly (CaseListDefinition & CappedCount)[];
  readonly items: readonly CaseListItem[];
  readonly page: number;
  readonly pages: number;
}

export interface ListCases {
  /** The name of one of their lists; the first where it names none of them. */
  readonly list?: string;
  /** 1 for the first. */
  readonly page?: number;
  /** The beginnings of words of a name or a reference, in any order. */
  readonly search?: string;
}

const PAGE_SIZE = 25;

/** The cases somebody works on, in the lists that they have the rights for (domain/case-lists.ts). */
export async function listCases(
  work: CaseWork,
  actor: CaseActor,
  asked: ListCases = {},
): Promise<Result<CaseListView, CaseRefusal>> {
  const definitions = caseListsFor(actor);
  const list = definitions.find(({ name }) => name === asked.list) ?? definitions[0];
  if (list === undefined) return refuse(refusalOf('not-your-role', 'see-cases'));
  const page = Math.max(1, Math.trunc(asked.page ?? 1));
  const now = work.clock().toISOString();
  return work.store.as(actor, async (cases) => {
    const read = sideOf(actor) === 'provider' ? readReferrals : readCases;
    const search = asked.search?.trim() || null;
    const skip = (page - 1) * PAGE_SIZE;
    const limit = skip < COUNTED_UP_TO ? PAGE_SIZE : 0;
    const { total, isMore, items } = await read(cases, list, { search, now, limit, skip });
    const lists = [];
    for (const each of definitions) {
      const counted = await read(cases, each, { search: null, now, limit: 0, skip: 0 });
      lists.push({ ...each, total: counted.total, isMore: counted.isMore });
    }
    return ok({ list, lists, total, isMore, items, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) });
  });
}

interface Reading {
  readonly search: string | null;
  readonly now: Instant;
  readonly limit: number;
  readonly skip: number;
}

async function readCases(cases: CaseTransaction, list: CaseListDefinition, { now, ...reading }: Reading) {
  const { statuses, own = false, awaitingContact = false, awaitingApproval = false } = list;
  const { rows, ...counted } = await cases.listCases({ statuses, own, awaitingContact, awaitingApproval, ...reading });
  const outcomes = await cases.outcomesOf(rows.map(({ caseId }) => caseId));
  const items = rows.map((row) => itemOfCase(row, { now, logged: outcomes.get(row.caseId) ?? null }));
  return { ...counted, items };
}

async function readReferrals(cases: CaseTransaction, list: CaseListDefinition, { now, ...reading }: Reading) {
  const dueBy = list.appointmentDue ? londonDayOf(new Date(now)) : null;
  const { rows, ...counted } = await cases.referrals({ statuses: list.statuses, dueBy, ...reading });
  return { ...counted, items: rows.map((row) => itemOfReferral(row, now)) };
}

function itemOfCase(
  { progress, ...row }: CaseRow,
  { now, logged }: { readonly now: Instant; readonly logged: OutcomeInBrief | null },
): CaseListItem {
  const { caseId, reference, personName, isDemonstration, updatedAt } = row;
  const { status, scheme, providerName, nextAppointmentAt, verdictChanged, offerAcceptedAt, firstContactAt } = progress;
  const endedAt = status === 'closed' ? updatedAt : null;
  const ends = { stoppedAt: firstContactAt, endedAt };
  const clock = offerAcceptedAt === null ? null : clockFrom({ startedAt: offerAcceptedAt, ...ends }, now);
  const known = { caseId, reference, personName, isDemonstration, updatedAt };
  // A charge is no outcome of the log's own: it stands with the return for prosecution.
  const charged = progress.outcomeType === null ? null : { type: progress.outcomeType, legalBasis: '' };
  const outcome = charged ?? logged;
  return { ...known, status, scheme, providerName, clock, nextAppointmentAt, verdictChanged, outcome };
}

function itemOfReferral(referral: ReferralFile, now: Instant): CaseListItem {
  const events = referral.history.map(({ event }) => event);
  const { firstContactAt, nextAppointmentAt } = engagementProgressOf(replayProviderSide(referral.opening, events));
  const startedAt = referral.offerAcceptedAt;
  const updatedAt = events.at(-1)?.at ?? referral.opening.referral.at;
  return {
    caseId: referral.caseId,
    reference: referral.reference,
    personName: referral.handOver?.name ?? null,
    isDemonstration: referral.isDemonstration,
    status: referral.status,
    scheme: referral.handOver?.scheme ?? null,
    providerName: referral.opening.referral.providerName,
    clock: clockFrom(
      { startedAt, stoppedAt: firstContactAt, endedAt: referral.status === 'closed' ? updatedAt : null },
      now,
    ),
    nextAppointmentAt: referral.status === 'engaging' ? nextAppointmentAt : null,
    verdictChanged: false,
    updatedAt,
    outcome: null,
  };
}
