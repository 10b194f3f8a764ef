import { amendedRecord } from './amended-record.ts';
import type { CaseEvent, EventOf } from './case-event.ts';
import type { CaseRecord, CaseState, OpenCase } from './case-state.ts';
import { evolveClosing, isClosing } from './evolve-closing.ts';
import { evolveProviderSide, isProviderSideEvent } from './evolve-provider-side.ts';
import { impossibleHistory } from './impossible-history.ts';

/**
 * The case after an event; null before the first. Total on every history that `decideCase` can write, and throws on
 * any other: a history that can't have happened is a broken record and must not be carried on.
 */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'person-triaged') return triaged(state, event);
  if (state === null) throw impossibleHistory('nothing', event.type);
  if (event.type === 'fact-amended') return withRecord(state, (record) => amendedRecord(record, event.data));
  if (event.type === 'case-reopened') return state.status === 'closed' ? state.before : fail(state, event);
  if (state.status === 'closed') throw impossibleHistory('closed', event.type);
  if (isClosing(event)) return evolveClosing(state, event);
  return evolveOpen(state, event);
}

/** The case that a whole history leads to. Throws on an empty one. */
export function replay(events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | null>(evolve, null);
  if (state === null) throw new Error('A case has at least one event');
  return state;
}

function evolveOpen(state: OpenCase, event: CaseEvent): OpenCase {
  switch (event.type) {
    case 'decision-overridden':
      if (state.status !== 'triaged') return fail(state, event);
      return { ...state, record: { ...state.record, overrides: [...state.record.overrides, event.data] } };
    case 'scheme-offered':
      if (state.status !== 'triaged') return fail(state, event);
      return { status: 'offered', record: state.record, offer: { ...event.data, at: event.at } };
    case 'offer-declined':
      if (state.status !== 'offered') return fail(state, event);
      return { ...state, status: 'returned', declinedReason: event.data.reason };
    case 'offer-accepted':
      if (state.status !== 'offered') return fail(state, event);
      return {
        ...state,
        status: 'accepted',
        acceptance: { ...event.data, at: event.at },
        agreement: null,
        firstContactAt: null,
      };
    case 'agreement-signed':
      return signed(state, event);
    case 'person-referred':
      return referred(state, event);
    default:
      return onProviderSide(state, event);
  }
}

function onProviderSide(state: OpenCase, event: CaseEvent): OpenCase {
  if (!isProviderSideEvent(event) || (state.status !== 'referred' && state.status !== 'engaging')) {
    return fail(state, event);
  }
  const { record, offer, acceptance } = state;
  return { ...evolveProviderSide(state, event), record, offer, acceptance };
}

function triaged(state: CaseState | null, { at, data }: EventOf<'person-triaged'>): CaseState {
  if (state !== null) throw impossibleHistory(state.status, 'person-triaged');
  const { force, facts, offence, decisions, asOf } = data;
  const record = {
    force,
    facts,
    offence,
    decisions,
    triagedAt: at,
    triagedOn: asOf,
    overrides: [],
    changedVerdicts: [],
  };
  return { status: 'triaged', record };
}

function signed(state: OpenCase, event: EventOf<'agreement-signed'>): OpenCase {
  if (state.status !== 'accepted') return fail(state, event);
  const { conditions, signedOn, share } = event.data;
  const acceptance = share === null ? state.acceptance : { ...state.acceptance, share };
  return { ...state, acceptance, agreement: { conditions, signedOn } };
}

function referred(state: OpenCase, event: EventOf<'person-referred'>): OpenCase {
  if (state.status !== 'accepted' && state.status !== 'sent-back') return fail(state, event);
  const { record, offer, acceptance, agreement, firstContactAt } = state;
  const referral = { ...event.data, at: event.at };
  return { status: 'referred', record, offer, acceptance, agreement, firstContactAt, referral };
}

function withRecord(state: CaseState, change: (record: CaseRecord) => CaseRecord): CaseState {
  if (state.status === 'closed') return { ...state, before: { ...state.before, record: change(state.before.record) } };
  return { ...state, record: change(state.record) };
}

function fail(state: CaseState, event: CaseEvent): never {
  throw impossibleHistory(state.status, event.type);
}
