import type { FormInput } from '../../../src/cases/pages/act/case-form.ts';
import { aPerson, worker } from '../../cases/people.ts';
import { calendarDayOf } from '../../../src/shared/calendar-day.ts';
import type { CaseActor } from '../../../src/access/index.ts';
import type { RecordedFacts } from '../../../src/triage/domain/index.ts';
import type { CaseCommand } from '../../../src/cases/domain/case-command.ts';
import {
  aGivingScheme,
  basis as inOrder,
  coordinator,
  facts,
  caseThrough,
  sampleCommands,
  supervisor,
} from '../../cases/case-in-state.ts';
import { input, leadingTo, otherCase, policeView } from '../case-views.ts';
import { choice, date, drawnOnly, words, yesOrNo } from '../fields.ts';
import type { Change, Situation } from '../form-table.ts';

const WHY = 'The activity is done.';
const notAsked = {
  rationale: WHY,
  responsibilityAccepted: false,
  // On record, and not asked again.
  evidenceSufficient: true,
  agreesToDisposal: false,
  victim: { is: 'no-victim' },
  serious: false,
  history: null,
  youthJustice: null,
  authority: null,
  pcscCaution: null,
  departure: null,
};

const inspector = { by: 'inspector', name: 'Inspector Made-up' } as const;
const sergeant = { by: 'sergeant', name: 'PS Made-up' } as const;

/** Closing with an outcome type, where completing the scheme leads to `scheme`. */
function closing(target: string, scheme: string | null, known: RecordedFacts = facts): FormInput {
  const view = policeView('completed', { scheme: leadingTo(scheme), first: { facts: known } });
  return input(view, { target, actor: coordinator });
}

/** Nobody recorded whether there is enough evidence. */
const { 'evidence-to-charge': _, ...withoutEvidence } = facts;

/** What differs of a basis. */
const basisOf = (base: object, different: object): Change => ({ data: { basis: { ...base, ...different } } });

function outcomeAlone(type: string | null, scheme: string | null): Situation<FormInput> {
  return {
    when: `${type ?? 'none'}, as the scheme gives`,
    input: closing(type ?? 'none', scheme),
    right: { body: { rationale: WHY }, data: { type, basis: notAsked } },
    fields: {
      rationale: words({
        missing: 'Enter the reasons for this outcome',
        change: (rationale) => basisOf(notAsked, { rationale }),
      }),
    },
    rows: [
      [
        'what is not asked about is not claimed',
        {
          rationale: WHY,
          responsibility: 'yes',
          evidence: 'yes',
          agrees: 'yes',
          victim: 'consulted',
          'victim-view': 'Agrees',
          serious: 'yes',
          inspector: 'Inspector Made-up',
          departure: 'Another',
        },
        { data: { type, basis: notAsked } },
      ],
    ],
  };
}

function departing(type: string | null, scheme: string | null): Situation<FormInput> {
  const basis = { ...notAsked, departure: 'The person is a child.' };
  return {
    when: `${type ?? 'none'}, where the scheme gives ${scheme ?? 'none'}`,
    input: closing(type ?? 'none', scheme),
    right: { body: { departure: 'The person is a child.', rationale: WHY }, data: { type, basis } },
    fields: {
      departure: words({
        missing: 'Enter why it is not the outcome in the scheme’s document',
        change: (departure) => basisOf(basis, { departure }),
      }),
      rationale: words({
        missing: 'Enter the reasons for this outcome',
        change: (rationale) => basisOf(basis, { rationale }),
      }),
    },
    rows: [
      [
        'nothing',
        {},
        {
          errors: [
            ['departure', 'Enter why it is not the outcome in the scheme’s document'],
            ['rationale', 'Enter the reasons for this outcome'],
          ],
        },
      ],
    ],
  };
}

const cautioned = { ...notAsked, evidenceSufficient: true, agreesToDisposal: true };
const cautionFields = (basis: object) => ({
  evidence: yesOrNo({
    yes: {},
    no: basisOf(basis, { evidenceSufficient: false }),
    missing: 'Select whether the evidence is sufficient',
  }),
  agrees: yesOrNo({
    yes: {},
    no: basisOf(basis, { agreesToDisposal: false }),
    missing: 'Select whether the person agrees to the caution',
  }),
  rationale: words({
    missing: 'Enter the reasons for this outcome',
    change: (rationale) => basisOf(basis, { rationale }),
  }),
});

