import type { FormInput } from '../../../src/cases/pages/act/case-form.ts';
import type { CaseState } from '../../../src/cases/index.ts';
import { NO_PLACE } from '../../../src/cases/pages/offer/book-place/page.ts';
import { sampleCommands, facts, caseThrough, no, officer, samplePlace } from '../../cases/case-in-state.ts';
import { divertService, otherDivertService } from '../../cases/people.ts';
import { checkpoint, input, laterTime, policeView, reachWithPlaces, withPathway } from '../case-views.ts';
import { choice, date, drawnOnly, pressed, words } from '../fields.ts';
import type { Change, Field, Situation } from '../form-table.ts';

const today = { is: '2026-03-02', tomorrow: '2026-03-03' } as const;

/** A consent by itself: every way of giving it, and the one of not giving it. */
function consent(member: 'takePart' | 'share', missing: string): Field {
  const answeredYes = (how: string): Change => ({ data: { [member]: { given: true, how } } });
  return choice({
    choices: {
      'in-writing': answeredYes('in-writing'),
      'on-screen': answeredYes('on-screen'),
      'spoken-and-recorded': answeredYes('spoken-and-recorded'),
      spoken: answeredYes('spoken'),
      no: { data: { [member]: { given: false, how: 'spoken' } } },
    },
    missing,
  });
}

const takePart = consent('takePart', 'Select whether the person agrees to take part');
const share = consent('share', 'Select whether the person agrees that their details are shared');

const accepted = {
  body: { 'take-part': 'in-writing', share: 'spoken-and-recorded' },
  data: {
    takePart: { given: true, how: 'in-writing' },
    share: { given: true, how: 'spoken-and-recorded' },
    appropriateAdult: null,
  },
};
const adult = { name: 'Ash Made-up', relationship: 'social-worker' };
const beside = (different: object): Change => ({ data: { appropriateAdult: { ...adult, ...different } } });

const offeredCase = caseThrough('offered').state();
const offeredWarning: CaseState =
  'offer' in offeredCase
    ? { ...offeredCase, offer: { ...offeredCase.offer, scheme: 'scotland-recorded-police-warning' } }
    : offeredCase;

export const acceptOffer: readonly Situation<FormInput>[] = [
  {
    when: 'by an adult',
    input: input(policeView('offered')),
    right: accepted,
    fields: { 'take-part': takePart, share },
    rows: [
      ['an adult beside whom nobody is needed', { ...accepted.body, 'adult-name': 'Ash' }, { data: accepted.data }],
      [
        'neither consent',
        { 'take-part': 'no', share: 'no' },
        { data: { takePart: no, share: no, appropriateAdult: null } },
      ],
      [
        'nothing',
        {},
        {
          errors: [
            ['take-part', 'Select whether the person agrees to take part'],
            ['share', 'Select whether the person agrees that their details are shared'],
          ],
        },
      ],
    ],
  },
  {
    when: 'of what has nothing to do, and so no provider',
    input: input(policeView(offeredWarning)),
    right: { body: { 'take-part': 'in-writing' }, data: { ...accepted.data, share: null } },
    fields: { 'take-part': takePart },
    rows: [['a consent that nobody asks for', accepted.body, { data: { ...accepted.data, share: null } }]],
  },
  ...[
    { when: 'by a child', age: 17 },
    { when: 'by somebody who may be a child', age: { from: 16, to: 20 } },
    { when: 'by somebody of whom only is known that they are ten or more', age: { from: 10 } },
  ].map(({ when, age }) => ({
    when,
    input: input(policeView('offered', { first: { facts: { ...facts, age } } })),
    right: {
      body: { ...accepted.body, 'adult-name': 'Ash Made-up', relationship: 'social-worker' },
      data: { ...accepted.data, appropriateAdult: adult },
    },
    fields: {
      'take-part': takePart,
      share,
      'adult-name': words({
        missing: 'Enter the name of the appropriate adult',
        atMost: 200,
        change: (name) => beside({ name }),
      }),
      relationship: choice({
        choices: {
          'parent-or-guardian': beside({ relationship: 'parent-or-guardian' }),
          'other-relative': beside({ relationship: 'other-relative' }),
          'social-worker': beside({ relationship: 'social-worker' }),
          'scheme-volunteer': beside({ relationship: 'scheme-volunteer' }),
          'other-adult': beside({ relationship: 'other-adult' }),
        },
        missing: 'Select who the appropriate adult is to the person',
      }),
    },
  })),
];

