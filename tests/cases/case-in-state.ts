import { decideCase } from '../../src/cases/domain/decide-case.ts';
import type { CaseCommand, CommandContext } from '../../src/cases/domain/case-command.ts';
import type { CaseEvent, OutcomeBasis } from '../../src/cases/domain/case-event.ts';
import type { CaseRefusal } from '../../src/cases/domain/case-refusal.ts';
import type { CaseState, CaseStatus } from '../../src/cases/domain/case-state.ts';
import { evolve } from '../../src/cases/domain/evolve.ts';
import type { RecordedDecision, RecordedFacts, Verdict } from '../../src/triage/domain/recorded-decision.ts';
import type { LawBook } from '../../src/cases/domain/law-of-case.ts';
import { loadReferenceLists } from '../../src/reference/store/reference-lists.ts';
import { shippedLaw } from '../../src/schemes/store/shipped-law.test-support.ts';
import type { SchemeTerms } from '../../src/cases/domain/scheme-terms.ts';
import { rightsOf, type CaseActor, type Right } from '../../src/access/index.ts';
import { authorOf } from '../../src/cases/domain/author.ts';
import type { Result } from '../../src/shared/result.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { coordinator, divertService, officer, supervisor, worker } from './people.ts';

const reference = await loadReferenceLists();
export const law: LawBook = { vocabulary: reference.vocabulary, laws: shippedLaw };

export const today = calendarDayOf('2026-03-02');
const now = '2026-03-02T12:00:00.000Z';

/** A made-up scheme: an agreement with one condition of its own, three sessions, prosecution when it fails. */
export const aScheme: SchemeTerms = {
  id: 'example',
  name: 'Example',
  version: 'e'.repeat(64),
  kind: 'deferred-prosecution',
  forces: ['west-midlands'],
  standing: [{ from: calendarDayOf('2020-01-01'), is: 'live' }],
  eligibility: [
    { id: 'EX-1', rule: { fact: 'age', atLeast: 18 } },
    {
      id: 'EX-2',
      rule: {
        anyOf: [
          { fact: 'domestic-abuse', is: 'none' },
          { discretion: 'Is it safe?', by: 'sergeant' },
        ],
      },
    },
  ],
  pathway: {
    agreement: { mustInclude: ['no-reoffending'], conditionsAtMost: 2 },
    steps: [
      { id: 'first-meeting', kind: 'assessment' },
      { id: 'sessions', kind: 'session', count: 2 },
    ],
    repeats: { atMost: 2 },
    breachLadder: ['reminder', 'warning'],
  },
  outcome: { completed: { type: '22' }, notCompleted: { then: 'prosecute' } },
};

/** The same scheme, where a community resolution counts from when it is given. */
export const aGivingScheme: SchemeTerms = {
  ...aScheme,
  kind: 'deflection',
  outcome: { completed: { type: '8' }, notCompleted: { then: 'prosecute' } },
};

/** An adult found with cannabis, who admits it; nothing is known against an outcome. */
export const facts: RecordedFacts = {
  force: 'west-midlands',
  age: 25,
  'offence-group': 'possession',
  substances: ['cannabis'],
  admission: 'admits',
  'evidence-to-charge': true,
  'hate-crime': false,
  'similar-caution-within-two-years': false,
};

export function decision(verdict: Verdict, different: Partial<RecordedDecision> = {}): RecordedDecision {
  const { id: scheme, version: schemeVersion } = aScheme;
  const vocabularyVersion = 'f'.repeat(64);
  const none = { clauses: [], missing: [], discretions: [], law: [] };
  return { scheme, schemeVersion, vocabularyVersion, standing: 'live', verdict, asOf: today, ...none, ...different };
}

const sampleService = {
  serviceId: divertService,
  name: 'Course',
  organisationId: worker.organisationId,
  organisationName: 'Aspen Services',
  scheme: aScheme.id,
  force: 'west-midlands',
};

/** A published place of that service, a week ahead, with one of its twenty places taken. */
export const samplePlace: NonNullable<CommandContext['place']> = {
  service: {
    ...sampleService,
    particulars: {
      kind: 'course',
      mode: 'in-person',
      where: '1 Made-up Street',
      council: null,
      takesFrom: [],
      youngest: 18,
      oldest: null,
      languages: ['English'],
      isStepFree: true,
    },
  },
  time: {
    timeId: '00000000-0000-4000-8000-0000000000a1',
    serviceId: divertService,
    startsAt: '2026-03-09T10:00:00.000Z',
    endsAt: '2026-03-09T12:00:00.000Z',
    takes: 20,
    taken: 1,
    closedBecause: null,
  },
};