const youthCaution: Situation<FormInput> = {
  when: '2, a youth caution',
  input: closing('2', '2', withoutEvidence),
  right: { body: { evidence: 'yes', agrees: 'yes', rationale: WHY }, data: { type: '2', basis: cautioned } },
  fields: cautionFields(cautioned),
};

const RANKS = ['sergeant', 'inspector', 'prosecutor'] as const;

/** A caution on the leave of each rank; the names beside the others are not read. */
const adultCaution = RANKS.map((by): Situation<FormInput> => {
  const basis = { ...cautioned, authority: { by, name: 'Made-up' } };
  const nobody = basisOf(basis, { authority: null });
  const ofOther = (other: (typeof RANKS)[number]) => ({
    ...basisOf(basis, { authority: { by: other, name: 'Another' } }),
    body: { [`${other}-name`]: 'Another' },
  });
  const leave = {
    sergeant: ofOther('sergeant'),
    inspector: ofOther('inspector'),
    prosecutor: ofOther('prosecutor'),
    [by]: {},
  };
  const others = RANKS.filter((other) => other !== by);
  return {
    when: `3, an adult caution, on the leave of ${by}`,
    input: closing('3', '3', withoutEvidence),
    right: {
      body: { evidence: 'yes', agrees: 'yes', leave: by, [`${by}-name`]: 'Made-up', rationale: WHY },
      data: { type: '3', basis },
    },
    fields: {
      ...cautionFields(basis),
      leave: choice({ choices: { ...leave, nobody }, missing: 'Select who gave leave for this outcome' }),
      [`${by}-name`]: words({
        missing: 'Enter the name of whoever gave leave',
        atMost: 200,
        change: (name) => basisOf(basis, { authority: { by, name } }),
      }),
      ...Object.fromEntries(others.map((other) => [`${other}-name`, drawnOnly()])),
    },
  };
});

const activity: Situation<FormInput> = {
  when: '22, as the scheme gives',
  input: closing('22', '22'),
  right: {
    body: { victim: 'consulted', 'victim-view': 'Content.', rationale: WHY },
    data: { type: '22', basis: { ...notAsked, victim: { is: 'consulted', view: 'Content.' } } },
  },
  fields: {
    victim: choice({
      choices: {
        'no-victim': basisOf(notAsked, { victim: { is: 'no-victim' } }),
        consulted: {},
        'not-consulted': basisOf(notAsked, { victim: { is: 'not-consulted' } }),
      },
      missing: 'Select whether the victim was asked',
    }),
    'victim-view': words({
      missing: 'Enter what the victim says',
      change: (view) => basisOf(notAsked, { victim: { is: 'consulted', view } }),
    }),
    rationale: words({
      missing: 'Enter the reasons for this outcome',
      change: (rationale) => basisOf({ ...notAsked, victim: { is: 'consulted', view: 'Content.' } }, { rationale }),
    }),
  },
};

const activityOnEvidenceSaid: Situation<FormInput> = {
  when: '22, where nobody recorded whether there is enough evidence',
  input: closing('22', '22', { ...withoutEvidence, admission: 'no-reply' }),
  right: {
    body: { evidence: 'yes', victim: 'no-victim', rationale: WHY },
    data: { type: '22', basis: { ...notAsked, evidenceSufficient: true } },
  },
  fields: {
    evidence: yesOrNo({
      yes: {},
      no: basisOf(notAsked, { evidenceSufficient: false }),
      missing: 'Select whether the evidence is sufficient',
    }),
    victim: drawnOnly(['no-victim', 'consulted', 'not-consulted']),
    'victim-view': drawnOnly(),
    rationale: drawnOnly(),
  },
};