const notShared = caseThrough('offered').and(
  { ...sampleCommands.accept, data: { ...sampleCommands.accept.data, share: no } },
  { by: officer },
);
const own = { id: 'no-reoffending', kind: 'no-reoffending' };
const other = (number: number, text: string) => ({ id: `condition-${number}`, kind: 'other', words: text });
const signed = { 'signed-on-day': '27', 'signed-on-month': '2', 'signed-on-year': '2026' };
const agreed = {
  body: {
    'condition-no-reoffending': 'I will not offend.',
    'condition-1': 'I will keep every appointment.',
    'condition-2': '',
    ...signed,
  },
  data: {
    conditions: [{ ...own, words: 'I will not offend.' }, other(1, 'I will keep every appointment.')],
    signedOn: '2026-02-27',
    share: null,
  },
};
const signedOn = date({
  called: 'The date of the signature',
  missing: 'Enter the date of the signature',
  today,
  change: (day) => ({ data: { signedOn: day } }),
});
const mandatory = words({
  missing: 'Enter the condition: no reoffending',
  change: (text) => ({ data: { conditions: [{ ...own, words: text }, agreed.data.conditions[1]] } }),
});
const first = words({
  change: (text) => ({
    data: { conditions: [agreed.data.conditions[0], ...(text === null ? [] : [other(1, text)])] },
  }),
});
const second = words({
  change: (text) => ({ data: { conditions: [...agreed.data.conditions, ...(text === null ? [] : [other(2, text)])] } }),
});
const startsToday = { 'signed-on-day': '2', 'signed-on-month': '3', 'signed-on-year': '2026' };
/** How the boxes of any number of other conditions are described, where none of them must be filled. */
const room = (numbers: readonly number[]): { readonly [name: string]: Field } =>
  Object.fromEntries(numbers.map((number) => [`condition-${number}`, drawnOnly()]));

export const signAgreement: readonly Situation<FormInput>[] = [
  {
    when: 'under a scheme with a condition of its own and room for two others',
    input: input(policeView('accepted')),
    right: agreed,
    fields: {
      'condition-no-reoffending': mandatory,
      'condition-1': first,
      'condition-2': second,
      'signed-on': signedOn,
    },
    rows: [
      ['a condition for which there is no room', { ...agreed.body, 'condition-3': 'A third' }, { data: agreed.data }],
      ['a consent that is not asked for', { ...agreed.body, share: 'in-writing' }, { data: agreed.data }],
      [
        'the second without the first',
        { ...agreed.body, 'condition-1': '', 'condition-2': 'I will see my doctor.' },
        { data: { ...agreed.data, conditions: [agreed.data.conditions[0], other(2, 'I will see my doctor.')] } },
      ],
      [
        'nothing',
        {},
        {
          errors: [
            ['condition-no-reoffending', 'Enter the condition: no reoffending'],
            ['signed-on', 'Enter the date of the signature', 'signed-on-day'],
          ],
        },
      ],
    ],
    startsWith: { 'condition-no-reoffending': 'I will not commit any offence.', ...startsToday },
  },
  {
    when: 'again, with the conditions as they were signed',
    input: input(policeView('signed')),
    right: agreed,
    fields: {
      'condition-no-reoffending': mandatory,
      'condition-1': first,
      'condition-2': second,
      'signed-on': signedOn,
    },
    startsWith: { 'condition-no-reoffending': 'Not offend again', ...startsToday },
  },
  {
    when: 'by somebody who has not agreed to share',
    input: input(policeView(notShared.state())),
    right: {
      body: { ...agreed.body, share: 'on-screen' },
      data: { ...agreed.data, share: { given: true, how: 'on-screen' } },
    },
    fields: {
      'condition-no-reoffending': mandatory,
      'condition-1': first,
      'condition-2': second,
      'signed-on': signedOn,
      share,
    },
    startsWith: { 'condition-no-reoffending': 'I will not commit any offence.', ...startsToday },
  },
  ...[
    { when: 'under a scheme that asks for no condition', scheme: withPathway({ agreement: null }) },
    {
      when: 'under a scheme that sets no limit',
      scheme: withPathway({ agreement: { length: null, mustInclude: [], conditionsAtMost: null } }),
    },
  ].map(({ when, scheme }) => ({
    when,
    input: input(policeView('accepted', { scheme })),
    right: {
      body: { 'condition-1': 'I will attend.', ...signed },
      data: { conditions: [other(1, 'I will attend.')], signedOn: '2026-02-27', share: null },
    },
    fields: {
      'condition-1': words({
        missing: 'Enter at least one condition',
        change: (text) => ({ data: { conditions: [other(1, text ?? '')] } }),
      }),
      ...room([2, 3, 4, 5]),
      'signed-on': signedOn,
    },
    rows: [
      [
        'only the last',
        { ...signed, 'condition-5': 'I will write.' },
        { data: { conditions: [other(5, 'I will write.')], signedOn: '2026-02-27', share: null } },
      ] as const,
    ],
    startsWith: startsToday,
  })),
];

