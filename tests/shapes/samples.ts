import type { CaseEvent, EventData, EventType } from '../../src/cases/domain/case-event.ts';
import type { z } from 'zod';
import type { resultsSchema } from '../../src/evaluation/report/results-schema.ts';
import type { LawDocument, SchemeDocument, VocabularyDocument } from '../../src/schemes/index.ts';
import type { HandOver } from '../../src/cases/domain/engagement/hand-over.ts';
import type { Person } from '../../src/triage/domain/person.ts';
import type { StoredDraft } from '../../src/triage/store/shapes/triage-draft-kind.ts';
import type { DeepReadonly } from '../../src/shared/deep-readonly.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { basis, condition, decision, no, today, yes } from '../cases/case-in-state.ts';
import { aPerson, coordinator, divertService, worker } from '../cases/people.ts';

/** Everything that is stored as JSON, made up: each kind's values by the name of their file. */
type Samples<Value> = { readonly [name: string]: Value };

const { accountId, name, role, organisationId } = coordinator;
const by = { accountId, name, role, organisationId };
const at = '2026-03-02T12:00:00.123Z';
const reason = 'A reason in words';
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What each event may hold: at least one of each type, and one for each of its forms. */
const data: { readonly [T in EventType]: Samples<EventData[T]> } = {
  'person-triaged': {
    'with-every-form-of-fact': {
      force: 'west-midlands',
      facts: {
        age: { from: 18, to: 24 },
        'prior-diversions': { from: 1 },
        'gravity-score': { oneOf: [2, 3] },
        sex: 'female',
        'offence-group': { oneOf: ['possession', 'shoplifting'] },
        'evidence-to-charge': true,
        'hate-crime': { oneOf: [true, false] },
        substances: ['cannabis', 'khat'],
        grams: { cannabis: 3.5, cocaine: { to: 1 }, heroin: { oneOf: [1, 2] } },
      },
      declined: ['sex'],
      fromRecords: ['diversions-by-scheme'],
      offence: { occurredOn: today, modeOfTrial: 'either-way' },
      asOf: today,
      decisions: [
        decision('eligible'),
        decision('needs-discretion', {
          scheme: 'other',
          standing: 'not-started',
          clauses: [
            {
              id: 'EX-2',
              result: 'for-discretion',
              says: 'It is safe',
              source: ['S-EX', 'S-EX2'],
              standing: 'conflicting',
              reads: ['domestic-abuse'],
            },
            {
              id: 'LAW-1',
              result: 'not-known',
              says: 'There is enough evidence',
              source: ['S-EX'],
              standing: 'assumed',
              reads: ['evidence-to-charge'],
              law: 'example',
              settledBy: 'outcome',
              note: 'Made up',
            },
          ],
          law: [{ id: 'example', version: 'a'.repeat(64) }],
          discretions: [{ clause: 'EX-2', question: 'Is it safe?', by: 'sergeant' }],
        }),
        decision('needs-information', { missing: ['age'] }),
      ],
    },
    'with-nothing-certain': {
      force: 'durham',
      facts: { substances: { oneOf: [['cannabis'], []] } },
      declined: [],
      fromRecords: [],
      offence: { occurredOn: null, modeOfTrial: null },
      asOf: today,
      decisions: [],
    },
  },
  'decision-overridden': {
    'by-an-authority': {
      scheme: 'example',
      from: 'ineligible',
      to: 'eligible',
      reason,
      authority: 'Inspector Made-up',
    },
    'by-nobody-else': { scheme: 'example', from: 'needs-discretion', to: 'ineligible', reason, authority: null },
  },
  'fact-amended': {
    'to-known': {
      fact: 'age',
      old: null,
      new: 17,
      reason,
      follows: [],
      changed: [{ scheme: 'example', from: 'eligible', to: 'ineligible' }],
    },
    'to-not-known': { fact: 'substances', old: ['cannabis'], new: null, reason, follows: [], changed: [] },
    'of-the-offence': {
      fact: 'offence-occurred-on',
      old: '2026-03-01',
      new: '2026-02-28',
      reason,
      follows: [
        { fact: 'age', old: 18, new: 17 },
        { fact: 'offence-age-days', old: 1, new: 2 },
      ],
      changed: [],
    },
  },
  'birthday-corrected': {
    'a-birthday': {
      corrected: ['bornOn'],
      reason,
      follows: [
        { fact: 'age', old: null, new: 17 },
        { fact: 'age-today', old: null, new: 18 },
      ],
      changed: [{ scheme: 'example', from: 'eligible', to: 'ineligible' }],
    },
  },
  'decided-again': {
    'on-an-answer': {
      answers: [{ fact: 'hate-crime', old: null, new: false }],
      reason,
      facts: { age: 25, 'hate-crime': false, substances: ['cannabis'] },
      asOf: today,
      decisions: [decision('eligible')],
    },
  },
  'verdict-confirmed': {
    confirmed: { scheme: 'example', verdict: 'ineligible', reason, authority: null },
    'by-an-authority': { scheme: 'example', verdict: 'needs-discretion', reason, authority: 'Inspector Made-up' },
  },
  'scheme-offered': {
    first: { scheme: 'example', schemeVersion: 'e'.repeat(64), overridden: false, time: 1, otherwise: 'prosecution' },
  },
  'offer-declined': { declined: { reason } },
  'offer-accepted': {
    'by-an-adult': { takePart: yes, share: no, appropriateAdult: null },
    'of-what-has-no-activity': { takePart: yes, share: null, appropriateAdult: null },
    'with-an-appropriate-adult': {
      takePart: { given: true, how: 'in-writing' },
      share: { given: true, how: 'on-screen' },
      appropriateAdult: { name: 'Ash Made-up', relationship: 'parent-or-guardian' },
    },
  },
  'agreement-signed': {
    'with-consent': {
      conditions: [condition],
      signedOn: today,
      share: { given: true, how: 'spoken-and-recorded' },
    },
    'without-conditions': { conditions: [], signedOn: today, share: null },
  },
  'person-referred': {
    referred: {
      referralId: id(71),
      providerOrganisationId: worker.organisationId,
      providerName: 'Aspen Services (made up)',
      serviceId: divertService,
      serviceName: 'Course',
    },
  },
  'place-booked': {
    'in-person': {
      appointmentId: id(72),
      timeId: id(73),
      step: 'sessions',
      startsAt: '2026-03-03T10:00:00.000Z',
      endsAt: '2026-03-03T12:00:00.000Z',
      mode: 'in-person',
      where: '1 Made-up Street',
    },
  },
  'referral-rejected': {
    'for-capacity': { reason: 'no-capacity' },
    'without-saying-why': { reason: 'service-cannot-take' },
  },
  'referral-accepted': { accepted: {} },
  'contact-attempted': { reached: { reached: true }, 'not-reached': { reached: false } },
  'appointment-booked': { booked: { appointmentId: id(81), step: 'sessions', startsAt: '2026-03-03T10:00:00.000Z' } },
  'appointment-moved': {
    moved: { appointmentId: id(81), supersededBy: id(82), startsAt: '2026-03-09T10:00:00.000Z', whose: 'logistics' },
  },
  'appointment-kept': { kept: { appointmentId: id(82) } },
  'appointment-late': { late: { appointmentId: id(82), whose: 'person-acceptable' } },
  'appointment-missed': { missed: { appointmentId: id(82), whose: 'person-not-acceptable' } },
  'attendance-corrected': {
    'to-missed': {
      appointmentId: id(83),
      from: { is: 'kept' },
      to: { is: 'missed', whose: 'person-acceptable' },
    },
    'to-late': {
      appointmentId: id(82),
      from: { is: 'missed', whose: 'person-not-acceptable' },
      to: { is: 'late', whose: 'logistics' },
    },
  },
  'appointment-cancelled': { cancelled: { appointmentId: id(84), whose: 'person-acceptable' } },
  'condition-varied': {
    varied: { conditionId: 'c1', from: condition.words, to: 'Not offend until June', reason, proposedBy: by },
  },
  'breach-recorded': { reminded: { step: 'reminder', reason } },
  'activity-completed': {
    short: { dose: [{ step: 'sessions', planned: 2, delivered: 1 }] },
    whole: { dose: [{ step: 'sessions', planned: 2, delivered: 2 }] },
  },
  'activity-not-completed': {
    ended: { endedBy: 'provider', reason: 'did-not-engage' },
    'could-not-continue': { endedBy: 'provider', reason: 'not-able-to-continue' },
    'ended-by-police': { endedBy: 'police', reason: 'other', words: 'Said so at the front desk' },
  },
  'outcome-given': {
    'a-resolution': { type: '8', legalBasis: 'Community resolution', basis, givenOn: today },
    'without-a-type': { type: null, legalBasis: 'Recorded police warning', basis, givenOn: today },
  },
  'outcome-corrected': {
    'to-another': { was: '8', to: { type: '3', legalBasis: 'Conditional caution', basis }, reason },
    'taken-back': { was: null, to: null, reason },
  },
  'closed-with-outcome': {
    completed: { outcomeType: '8', activity: 'completed', reason: null },
    'not-completed': { outcomeType: '3', activity: 'not-completed', reason },
    'not-begun': { outcomeType: null, activity: 'not-begun', reason: null },
  },
  'youth-justice-told': { told: { toldOn: today, team: 'Youth justice service, made up' } },
  'outcome-recorded': {
    'with-everything': {
      type: '3',
      legalBasis: 'Section 22 of the Criminal Justice Act 2003',
      basis: {
        ...basis,
        victim: { is: 'consulted', view: 'Content with this' },
        serious: true,
        authority: { by: 'inspector', name: 'Inspector Made-up' },
        pcscCaution: 'community-caution',
        departure: 'The scheme has another',
      },
    },
    'without-a-type': { type: null, legalBasis: 'none', basis: { ...basis, victim: { is: 'not-consulted' } } },
    'without-a-victim': { type: '22', legalBasis: 'Outcome 22', basis },
  },
  'returned-for-prosecution': {
    charged: {
      consequence: 'prosecution',
      outcomeType: '1',
      timeLimit: { applies: 'yes', lastDay: calendarDayOf('2026-09-01'), passed: false },
      reason,
    },
    undecided: {
      consequence: 'caution',
      outcomeType: null,
      timeLimit: { applies: 'not-known', lastDay: null, passed: false },
      reason,
    },
  },
  'no-further-consequence': { ended: { reason } },
  'case-withdrawn': {
    mistake: { reason: { is: 'opened-by-mistake' } },
    duplicate: { reason: { is: 'duplicate', ofCase: id(91) } },
    died: { reason: { is: 'died' } },
    moved: { reason: { is: 'moved-away' } },
    ineligible: { reason: { is: 'ineligible-on-new-facts' } },
  },
  'case-reopened': { reopened: { reason } },
};