const resolved = {
  ...notAsked,
  responsibilityAccepted: true,
  evidenceSufficient: true,
  history: false,
  victim: { is: 'consulted', view: 'Wants an apology.' },
};
const resolution = {
  responsibility: 'yes',
  evidence: 'yes',
  victim: 'consulted',
  'victim-view': 'Wants an apology.',
  serious: 'no',
  history: 'no',
  rationale: WHY,
};
const resolutionFields = {
  responsibility: yesOrNo({
    yes: {},
    no: basisOf(resolved, { responsibilityAccepted: false }),
    missing: 'Select whether the person accepts responsibility',
  }),
  evidence: yesOrNo({
    yes: {},
    no: basisOf(resolved, { evidenceSufficient: false }),
    missing: 'Select whether the evidence is sufficient',
  }),
  victim: choice({
    choices: {
      'no-victim': basisOf(resolved, { victim: { is: 'no-victim' } }),
      consulted: {},
      'not-consulted': basisOf(resolved, { victim: { is: 'not-consulted' } }),
    },
    missing: 'Select whether the victim was asked',
  }),
  'victim-view': words({
    missing: 'Enter what the victim says',
    change: (view) => basisOf(resolved, { victim: { is: 'consulted', view } }),
  }),
  serious: yesOrNo({
    yes: {
      ...basisOf(resolved, { serious: true, authority: inspector }),
      body: { inspector: 'Inspector Made-up' },
    },
    no: {},
    missing: 'Select whether it is a serious case',
  }),
  history: yesOrNo({
    yes: {
      ...basisOf(resolved, { history: true, authority: sergeant }),
      body: { 'history-sergeant': 'PS Made-up' },
    },
    no: {},
    missing: 'Select whether the person offended before',
  }),
  rationale: words({
    missing: 'Enter the reasons for this outcome',
    change: (rationale) => basisOf(resolved, { rationale }),
  }),
};
const inspected = { ...resolved, serious: true, authority: inspector };

const communityResolution: readonly Situation<FormInput>[] = [
  {
    when: '8, a community resolution',
    input: closing('8', '8', withoutEvidence),
    right: { body: resolution, data: { type: '8', basis: resolved } },
    fields: {
      ...resolutionFields,
      inspector: drawnOnly(),
      'history-sergeant': drawnOnly(),
    },
    rows: [
      [
        'a victim’s view where nobody asked the victim',
        { ...resolution, victim: 'not-consulted' },
        { data: { type: '8', basis: { ...resolved, victim: { is: 'not-consulted' } } } },
      ],
      [
        'an inspector of a case that is not serious',
        { ...resolution, inspector: 'Inspector Made-up' },
        { data: { type: '8', basis: resolved } },
      ],
      [
        'a sergeant for somebody who did not offend before',
        { ...resolution, 'history-sergeant': 'PS Made-up' },
        { data: { type: '8', basis: resolved } },
      ],
      [
        'an inspector of a serious case, who stands above a sergeant',
        { ...resolution, serious: 'yes', inspector: 'Inspector Made-up', history: 'yes' },
        { data: { type: '8', basis: { ...inspected, history: true } } },
      ],
      [
        'nothing',
        {},
        {
          errors: [
            ['responsibility', 'Select whether the person accepts responsibility'],
            ['evidence', 'Select whether the evidence is sufficient'],
            ['victim', 'Select whether the victim was asked'],
            ['serious', 'Select whether it is a serious case'],
            ['history', 'Select whether the person offended before'],
            ['rationale', 'Enter the reasons for this outcome'],
          ],
        },
      ],
    ],
  },
  {
    when: '8, of a serious case',
    input: closing('8', '8', withoutEvidence),
    right: {
      body: { ...resolution, serious: 'yes', inspector: 'Inspector Made-up' },
      data: { type: '8', basis: inspected },
    },
    fields: {
      responsibility: drawnOnly(['yes', 'no']),
      evidence: drawnOnly(['yes', 'no']),
      victim: drawnOnly(['no-victim', 'consulted', 'not-consulted']),
      'victim-view': drawnOnly(),
      serious: drawnOnly(['yes', 'no']),
      history: drawnOnly(['yes', 'no']),
      'history-sergeant': drawnOnly(),
      inspector: words({
        missing: 'Enter which inspector, or above, authorised it',
        atMost: 200,
        change: (name) => basisOf(inspected, { authority: { by: 'inspector', name } }),
      }),
      rationale: drawnOnly(),
    },
  },
];

