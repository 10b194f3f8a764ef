import { compileCatalogue } from '../../src/triage/index.ts';
import { type CaseSite, type CaseState, type PoliceCaseView, type ProviderCaseView } from '../../src/cases/index.ts';
import { caseProgressOf } from '../../src/cases/domain/case-progress.ts';
import type { CaseTransaction, ConditionProposal } from '../../src/cases/store/case-store.ts';
import { caseByReference } from '../../src/cases/use-cases/case-by-reference.ts';
import type { CaseActor } from '../../src/access/index.ts';
import { loadVocabulary } from '../../src/reference/store/reference-lists.ts';
import { loadReferenceWords } from '../../src/reference/store/reference-words.ts';
import type { Scheme } from '../../src/schemes/index.ts';
import { shippedCatalogue } from '../../src/schemes/store/shipped-catalogue.test-support.ts';
import type { FormInput } from '../../src/cases/pages/act/case-form.ts';
import {
  context,
  coordinator,
  law,
  caseThrough,
  type Place,
  samplePlace,
  today,
  worker,
} from '../cases/case-in-state.ts';
import { aPerson, divertService, otherDivertService, officer } from '../cases/people.ts';

const catalogue = compileCatalogue(await loadVocabulary(), shippedCatalogue, law.laws);
const words = await loadReferenceWords(catalogue.schemes);

const found = catalogue.schemes.find(({ id }) => id === 'durham-checkpoint');
if (found === undefined) throw new Error('The catalogue has lost durham-checkpoint');

/** Checkpoint, with the parts that forms turn on as a form's table needs them. */
export const checkpoint: Scheme = {
  ...found,
  pathway: {
    ...found.pathway,
    agreement: { length: 'P4M', mustInclude: ['no-reoffending'], conditionsAtMost: 3 },
    steps: [
      { id: 'needs-assessment', kind: 'assessment' },
      { id: 'navigator-sessions', kind: 'session', count: 2 },
    ],
    breachLadder: ['reminder', 'warning'],
  },
  outcome: { ...found.outcome, completed: { type: '22' }, notCompleted: { then: 'prosecute' } },
};

/** Checkpoint with another pathway. */
export function withPathway(different: Partial<Scheme['pathway']>): Scheme {
  return { ...checkpoint, pathway: { ...checkpoint.pathway, ...different } };
}

/** Checkpoint, where completing it leads to another outcome type, or to none. */
export function leadingTo(type: string | null): Scheme {
  return { ...checkpoint, outcome: { ...checkpoint.outcome, completed: { type } } };
}

/** The one case of the force that a search finds, beside this one. */
export const otherCase = { caseId: '00000000-0000-4000-8000-00000000c002', reference: '3F2A-91BC' };
const thisCase = { caseId: context.caseId, reference: 'AAAA-0001' };

const listed = [otherCase, thisCase].map((either) => ({
  ...either,
  progress: caseProgressOf(caseThrough('triaged').state()),
  force: 'west-midlands',
  personName: 'Rowan Made-up',
  isDemonstration: false,
  openedBy: officer.accountId,
  openedAt: context.now,
  updatedAt: context.now,
}));

/** The only thing that a form looks up: the cases of the force. */
const cases: Partial<CaseTransaction> = {
  listCases: async ({ search }) => {
    const rows = listed.filter(({ reference }) => search === null || reference.includes(search));
    return { total: rows.length, isMore: false, rows };
  },
};

/** As the page of a case gives it to the form that it reads. */
export const lookUp = caseByReference(cases as CaseTransaction, coordinator);

const notAsked = (): never => {
  throw new Error('No form asks for a triage, or for a transaction of its own');
};

export const site: CaseSite = {
  triage: {
    store: { as: notAsked },
    catalogue,
    clock: () => new Date(context.now),
    newId: notAsked,
    openCase: notAsked,
    earlierDiversions: notAsked,
  },
  work: {
    store: { as: notAsked, within: notAsked },
    catalogue,
    clock: () => new Date(context.now),
    newId: () => '00000000-0000-4000-8000-00000000d001',
    settings: { pcscCautionsCommenced: false },
  },
  words,
  actorOf: () => officer,
};