export const caseEvents: Samples<CaseEvent> = Object.fromEntries(
  Object.entries(data).flatMap(([type, each]) =>
    Object.entries<unknown>(each).map(([form, value]) => [
      `${type}-${form}`,
      { type, at, by, data: value } as CaseEvent,
    ]),
  ),
);

export const people: Samples<Person> = {
  'little-known': aPerson({
    language: null,
    bornOn: null,
    contact: { telephone: null, email: null, address: null, safe: 'not-safe', howSafely: null },
  }),
  'preferring-not-to-say': aPerson({
    language: null,
    ethnicity: { selfDefined: 'NS', officerDefined: null },
    monitoring: { sex: 'prefer-not-to-say', disability: 'prefer-not-to-say', language: 'prefer-not-to-say' },
  }),
  'well-known': aPerson({
    contact: {
      telephone: '07700 900123',
      email: 'rowan@people.example',
      address: '1 Made-up Street',
      safe: 'only-as-described',
      howSafely: 'After six',
    },
    language: 'Welsh',
    interpreterNeeded: true,
    needs: 'A room without stairs',
    riskToStaff: 'None known',
    ethnicity: { selfDefined: 'W1', officerDefined: '1' },
    monitoring: { sex: null, disability: 'yes', language: 'said' },
    policeReference: '20/12345/26',
  }),
};