/** Of somebody who offended before, as the record shows or the coordinator says: who agreed. */
function withHistory(
  when: string,
  {
    known,
    body,
    basis,
    fields,
  }: { known: RecordedFacts; body: object; basis: object; fields: Situation<FormInput>['fields'] },
): Situation<FormInput> {
  const first = { facts: { ...withoutEvidence, ...known } };
  return {
    when: `8, ${when}`,
    input: input(policeView('engaging', { scheme: leadingTo('8'), first }), { target: '8', actor: coordinator }),
    right: { body: { ...resolution, ...body }, data: { type: '8', basis: { ...resolved, ...basis } } },
    fields: {
      responsibility: drawnOnly(['yes', 'no']),
      evidence: drawnOnly(['yes', 'no']),
      victim: drawnOnly(['no-victim', 'consulted', 'not-consulted']),
      'victim-view': drawnOnly(),
      serious: drawnOnly(['yes', 'no']),
      inspector: drawnOnly(),
      rationale: drawnOnly(),
      ...fields,
    },
  };
}

const sergeantNamed = (base: object) =>
  words({
    missing: 'Enter which sergeant, or above, gave leave',
    atMost: 200,
    change: (name) => basisOf({ ...resolved, ...base }, { authority: { by: 'sergeant', name } }),
  });
const recordShows = { history: null, authority: sergeant };
const coordinatorSays = { history: true, authority: sergeant };

const afterOffences: readonly Situation<FormInput>[] = [
  withHistory('of somebody with a conviction on record', {
    known: { 'prior-convictions': 1 },
    body: { 'history-sergeant': 'PS Made-up' },
    basis: recordShows,
    fields: { 'history-sergeant': sergeantNamed(recordShows) },
  }),
  withHistory('of somebody of whom the coordinator finds a record', {
    known: {},
    body: { history: 'yes', 'history-sergeant': 'PS Made-up' },
    basis: coordinatorSays,
    fields: { history: drawnOnly(['yes', 'no']), 'history-sergeant': sergeantNamed(coordinatorSays) },
  }),
];

const serviceNamed = { history: true, youthJustice: 'Made-up youth justice service' };

/** Of a child of 16 it is the youth justice service that agrees, in the place of a sergeant. */
function ofAChild(): Situation<FormInput> {
  const state = caseThrough('engaging', { facts: withoutEvidence })
    .and({ type: 'amend-fact', data: { fact: 'age', new: 16, reason: 'Birth certificate seen' } })
    .state();
  const person = { ...aPerson(), bornOn: calendarDayOf('2009-06-01') };
  const file = { ...otherCase, force: 'west-midlands', person, isDemonstration: false };
  return {
    when: '8, of a child who offended before',
    input: input(policeView(state, { scheme: leadingTo('8'), file }), { target: '8', actor: coordinator }),
    right: {
      body: { ...resolution, history: 'yes', 'history-youth-justice': 'Made-up youth justice service' },
      data: { type: '8', basis: { ...resolved, ...serviceNamed } },
    },
    fields: {
      responsibility: drawnOnly(['yes', 'no']),
      evidence: drawnOnly(['yes', 'no']),
      victim: drawnOnly(['no-victim', 'consulted', 'not-consulted']),
      'victim-view': drawnOnly(),
      serious: drawnOnly(['yes', 'no']),
      inspector: drawnOnly(),
      history: drawnOnly(['yes', 'no']),
      'history-youth-justice': words({
        missing: 'Enter which youth justice service agreed',
        atMost: 200,
        change: (youthJustice) => basisOf({ ...resolved, ...serviceNamed }, { youthJustice }),
      }),
      rationale: drawnOnly(),
    },
    rows: [
      [
        'a sergeant, whom nobody asks for',
        {
          ...resolution,
          history: 'yes',
          'history-sergeant': 'PS Made-up',
          'history-youth-justice': 'Made-up youth justice service',
        },
        { data: { type: '8', basis: { ...resolved, ...serviceNamed } } },
      ],
      [
        'a service for a child who did not offend before',
        { ...resolution, 'history-youth-justice': 'Made-up youth justice service' },
        { data: { type: '8', basis: resolved } },
      ],
    ],
  };
}

const nowhere = { errors: [['form', 'There is no such outcome. Choose one from the list.']] } as const;