export const laterTime = '00000000-0000-4000-8000-0000000000a2';

const proposal: ConditionProposal = {
  proposalId: 'p1',
  caseId: context.caseId,
  conditionId: 'c1',
  to: 'Not offend until June',
  reason: 'Works away',
  proposedBy: coordinator,
  proposedAt: context.now,
};

const services = [
  { serviceId: divertService, organisationName: 'Aspen Services' },
  { serviceId: otherDivertService, organisationName: 'Birch Services' },
].map((service) => ({
  ...service,
  name: 'Course',
  organisationId: worker.organisationId,
  scheme: checkpoint.id,
  force: 'west-midlands',
}));

/** Two places of the first service, which is published for Checkpoint. */
export const reachWithPlaces: PoliceCaseView['reach'] = {
  services: [{ ...samplePlace.service, scheme: checkpoint.id }],
  times: [samplePlace.time, { ...samplePlace.time, timeId: laterTime, startsAt: '2026-03-16T10:00:00.000Z' }],
  at: context.now,
};

/** A case at a place on its way, as the police see it. */
export function policeView(
  place: Place | CaseState,
  { first = {}, ...different }: Partial<PoliceCaseView> & { readonly first?: object } = {},
): PoliceCaseView {
  const state = typeof place === 'string' ? caseThrough(place, first).state() : place;
  return {
    for: 'police',
    file: { ...thisCase, force: 'west-midlands', person: aPerson(), isDemonstration: false },
    state,
    log: [],
    sequence: 4,
    clock: null,
    timeLimit: { applies: 'no', lastDay: null, passed: false },
    scheme: checkpoint,
    law: catalogue,
    today,
    services,
    reach: { services: [], times: [], at: context.now },
    proposals: [proposal],
    placesFreed: new Set(),
    refused: new Map(),
    ...different,
  };
}

/** The same as its provider sees it. */
export function providerView(
  place: 'referred' | 'engaging' | 'booked' | CaseState,
  different: Partial<ProviderCaseView> = {},
): ProviderCaseView {
  const state = typeof place === 'string' ? caseThrough(place).state() : place;
  if (!('referral' in state)) throw new Error(`A ${state.status} case has no provider`);
  const { record: _, offer, acceptance: __, ...side } = state;
  if (side.status === 'sent-back') throw new Error('A provider that sent a case back has nothing to do with it');
  const opening = caseThrough('referred').state();
  if (opening.status !== 'referred') throw new Error('A referred case is not referred');
  const person = aPerson();
  return {
    for: 'provider',
    referral: {
      ...thisCase,
      referralId: 'r1',
      force: 'west-midlands',
      organisationId: worker.organisationId,
      schemeVersion: offer.schemeVersion,
      offerAcceptedAt: context.now,
      status: state.status,
      sequence: 7,
      handOver: {
        name: person.name,
        contact: person.contact,
        language: person.language,
        interpreterNeeded: false,
        needs: null,
        riskToStaff: null,
        scheme: offer.scheme,
        conditions: [],
      },
      opening: sideOf(opening),
      history: [],
      isOnHold: false,
      isDemonstration: false,
    },
    side,
    placesFreed: new Set(),
    sequence: 7,
    clock: { startedAt: context.now, stoppedAt: null, hours: 0 },
    scheme: checkpoint,
    records: [],
    refused: new Map(),
    ...different,
  };
}

function sideOf<State extends { record: unknown; offer: unknown; acceptance: unknown }>(state: State) {
  const { record: _, offer: __, acceptance: ___, ...side } = state;
  return side;
}

/** A form of a case, before anything is typed. */
export function input(
  view: FormInput['view'],
  { target = null, actor }: { readonly target?: string | null; readonly actor?: CaseActor } = {},
): FormInput {
  return {
    site,
    actor: actor ?? (view.for === 'police' ? officer : worker),
    view,
    target,
    today,
    body: {},
    errors: [],
  };
}