const crossed = aPerson();
export const handOvers: Samples<HandOver> = {
  'without-a-language': {
    name: crossed.name,
    contact: crossed.contact,
    language: null,
    interpreterNeeded: false,
    needs: null,
    riskToStaff: null,
    scheme: 'example',
    conditions: [],
  },
  'with-conditions': {
    name: crossed.name,
    contact: crossed.contact,
    language: crossed.language,
    interpreterNeeded: crossed.interpreterNeeded,
    needs: 'A room without stairs',
    riskToStaff: null,
    scheme: 'example',
    conditions: [condition],
  },
};

export const drafts: Samples<StoredDraft> = {
  begun: {
    person: null,
    offence: { occurredOn: null, modeOfTrial: null },
    facts: { force: 'durham' },
    answered: { asked: [], declined: [], fromRecords: [] },
  },
  'half-way': {
    person: aPerson(),
    offence: { occurredOn: today, modeOfTrial: 'summary-only' },
    facts: { force: 'durham', age: { from: 18 }, substances: ['cannabis'] },
    answered: {
      asked: ['age', 'substances', 'sex', 'prior-diversions'],
      declined: ['sex'],
      fromRecords: ['prior-diversions'],
    },
  },
};

export const proposers: Samples<typeof by> = { coordinator: by };