/** The same, with something different about its time or its service. */
export function placeWith(
  time: Partial<(typeof samplePlace)['time']>,
  service: Partial<(typeof samplePlace)['service']> = {},
): typeof samplePlace {
  return { service: { ...samplePlace.service, ...service }, time: { ...samplePlace.time, ...time } };
}

/** Nothing is special: everything a command could need is there. */
export const context: CommandContext = {
  caseId: '00000000-0000-4000-8000-00000000c001',
  actor: officer,
  now,
  today,
  scheme: aScheme,
  schemeIsLive: true,
  earlierTimesOnScheme: 0,
  service: sampleService,
  place: samplePlace,
  decidedAgain: [],
  following: [],
  referralIsOnHold: false,
  rightsOfProposer: new Set(),
  law,
  ageToday: null,
  pcscCautionsCommenced: false,
};

export const yes = { given: true, how: 'spoken' } as const;
export const no = { given: false, how: 'spoken' } as const;

export const basis: OutcomeBasis = {
  rationale: 'Small amount, first time, engaged well.',
  responsibilityAccepted: true,
  evidenceSufficient: true,
  agreesToDisposal: true,
  victim: { is: 'no-victim' },
  serious: false,
  history: false,
  youthJustice: null,
  authority: null,
  pcscCaution: null,
  departure: null,
};

const reason = 'A reason in words';
export const condition = { id: 'c1', kind: 'no-reoffending', words: 'Not offend again' };

/** The plainest form of each command. */
export const sampleCommands = {
  triage: {
    type: 'triage-person',
    data: {
      force: 'west-midlands',
      facts,
      declined: [],
      fromRecords: [],
      offence: { occurredOn: today, modeOfTrial: null },
      decisions: [decision('eligible')],
    },
  },
  override: { type: 'override-decision', data: { scheme: aScheme.id, to: 'ineligible', reason, authority: null } },
  offer: { type: 'offer-scheme', data: { scheme: aScheme.id, otherwise: 'prosecution' } },
  decline: { type: 'decline-offer', data: { reason } },
  accept: { type: 'accept-offer', data: { takePart: yes, share: yes, appropriateAdult: null } },
  sign: { type: 'sign-agreement', data: { conditions: [condition], signedOn: today, share: null } },
  refer: { type: 'refer-person', data: { referralId: 'r1', serviceId: divertService } },
  bookPlace: { type: 'book-place', data: { appointmentId: 'p1', timeId: samplePlace.time.timeId } },
  rejectReferral: { type: 'reject-referral', data: { reason: 'no-capacity', words: '' } },
  acceptReferral: { type: 'accept-referral', data: {} },
  contact: { type: 'record-contact-attempt', data: { reached: false } },
  book: {
    type: 'book-appointment',
    data: { appointmentId: 'a1', step: 'sessions', startsAt: now },
  },
  move: {
    type: 'move-appointment',
    data: { appointmentId: 'a1', supersededBy: 'a2', startsAt: '2026-03-09T10:00:00.000Z', whose: 'logistics' },
  },
  kept: { type: 'record-attendance', data: { appointmentId: 'a1', attendance: 'kept' } },
  late: { type: 'record-attendance', data: { appointmentId: 'a1', attendance: 'late', whose: 'person-acceptable' } },
  missed: {
    type: 'record-attendance',
    data: { appointmentId: 'a1', attendance: 'missed', whose: 'person-not-acceptable' },
  },
  correctAttendance: {
    type: 'correct-attendance',
    data: { appointmentId: 'a1', to: { is: 'missed', whose: 'person-not-acceptable' }, reason },
  },
  cancel: { type: 'cancel-appointment', data: { appointmentId: 'a1', whose: 'logistics', reason } },
  vary: {
    type: 'vary-condition',
    data: { conditionId: 'c1', to: 'Not offend until June', reason, proposedBy: authorOf(coordinator) },
  },
  breach: { type: 'record-breach', data: { step: 'reminder', reason } },
  complete: { type: 'complete-activity', data: { shortfallReason: 'One session was enough' } },
  end: { type: 'end-activity', data: { reason: 'did-not-engage', words: '' } },
  give: { type: 'give-outcome', data: { type: '8', basis } },
  correctOutcome: { type: 'correct-outcome', data: { to: null, reason } },
  closeCase: { type: 'close-case', data: { reason } },
  tellYouthJustice: { type: 'tell-youth-justice', data: { toldOn: today, team: 'Youth justice service, made up' } },
  outcome: { type: 'record-outcome', data: { type: '22', basis } },
  returnForProsecution: { type: 'return-for-prosecution', data: { outcomeType: null, reason } },
  noConsequence: { type: 'close-without-consequence', data: { reason } },
  withdraw: { type: 'withdraw-case', data: { reason: { is: 'died' } } },
  reopen: { type: 'reopen-case', data: { reason } },
  correctBirthday: { type: 'correct-birthday', data: { corrected: ['bornOn'], reason } },
  decideAgain: { type: 'decide-again', data: { answers: [{ fact: 'co-accused', new: false }], reason } },
  confirm: { type: 'confirm-verdict', data: { reason, authority: null } },
  amend: { type: 'amend-fact', data: { fact: 'age', new: 17, reason } },
} as const satisfies { readonly [name: string]: CaseCommand };

