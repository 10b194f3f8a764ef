import {
  amendedRecord,
  confirmedRecord,
  correctedRecord,
  decidedAgainRecord,
  decidedBeyondOfferRecord,
  verdictsOf,
} from './facts/index.ts';
import type { CaseEvent, EventOf, EventType } from './case-event.ts';
import type { CaseIn, CaseRecord, CaseState, CaseStatus, ClosedCase, Closing } from './case-state.ts';
import { evolveProviderSide, type ProviderSideEventType } from './engagement/index.ts';
import { impossibleHistory } from './impossible-history.ts';

type Evolve<E extends EventType> = (state: CaseState | null, event: EventOf<E>) => CaseState;

/** What each event makes of a case. An event without its line here does not compile. */
export const evolvers: { readonly [E in EventType]: Evolve<E> } = {
  'person-triaged': triaged,
  'decision-overridden': from(['triaged'], (state, { data }) => ({
    ...state,
    record: { ...state.record, overrides: [...state.record.overrides, data] },
  })),
  'scheme-offered': from(['triaged'], ({ record }, { at, data }) => ({
    status: 'offered',
    record,
    offer: { ...data, at },
  })),
  'offer-declined': from(['offered'], (state, { data }) => ({
    ...state,
    status: 'returned',
    declinedReason: data.reason,
  })),
  'offer-accepted': from(['offered'], (state, { at, data }) => ({
    ...state,
    status: 'accepted',
    acceptance: { ...data, at },
    agreement: null,
    firstContactAt: null,
  })),
  'agreement-signed': from(['accepted'], (state, { data: { conditions, signedOn, share } }) => ({
    ...state,
    acceptance: share === null ? state.acceptance : { ...state.acceptance, share },
    agreement: { conditions, signedOn },
  })),
  'person-referred': from(['accepted', 'sent-back'], (state, { at, data }) => {
    const { record, offer, acceptance, agreement, firstContactAt } = state;
    const referral = { ...data, at };
    return { status: 'referred', record, offer, acceptance, agreement, firstContactAt, referral, booked: null };
  }),
  'place-booked': onProviderSide,
  'referral-rejected': onProviderSide,
  'referral-accepted': onProviderSide,
  'contact-attempted': onProviderSide,
  'appointment-booked': onProviderSide,
  'appointment-moved': onProviderSide,
  'appointment-kept': onProviderSide,
  'appointment-late': onProviderSide,
  'appointment-missed': onProviderSide,
  'attendance-corrected': onProviderSide,
  'appointment-cancelled': onProviderSide,
  'condition-varied': onProviderSide,
  'breach-recorded': onProviderSide,
  'activity-completed': onProviderSide,
  'activity-not-completed': onProviderSide,
  'outcome-given': from(['accepted', 'referred', 'sent-back', 'engaging'], (state, { data }) => ({
    ...state,
    record: { ...state.record, outcomeGiven: data },
  })),
  'outcome-corrected': (state, { type, data: { to } }) => {
    const given = state === null || state.status === 'closed' ? null : state.record.outcomeGiven;
    if (state === null || given === null) throw impossibleHistory(state, type);
    const outcomeGiven = to && { ...to, givenOn: given.givenOn };
    return withRecord(state, (record) => ({ ...record, outcomeGiven }));
  },
  'youth-justice-told': (state, { type, data }) => {
    if (state === null) throw impossibleHistory(state, type);
    return withRecord(state, (record) => ({ ...record, youthJusticeTold: data }));
  },
  'closed-with-outcome': (state, { type, at, data }) => closed(state, { how: type, at, ...data }),
  'outcome-recorded': (state, { type, at, data }) => closed(state, { how: type, at, ...data }),
  'returned-for-prosecution': (state, { type, at, data }) => closed(state, { how: type, at, ...data }),
  'no-further-consequence': (state, { type, at, data }) => closed(state, { how: type, at, ...data }),
  'case-withdrawn': (state, { type, at, data }) => closed(state, { how: type, at, ...data }),
  'case-reopened': from(['closed'], ({ before }) => before),
  'fact-amended': (state, { data }) => {
    if (state === null) throw impossibleHistory(state, 'fact-amended');
    return withRecord(state, (record) => amendedRecord(record, data));
  },
  'birthday-corrected': (state, { data }) => {
    if (state === null) throw impossibleHistory(state, 'birthday-corrected');
    return withRecord(state, (record) => correctedRecord(record, data));
  },
  'decided-again': (state, { at, data }) => {
    if (state === null || state.status === 'closed') throw impossibleHistory(state, 'decided-again');
    const decideAgain = state.status === 'triaged' ? decidedAgainRecord : decidedBeyondOfferRecord;
    return withRecord(state, (record) => decideAgain(record, data, at));
  },
  'verdict-confirmed': (state, { data }) => {
    if (state === null || state.status === 'closed') throw impossibleHistory(state, 'verdict-confirmed');
    return withRecord(state, (record) => confirmedRecord(record, data.scheme));
  },
};

/**
 * The case after an event; null before the first. Total on every history that `decideCase` can write, and throws on
 * any other: a history that can't have happened is a broken record and must not be carried on.
 */
export function evolve<E extends EventType>(state: CaseState | null, event: EventOf<E>): CaseState {
  return evolvers[event.type](state, event);
}

/** The case that a whole history leads to. Throws on an empty one. */
export function replay(events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | null>((before, event) => evolve(before, event), null);
  if (state === null) throw new Error('A case has at least one event');
  return state;
}

function from<E extends EventType, S extends CaseStatus>(
  statuses: readonly S[],
  evolveFrom: (state: CaseIn<S>, event: EventOf<E>) => CaseState,
): Evolve<E> {
  return (state, event) => {
    if (!isIn(state, statuses)) throw impossibleHistory(state, event.type);
    return evolveFrom(state, event);
  };
}

function isIn<S extends CaseStatus>(state: CaseState | null, statuses: readonly S[]): state is CaseIn<S> {
  return state !== null && statuses.some((status) => status === state.status);
}

/** What the police hold stays as it was; the rest is the provider's side. */
function onProviderSide<E extends ProviderSideEventType>(state: CaseState | null, event: EventOf<E>): CaseState {
  const hasSide = state !== null && state.status !== 'closed' && 'referral' in state && state.status !== 'sent-back';
  if (!hasSide) throw impossibleHistory(state, event.type);
  const { record, offer, acceptance } = state;
  return { ...evolveProviderSide(state, event), record, offer, acceptance };
}

function triaged(state: CaseState | null, { at, data }: EventOf<'person-triaged'>): CaseState {
  if (state !== null) throw impossibleHistory(state, 'person-triaged');
  const { force, facts, declined, fromRecords, offence, decisions, asOf } = data;
  const record = {
    force,
    facts,
    declined,
    fromRecords,
    offence,
    decisions,
    triagedAt: at,
    triagedOn: asOf,
    restsOn: verdictsOf(decisions),
    overrides: [],
    outcomeGiven: null,
    youthJusticeTold: null,
    changedVerdicts: [],
  };
  return { status: 'triaged', record };
}

/** The case closed, keeping the case it was. */
function closed(state: CaseState | null, closing: Closing): ClosedCase {
  if (state === null || state.status === 'closed') throw impossibleHistory(state, closing.how);
  return { status: 'closed', closing, before: state };
}

function withRecord(state: CaseState, change: (record: CaseRecord) => CaseRecord): CaseState {
  if (state.status === 'closed') return { ...state, before: { ...state.before, record: change(state.before.record) } };
  return { ...state, record: change(state.record) };
}