export const auditDetails: Samples<object> = {
  none: {},
  some: { sequence: 3, corrected: ['name'], by: 'the program', isFirst: true, none: null, part: { of: 1.5 } },
};

const source = 'S-EX';
const sourced = { source, standing: 'sourced' } as const;
const from = calendarDayOf('2020-01-01');
const until = calendarDayOf('2026-12-31');

export const schemeDocuments: Samples<SchemeDocument> = {
  'with-everything': {
    id: 'example',
    name: 'Example',
    summary: 'A course instead of a prosecution.',
    forces: ['durham'],
    kind: 'deferred-prosecution',
    standing: [{ from, is: 'live', source, note: 'Made up' }],
    eligibility: [
      { id: 'EX-1', says: 'An adult', rule: { fact: 'age', atLeast: 18 }, ...sourced, from, until, note: 'Made up' },
      {
        id: 'EX-2',
        says: 'Any of the forms that a rule may have',
        rule: {
          allOf: [
            {
              anyOf: [
                { fact: 'sex', is: 'female' },
                { fact: 'arrested', isNot: true },
              ],
            },
            { not: { fact: 'offence-group', in: ['possession', 'shoplifting'] } },
            { fact: 'disposal', notIn: ['caution'] },
            { fact: 'substances', includes: 'cannabis' },
            { fact: 'grams', atMost: 3.5, forSubstance: 'cannabis' },
            { fact: 'grams', moreThan: 0, forSubstances: ['cocaine', 'crack'] },
            { fact: 'grams', lessThan: 1, forSubstance: 'heroin' },
            { fact: 'diversions-by-scheme', atMost: 0, forScheme: 'example' },
            { fact: 'age', between: [18, 24] },
            { discretion: 'Is it safe?', by: 'sergeant' },
          ],
        },
        source: [source, 'S-EX2'],
        standing: 'conflicting',
        from,
      },
    ],
    pathway: {
      admission: 'admits-or-no-reply',
      agreement: { length: 'P4M', mustInclude: ['no-reoffending'], conditionsAtMost: 5, note: 'Made up' },
      steps: [{ id: 'sessions', kind: 'session', count: 3, within: 'P3M', length: 'PT1H', note: 'Made up' }],
      fee: { pence: 4000, paidBy: 'person', insteadOf: { penaltyNoticePence: 8000 }, note: 'Made up' },
      repeats: { atMost: 2, note: 'Made up' },
      breachLadder: ['reminder', 'warning'],
      ...sourced,
      note: 'Made up',
    },
    outcome: {
      completed: { type: '22', note: 'Made up' },
      notCompleted: { then: 'prosecute', note: 'Made up' },
      ...sourced,
      note: 'Made up',
    },
    sources: { 'S-EX': { title: 'Example', publisher: 'Nobody', address: 'https://example.org', note: 'Made up' } },
  },
  'with-least': {
    id: 'least',
    name: 'Least',
    forces: [],
    kind: 'support',
    standing: [{ from, is: 'proposed', source }],
    eligibility: [{ id: 'LE-1', says: 'An adult', rule: { fact: 'age', atLeast: 18 }, ...sourced, from }],
    pathway: { admission: 'not-required', agreement: null, steps: [], fee: null, repeats: { atMost: null } },
    outcome: { completed: { type: null }, notCompleted: { then: 'no-consequence' } },
    sources: {},
  },
};