export const declineOffer: readonly Situation<FormInput>[] = [reasonAlone('offered')];
export const closeWithoutConsequence: readonly Situation<FormInput>[] = [reasonAlone('returned')];
export const reopenCase: readonly Situation<FormInput>[] = [reasonAlone('closed')];

function reasonAlone(place: 'offered' | 'returned' | 'closed'): Situation<FormInput> {
  return {
    when: 'with a reason',
    input: input(policeView(place)),
    right: { body: { reason: 'Does not want to.' }, data: { reason: 'Does not want to.' } },
    fields: { reason: words({ missing: 'Enter a reason', change: (text) => ({ data: { reason: text } }) }) },
  };
}

export const referPerson: readonly Situation<FormInput>[] = [
  {
    when: 'where two providers take referrals',
    input: input(policeView('signed')),
    right: { body: { service: divertService }, data: { serviceId: divertService } },
    fields: {
      service: choice({
        choices: {
          [divertService]: { data: { serviceId: divertService } },
          [otherDivertService]: { data: { serviceId: otherDivertService } },
        },
        missing: 'Select a service',
      }),
    },
  },
  {
    when: 'where a service has places',
    input: input(policeView(offeredCheckpoint('signed'), { reach: reachWithPlaces })),
    right: {
      body: { place: samplePlace.time.timeId },
      data: { serviceId: divertService, timeId: samplePlace.time.timeId },
    },
    fields: {
      place: pressed({
        choices: {
          [samplePlace.time.timeId]: { data: { timeId: samplePlace.time.timeId } },
          [laterTime]: { data: { timeId: laterTime } },
        },
        missing: 'Choose one of the places shown',
      }),
    },
  },
  {
    when: 'without a place, where a service has places',
    input: input(policeView(offeredCheckpoint('signed'), { reach: reachWithPlaces }), { target: 'without-place' }),
    right: { body: { service: divertService }, data: { serviceId: divertService } },
    fields: {
      service: choice({
        choices: {
          [divertService]: { data: { serviceId: divertService } },
          [otherDivertService]: { data: { serviceId: otherDivertService } },
        },
        missing: 'Select a service',
      }),
    },
  },
  {
    when: 'where no provider does',
    input: input(policeView('signed', { services: [] })),
    right: null,
    fields: {},
    rows: [
      [
        'a service that was there before',
        { service: divertService },
        { errors: [['service', 'No provider takes referrals for this scheme in your force. Ask your coordinator']] },
      ],
      [
        'nothing',
        {},
        { errors: [['service', 'No provider takes referrals for this scheme in your force. Ask your coordinator']] },
      ],
    ],
  },
];

export const bookPlace: readonly Situation<FormInput>[] = [
  {
    when: 'where the service has two',
    input: input(policeView(offeredCheckpoint('referred'), { reach: reachWithPlaces })),
    right: { body: { place: laterTime }, data: { timeId: laterTime } },
    fields: {
      place: pressed({
        choices: {
          [samplePlace.time.timeId]: { data: { timeId: samplePlace.time.timeId } },
          [laterTime]: { data: { timeId: laterTime } },
        },
        missing: 'Choose one of the places shown',
      }),
    },
  },
  {
    when: 'where it has none',
    input: input(policeView(offeredCheckpoint('referred'))),
    right: null,
    fields: {},
    rows: [['a place that was there before', { place: laterTime }, { errors: [['place', NO_PLACE]] }]],
  },
];

/** A case of which Checkpoint was offered, whose document the forms are drawn with. */
function offeredCheckpoint(place: 'signed' | 'referred'): CaseState {
  const state = caseThrough(place).state();
  if (!('offer' in state)) throw new Error('Nothing was offered');
  return { ...state, offer: { ...state.offer, scheme: checkpoint.id } };
}