export const recordOutcome: readonly Situation<FormInput>[] = [
  ...['1', '6', '7', '23'].map((type) => outcomeAlone(type, type)),
  activity,
  activityOnEvidenceSaid,
  outcomeAlone(null, null),
  departing('7', '8'),
  departing('23', null),
  departing(null, '22'),
  youthCaution,
  ...adultCaution,
  ...communityResolution,
  ...[null, '0', '1A', '5', '24', 'constructor', ''].map((target) => ({
    when: `of an address that names ${target ?? 'no outcome'}`,
    input: input(policeView('completed'), { target, actor: coordinator }),
    right: null,
    fields: {},
    rows: [['reasons', { rationale: WHY }, nowhere] as const, ['nothing', {}, nowhere] as const],
    isNotThere: true,
  })),
];

export const returnForProsecution: readonly Situation<FormInput>[] = (['returned', 'not-completed'] as const).map(
  (place) => ({
    when: `of a case that is ${place}`,
    input: input(policeView(place), { actor: coordinator }),
    right: {
      body: { charged: 'no', reason: 'Did not engage.' },
      data: { outcomeType: null, reason: 'Did not engage.' },
    },
    fields: {
      charged: choice({
        choices: { yes: { data: { outcomeType: '1' } }, no: { data: { outcomeType: null } } },
        missing: 'Select whether the person has been charged or summonsed',
      }),
      reason: words({ missing: 'Enter a reason', change: (text) => ({ data: { reason: text } }) }),
    },
    rows: [
      [
        'nothing',
        {},
        {
          errors: [
            ['charged', 'Select whether the person has been charged or summonsed'],
            ['reason', 'Enter a reason'],
          ],
        },
      ] as const,
    ],
  }),
);

const duplicate = { data: { reason: { is: 'duplicate', ofCase: otherCase.caseId } } };
const notFound = 'Enter the reference of a case of your force, like 3F2A-91BC';

export const withdrawCase: readonly Situation<FormInput>[] = [
  {
    when: 'for a reason',
    input: input(policeView('triaged'), { actor: coordinator }),
    right: { body: { reason: 'died' }, data: { reason: { is: 'died' } } },
    fields: {
      reason: choice({
        choices: {
          'opened-by-mistake': { data: { reason: { is: 'opened-by-mistake' } } },
          duplicate: { ...duplicate, body: { 'of-case': otherCase.reference } },
          died: { data: { reason: { is: 'died' } } },
          'moved-away': { data: { reason: { is: 'moved-away' } } },
          'ineligible-on-new-facts': { data: { reason: { is: 'ineligible-on-new-facts' } } },
        },
        missing: 'Select why it is withdrawn',
      }),
      'of-case': drawnOnly(),
    },
    rows: [
      ['a reference in small letters', { reason: 'duplicate', 'of-case': ' 3f2a-91bc ' }, duplicate],
      [
        'a duplicate of nothing',
        { reason: 'duplicate' },
        { errors: [['of-case', 'Enter the reference of the other case']] },
      ],
      [
        'a duplicate of a case that is not there',
        { reason: 'duplicate', 'of-case': '0000-0000' },
        { errors: [['of-case', notFound]] },
      ],
      [
        'a duplicate of part of a reference',
        { reason: 'duplicate', 'of-case': '3F2A' },
        { errors: [['of-case', notFound]] },
      ],
      [
        'a duplicate of itself',
        { reason: 'duplicate', 'of-case': 'AAAA-0001' },
        { errors: [['of-case', 'Enter the reference of the other case, not of this one']] },
      ],
      [
        'another case that nobody asks for',
        { reason: 'died', 'of-case': otherCase.reference },
        { data: { reason: { is: 'died' } } },
      ],
    ],
  },
];

/** A case in which a community resolution was given, and which has come so far since. */
function afterGiving(type: '3' | '8', ...steps: readonly (readonly [CaseCommand, CaseActor])[]) {
  const stated = { ...inOrder, authority: inspector, departure: type === '8' ? null : 'Asked for' };
  const give = { ...sampleCommands.give, data: { type, basis: stated } };
  const recorded = { facts: { ...facts, 'domestic-abuse': 'none' } };
  const story = caseThrough('engaging', recorded).and(give, { by: supervisor, in: { scheme: aGivingScheme } });
  for (const [command, by] of steps) story.and(command, { by });
  return story.state();
}