export const lawDocuments: Samples<LawDocument> = {
  'with-everything': {
    id: 'example',
    name: 'Example',
    summary: 'What the law asks.',
    nation: ['england-and-wales', 'scotland'],
    applies: { kinds: ['support'], disposals: ['community-resolution'], outcomes: ['8'] },
    legalBasis: 'An Act',
    clauses: [
      {
        id: 'LAW-1',
        says: 'An adult',
        rule: { fact: 'age', atLeast: 18 },
        ...sourced,
        from,
        until,
        note: 'Made up',
        settledBy: 'outcome',
        datedBy: 'offence',
        refusal: 'adults-only',
        givesWayTo: ['LAW-2'],
        settles: ['LAW-3'],
      },
    ],
    limits: [
      {
        id: 'LIMIT-1',
        says: 'Six months',
        holdsFor: { fact: 'offence-group', is: 'common-assault' },
        months: 6,
        certain: true,
        ...sourced,
        note: 'Made up',
      },
    ],
    base: { age: 20 },
    baseExpect: 'eligible',
    scenarios: [
      {
        name: 'LAW-1 a child',
        with: { age: 17 },
        without: ['sex'],
        asOf: from,
        expect: 'ineligible',
        because: ['LAW-1'],
        missing: [],
      },
    ],
    sources: { 'S-EX': { title: 'Example', publisher: 'Nobody' } },
  },
  'with-least': {
    id: 'least',
    name: 'Least',
    nation: ['scotland'],
    applies: {},
    clauses: [],
    base: {},
    scenarios: [],
    sources: {},
  },
};

export const vocabularyDocuments: Samples<VocabularyDocument> = {
  'with-every-kind-of-fact': {
    facts: [
      { id: 'age', when: 'asked', question: 'How old?', type: { kind: 'number', whole: true, least: 0, most: 120 } },
      { id: 'arrested', when: 'seen', question: 'Arrested?', type: { kind: 'choice', values: [true, false] } },
      {
        id: 'admission',
        when: 'asked',
        question: 'Said what?',
        type: { kind: 'choice', values: ['admits', 'not-asked'] },
        mayBecome: { 'not-asked': ['admits'] },
      },
      { id: 'area', when: 'looked-up', question: 'Which area?', type: { kind: 'code', pattern: String.raw`^E\d{8}$` } },
      { id: 'substances', when: 'judged', question: 'Which?', type: { kind: 'set', values: ['cannabis', 'khat'] } },
      {
        id: 'grams',
        when: 'seen',
        question: 'How much?',
        type: { kind: 'amounts', values: ['cannabis'], least: 0, most: null },
        bounds: { noneUnlessIn: 'substances' },
      },
      {
        id: 'times',
        when: 'looked-up',
        question: 'How often?',
        type: { kind: 'amounts', values: [], pattern: '^[a-z]+$', whole: true, least: 0, most: null },
        bounds: { notAbove: 'all-times' },
        standIn: 'all-times',
      },
      {
        id: 'age-today',
        when: 'asked',
        question: 'How old today?',
        type: { kind: 'number', whole: true, least: 0, most: 120 },
        bounds: { notBelow: 'age' },
        frame: true,
        onlyIf: 'arrested',
      },
      {
        id: 'days',
        when: 'seen',
        question: 'How long ago?',
        type: { kind: 'number', whole: true, least: 0, most: null },
        datesOffence: true,
      },
    ],
  },
};

const outcome = { measure: 'reoffended', months: 12 } as const;
const compared = { name: 'offered diversion', n: 120, events: 31, value: 0.258 };
const hidden = { name: 'not offered', n: null, events: null, value: null };
const side = (name: string) => ({
  name,
  n: 120,
  stages: [{ says: 'accepted', n: 90 }],
  lost: [{ why: 'Died', n: null }],
  compared: 119,
});
const curveOf = (name: string) => ({
  name,
  n: 120,
  days: [0, 180],
  share: [0, 0.1],
  low: [0, 0.05],
  high: [0, 0.2],
  atRisk: [{ day: 180, n: 100, share: 0.9 }],
});
const finding = {
  id: 'primary',
  role: 'primary',
  label: 'Everybody',
  outcome,
  scale: 'risk-ratio',
  estimate: { value: 0.8, low: 0.6, high: 1.1, standardError: 0.15, p: 0.2 },
  adjustedP: null,
  groups: [compared, hidden],
  method: 'Poisson regression',
  notes: ['Made up'],
  refusal: null,
} as const;
const limits = { low2: 0.1, high2: 0.4, low3: 0.05, high3: 0.5 };