type Step = readonly [CaseCommand, CaseActor];

/** The shortest way to each status, and to an appointment that is booked. */
const ways = {
  triaged: [[sampleCommands.triage, officer]],
  get offered(): readonly Step[] {
    return [...ways.triaged, [sampleCommands.offer, officer]];
  },
  get returned(): readonly Step[] {
    return [...ways.offered, [sampleCommands.decline, officer]];
  },
  get accepted(): readonly Step[] {
    return [...ways.offered, [sampleCommands.accept, officer]];
  },
  get signed(): readonly Step[] {
    return [...ways.accepted, [sampleCommands.sign, officer]];
  },
  get referred(): readonly Step[] {
    return [...ways.signed, [sampleCommands.refer, coordinator]];
  },
  get 'sent-back'(): readonly Step[] {
    return [...ways.referred, [sampleCommands.rejectReferral, worker]];
  },
  get engaging(): readonly Step[] {
    return [...ways.referred, [sampleCommands.acceptReferral, worker]];
  },
  get booked(): readonly Step[] {
    return [...ways.engaging, [sampleCommands.book, worker]];
  },
  get completed(): readonly Step[] {
    return [...ways.booked, [sampleCommands.kept, worker], [sampleCommands.complete, worker]];
  },
  get 'not-completed'(): readonly Step[] {
    return [...ways.engaging, [sampleCommands.end, worker]];
  },
  get closed(): readonly Step[] {
    return [...ways.completed, [sampleCommands.outcome, coordinator]];
  },
} satisfies { readonly [status in CaseStatus | 'signed' | 'booked']: readonly Step[] };

/** A status, or a place on the way that has a name of its own; `nothing`: before there is a case. */
export type Place = keyof typeof ways | 'nothing';

export type When = {
  readonly by?: CaseActor;
  readonly in?: Partial<CommandContext>;
};

/** A case that has been through the steps to a place; `first` changes what it was triaged with. */
export function caseThrough(place: Place, first: Partial<(typeof sampleCommands.triage)['data']> | object = {}) {
  const events: CaseEvent[] = [];
  let state: CaseState | null = null;
  const take = (
    command: CaseCommand,
    { by = officer, in: around = {} }: When = {},
  ): Result<readonly CaseEvent[], CaseRefusal> => {
    const rightsOfProposer =
      command.type === 'vary-condition' ? rightsOf(command.data.proposedBy.role) : new Set<Right>();
    const decided = decideCase(state, command, { ...context, actor: by, rightsOfProposer, ...around });
    if (decided.ok) {
      events.push(...decided.value);
      state = decided.value.reduce<CaseState | null>(evolve, state);
    }
    return decided;
  };
  const steps: readonly Step[] = place === 'nothing' ? [] : ways[place];
  for (const [command, by] of steps) {
    const data = command.type === 'triage-person' ? { ...command.data, ...first } : command.data;
    const taken = take({ ...command, data } as CaseCommand, { by });
    if (!taken.ok) throw new Error(`${place} can't be reached: ${taken.refusal.code} (${taken.refusal.detail ?? ''})`);
  }
  return {
    /** Also does this first, which must be allowed. */
    and(command: CaseCommand, when: When = {}) {
      const taken = take(command, when);
      if (!taken.ok) throw new Error(`${command.type} was refused: ${taken.refusal.code}`);
      return this;
    },
    /** What the machine answers. */
    when: (command: CaseCommand, when: When = {}) => take(command, when),
    state: () => state as CaseState,
    events: () => events as readonly CaseEvent[],
  };
}

/** The event types that came of a command, or the code of its refusal. */
export function answer(decided: Result<readonly CaseEvent[], CaseRefusal>): string {
  return decided.ok ? decided.value.map(({ type }) => type).join(', ') : decided.refusal.code;
}

export { coordinator, officer, supervisor, worker };