const whileGoing = input(policeView('engaging', { scheme: leadingTo('8'), first: { facts: withoutEvidence } }), {
  target: '8',
  actor: coordinator,
});

export const giveOutcome: readonly Situation<FormInput>[] = communityResolution
  .map((situation) => ({ ...situation, when: `${situation.when}, as it is given`, input: whileGoing }))
  .concat(afterOffences)
  .concat(ofAChild())
  .concat([
    {
      when: 'of an address that names no outcome',
      input: input(policeView('engaging'), { target: null, actor: coordinator }),
      right: null,
      fields: {},
      rows: [['reasons', { rationale: WHY }, nowhere]],
      isNotThere: true,
    },
  ]);

const correcting = (target: string | null) =>
  input(policeView(afterGiving('8'), { scheme: leadingTo('8') }), { target, actor: coordinator });
const whyCorrected = words({
  missing: 'Enter why it is corrected',
  change: (reason) => ({ data: { reason } }),
});

export const correctOutcome: readonly Situation<FormInput>[] = [
  {
    when: 'taken back',
    input: correcting('taken-back'),
    right: { body: { reason: 'Not given.' }, data: { to: null, reason: 'Not given.' } },
    fields: { reason: whyCorrected },
  },
  {
    when: 'to another outcome',
    input: correcting('7'),
    right: {
      body: { departure: 'Cannabis.', rationale: WHY, reason: 'Mistyped.' },
      data: { to: { type: '7', basis: { ...notAsked, departure: 'Cannabis.' } }, reason: 'Mistyped.' },
    },
    fields: {
      departure: words({
        missing: 'Enter why it is not the outcome in the scheme’s document',
        change: (departure) => ({ data: { to: { type: '7', basis: { ...notAsked, departure } } } }),
      }),
      rationale: words({
        missing: 'Enter the reasons for this outcome',
        change: (rationale) => ({
          data: { to: { type: '7', basis: { ...notAsked, departure: 'Cannabis.', rationale } } },
        }),
      }),
      reason: whyCorrected,
    },
  },
  {
    when: 'where none was given',
    input: input(policeView('engaging'), { target: 'taken-back', actor: coordinator }),
    right: null,
    fields: {},
    rows: [['nothing', {}, { errors: [['reason', 'Enter why it is corrected']] }]],
    isNotThere: true,
  },
];

const ended = [sampleCommands.end, worker] as const;

export const closeCase: readonly Situation<FormInput>[] = [
  {
    when: 'of an outcome that stands',
    input: input(policeView(afterGiving('8', ended), { scheme: leadingTo('8') }), { actor: coordinator }),
    right: { body: {}, data: { reason: null } },
    fields: {},
  },
  {
    when: 'of a caution whose conditions were not kept',
    input: input(policeView(afterGiving('3', ended), { scheme: leadingTo('8') }), { actor: coordinator }),
    right: { body: { reason: 'Unwell.' }, data: { reason: 'Unwell.' } },
    fields: {
      reason: words({ missing: 'Enter why nothing more follows', change: (reason) => ({ data: { reason } }) }),
    },
  },
];

export const tellYouthJustice: readonly Situation<FormInput>[] = [
  {
    when: 'of a child',
    input: input(policeView('triaged', { first: { facts: { ...facts, age: 15 } } }), { actor: coordinator }),
    right: {
      body: { team: 'Made-up service', 'told-on-day': '1', 'told-on-month': '3', 'told-on-year': '2026' },
      data: { team: 'Made-up service', toldOn: '2026-03-01' },
    },
    fields: {
      team: words({
        missing: 'Enter which service was told',
        atMost: 200,
        change: (team) => ({ data: { team } }),
      }),
      'told-on': date({
        called: 'The day it was told',
        missing: 'Enter the day it was told',
        today: { is: '2026-03-02', tomorrow: '2026-03-03' },
        change: (toldOn) => ({ data: { toldOn } }),
      }),
    },
    startsWith: { 'told-on-day': '2', 'told-on-month': '3', 'told-on-year': '2026' },
  },
];