/** As they are written: an interval's end that is infinite is null. */
export const evaluationResults: Samples<DeepReadonly<z.input<typeof resultsSchema>>> = {
  'with-everything': {
    program: { name: 'waymark', version: '0.1.0' },
    data: [{ name: 'cohort.csv', sha256: 'a'.repeat(64) }],
    isGenerated: true,
    counts: 'hidden',
    history: { version: 2, isExplored: true, says: ['This is the second version of the plan.'] },
    command: 'waymark evaluate plan.yaml',
    earlier: [{ planHash: 'b'.repeat(64), data: [] }],
    result: {
      names: ['offered diversion', 'not offered'],
      flow: {
        inData: 250,
        excluded: [{ why: 'Under 18', n: 10 }],
        studied: 240,
        sides: [side('offered diversion'), side('not offered')],
      },
      baseline: [
        {
          characteristic: 'Sex',
          level: 'Women',
          unit: 'share',
          groups: [
            { value: 0.2, count: 24 },
            { value: null, count: null },
          ],
          standardisedDifference: 0.05,
        },
      ],
      findings: [
        finding,
        {
          ...finding,
          id: 'by-force:durham',
          role: 'by-force',
          scale: 'hazard-ratio',
          estimate: { value: 1.2, low: null, high: null, standardError: null, p: null },
        },
        { ...finding, id: 'subgroup:sex:female', role: 'subgroup', estimate: null, refusal: 'Too few' },
      ],
      subgroupTests: [{ subgroup: 'sex', label: 'Sex', p: 0.4, adjustedP: 0.8, why: null }],
      curves: {
        outcome,
        groups: [curveOf('offered diversion'), { ...curveOf('not offered'), low: null, high: null }],
        p: 0.1,
        method: 'Log rank',
      },
      balance: [{ name: 'Age', before: 0.4, after: null }],
      pooling: {
        forces: 3,
        method: 'REML',
        tauSquared: 0.01,
        iSquared: 0.2,
        predictionLow: 0.5,
        predictionHigh: null,
        spreadP: 0.3,
      },
      record: {
        deaths: [0, 1],
        missing: [{ name: 'age', counts: [0, 2] }],
        indexedFrom: '2021-01-01',
        indexedUntil: '2022-12-31',
        followedUntil: ['2024-01-01', '2025-12-31'],
      },
      warnings: ['Few people'],
      limits: ['It is made up'],
    },
    measures: [
      {
        measure: 'reoffending-rate',
        header: {
          title: 'Reoffending',
          numerator: 'People who reoffended',
          denominator: 'People',
          clock: 'The offer',
          window: '12 months',
          base: 'Everybody offered',
          censoring: 'People who died stay in',
          method: 'Wilson',
          source: 'assumed',
        },
        figures: [
          {
            of: 'all',
            what: '12 months',
            n: 120,
            count: 31,
            value: 0.258,
            low: 0.19,
            high: 0.34,
            unit: 'proportion',
            method: 'Wilson 95%',
            why: null,
            suppressed: false,
          },
        ],
        warnings: [],
        sums: [{ whole: { what: 'all', part: 'n' }, parts: [{ what: 'women', part: 'count' }] }],
      },
    ],
    disproportionality: {
      what: 'offered the scheme',
      funnel: {
        expected: 0.3,
        kind: 'binomial',
        points: [{ name: 'White, durham', size: 50, count: 20, rate: 0.4, beyond: 2, side: 'above', ...limits }],
      },
    },
    audience: 'evaluator',
    planHash: 'c'.repeat(64),
    plan: {
      title: 'Example',
      question: 'Does it work?',
      cohort: { from, until, age: { atLeast: 18 }, forces: ['durham'], indexEvent: 'first' },
      comparison: { design: 'randomised', received: 'offered', exact: ['sex'], imputations: 20 },
      outcomes: { primary: outcome, secondary: [outcome] },
      covariates: ['sex'],
      subgroups: ['sex'],
      multiplicity: 'holm',
      seed: 20_260_101,
      audience: 'evaluator',
    },
  },
};
