import type { FormInput } from '../../../src/cases/pages/act/case-form.ts';
import { sampleCommands, coordinator, caseThrough, worker } from '../../cases/case-in-state.ts';
import { input, policeView, providerView, withPathway } from '../case-views.ts';
import { choice, date, drawnOnly, time, words, yesOrNo } from '../fields.ts';
import type { Change, Field, Row, Situation } from '../form-table.ts';

const noNote = { how: null, place: null, words: null };
const noteWords = words({ change: (text) => ({ note: { words: text } }) });
const BEFORE_REFERRAL = 'The appointment must be after the referral, 2 March 2026 at midday';
const TOO_FAR = 'The appointment must be within the next two years';
const LEFT_OUT = 'Enter another time: the clocks go forward that night, and this one is left out';
const day = (change: (day: string) => Change): Field =>
  date({
    called: 'The date of the appointment',
    missing: 'Enter the date of the appointment',
    notBefore: { day: '2026-03-02', words: BEFORE_REFERRAL },
    change: (on) => change(on ?? ''),
  });
/** A body for a day and a time. */
const onDay = (on: string, at: string) => {
  const [year = '', month = '', dayOfMonth = ''] = on.split('-');
  return { 'on-day': dayOfMonth, 'on-month': month, 'on-year': year, at };
};
/** What no single field says of a moment: each with the body around it, and what comes of it. */
const moments = (body: object, taken: (startsAt: string) => object): Row[] =>
  [
    ['the minute of the referral', { ...body, ...onDay('2026-03-02', '12:00') }, taken('2026-03-02T12:00:00.000Z')],
    [
      'the minute before the referral',
      { ...body, ...onDay('2026-03-02', '11:59') },
      { errors: [['on', BEFORE_REFERRAL, 'on-day']] },
    ],
    ['another year', { ...body, ...onDay('2027-02-09', '14:30') }, taken('2027-02-09T14:30:00.000Z')],
    ['the last day of two years', { ...body, ...onDay('2028-03-01', '14:30') }, taken('2028-03-01T14:30:00.000Z')],
    ['a day more', { ...body, ...onDay('2028-03-02', '14:30') }, { errors: [['on', TOO_FAR, 'on-day']] }],
    ['a slip in the year', { ...body, ...onDay('2206-03-06', '14:30') }, { errors: [['on', TOO_FAR, 'on-day']] }],
    ['the hour left out in spring', { ...body, ...onDay('2026-03-29', '1:30am') }, { errors: [['at', LEFT_OUT]] }],
    ['the minute after it', { ...body, ...onDay('2026-03-29', '2am') }, taken('2026-03-29T01:00:00.000Z')],
    [
      'the hour that comes twice in autumn: the first',
      { ...body, ...onDay('2026-10-25', '1:30am') },
      taken('2026-10-25T00:30:00.000Z'),
    ],
  ].map(([title, sent, expected]) => [title, sent, expected] as Row);
const onFriday = { 'on-day': '6', 'on-month': '3', 'on-year': '2026', at: '14:30' };

/** ISO 8601 in UTC, of a minute of a day on which London keeps UTC. */
function inWinter(on: string, minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, '0'));
  return `${on}T${hours}:${minutes}:00.000Z`;
}

const startsAt = {
  on: day((on) => ({ data: { startsAt: on === '2024-02-29' ? '2024-02-29T14:30:00.000Z' : inWinter(on, 870) } })),
  at: time({ change: (minute) => ({ data: { startsAt: inWinter('2026-03-06', minute) } }) }),
};

/** Whose doing it was, under a name of its own. */
function whoseDoing(missing: string): Field {
  const of = (whose: string): Change => ({ data: { whose } });
  return choice({
    choices: {
      'person-acceptable': of('person-acceptable'),
      'person-not-acceptable': of('person-not-acceptable'),
      logistics: of('logistics'),
    },
    missing,
  });
}

export const acceptReferral: readonly Situation<FormInput>[] = [
  { when: 'of a person', input: input(providerView('referred')), right: { body: {}, data: {} }, fields: {} },
];

const reasonOf = (reasons: readonly string[], missing: string): Field =>
  choice({
    choices: Object.fromEntries(
      reasons.map((reason) => [
        reason,
        reason === 'other'
          ? { data: { reason, words: 'In words.' }, body: { words: 'In words.' } }
          : { data: { reason } },
      ]),
    ),
    missing,
  });
const inWords = words({ change: (text) => ({ data: { words: text ?? '' } }) });
const withoutWords = (first: string, missing: string): Pick<Situation<FormInput>, 'right' | 'rows'> => ({
  right: { body: { reason: first, words: '' }, data: { reason: first, words: '' } },
  rows: [
    ['another reason, without words', { reason: 'other' }, { errors: [['words', missing]] }],
    ['another reason, nothing but space', { reason: 'other', words: ' \n' }, { errors: [['words', missing]] }],
    [
      'another reason, in too many words',
      { reason: 'other', words: 'x'.repeat(4001) },
      { errors: [['words', 'Shorten this to 4000 characters or fewer']] },
    ],
    [
      'another reason, in words',
      { reason: 'other', words: ' Full until May. ' },
      { data: { reason: 'other', words: 'Full until May.' } },
    ],
  ],
});

export const rejectReferral: readonly Situation<FormInput>[] = [
  {
    when: 'with a reason',
    input: input(providerView('referred')),
    ...withoutWords('no-capacity', 'Enter why you reject it'),
    fields: {
      reason: reasonOf(
        [
          'no-capacity',
          'outside-our-area',
          'does-not-meet-our-criteria',
          'already-with-us',
          'needs-another-service',
          'too-great-a-risk',
          'other',
        ],
        'Select why you reject it',
      ),
      words: inWords,
    },
  },
];

const engagedReasons = ['did-not-engage', 'breached-the-agreement', 'withdrew-consent', 'offended-again', 'moved-away'];

export const endActivity: readonly Situation<FormInput>[] = [
  {
    when: 'by the provider',
    input: input(providerView('engaging')),
    reasons: [...engagedReasons, 'too-unwell', 'could-not-be-provided', 'other'],
  },
  {
    when: 'by the police',
    input: input(policeView('engaging'), { actor: coordinator }),
    reasons: [...engagedReasons, 'not-able-to-continue', 'other'],
  },
].map(({ reasons, ...who }) => ({
  ...who,
  ...withoutWords('did-not-engage', 'Enter why it was not completed'),
  fields: { reason: reasonOf(reasons, 'Select why it was not completed'), words: inWords },
}));

export const recordContactAttempt: readonly Situation<FormInput>[] = [
  {
    when: 'with the person',
    input: input(providerView('engaging')),
    right: {
      body: { reached: 'yes', how: 'telephone', words: '' },
      data: { reached: true },
      note: { ...noNote, how: 'telephone' },
    },
    fields: {
      reached: yesOrNo({
        yes: { data: { reached: true } },
        no: { data: { reached: false } },
        missing: 'Select whether you reached the person',
      }),
      how: choice({
        choices: {
          telephone: { note: { how: 'telephone' } },
          text: { note: { how: 'text' } },
          email: { note: { how: 'email' } },
          letter: { note: { how: 'letter' } },
          visit: { note: { how: 'visit' } },
          'in-person': { note: { how: 'in-person' } },
        },
        missing: 'Select how you tried',
      }),
      words: noteWords,
    },
    rows: [
      [
        'nothing',
        {},
        {
          errors: [
            ['reached', 'Select whether you reached the person'],
            ['how', 'Select how you tried'],
          ],
        },
      ],
    ],
  },
];

const place = words({ atMost: 200, change: (text) => ({ note: { place: text } }) });

export const bookAppointment: readonly Situation<FormInput>[] = [
  {
    when: 'for one of several steps',
    input: input(providerView('engaging')),
    right: {
      body: { step: 'needs-assessment', ...onFriday, place: 'Room 2' },
      data: { step: 'needs-assessment', startsAt: '2026-03-06T14:30:00.000Z' },
      note: { ...noNote, place: 'Room 2' },
    },
    fields: {
      step: choice({
        choices: {
          'needs-assessment': { data: { step: 'needs-assessment' } },
          'navigator-sessions': { data: { step: 'navigator-sessions' } },
        },
        missing: 'Select what it is for',
      }),
      ...startsAt,
      place,
    },
    rows: [
      ...moments({ step: 'needs-assessment', place: 'Room 2' }, (startsAt) => ({
        data: { step: 'needs-assessment', startsAt },
        note: { ...noNote, place: 'Room 2' },
      })),
      [
        'a day of summer, when London is an hour ahead',
        { step: 'navigator-sessions', 'on-day': '6', 'on-month': '7', 'on-year': '2026', at: '9am' },
        { data: { step: 'navigator-sessions', startsAt: '2026-07-06T08:00:00.000Z' }, note: noNote },
      ],
      [
        'nothing',
        {},
        {
          errors: [
            ['step', 'Select what it is for'],
            ['on', 'Enter the date of the appointment', 'on-day'],
            ['at', 'Enter a time, like 9:30am or 14:30'],
          ],
        },
      ],
    ],
  },
  ...[
    {
      when: 'for the only step',
      step: 'course',
      scheme: withPathway({ steps: [{ id: 'course', kind: 'course' }] }),
    },
    { when: 'under a scheme that names no steps', step: 'activity', scheme: withPathway({ steps: [] }) },
  ].map(({ when, step, scheme }) => ({
    when,
    input: input(providerView('engaging', { scheme })),
    right: {
      body: { ...onFriday, place: '' },
      data: { step, startsAt: '2026-03-06T14:30:00.000Z' },
      note: noNote,
    },
    fields: { ...startsAt, place },
    rows: [
      [
        'a step that nobody asks for',
        { ...onFriday, step: 'invented' },
        { data: { step, startsAt: '2026-03-06T14:30:00.000Z' }, note: noNote },
      ] as const,
    ],
  })),
];

export const moveAppointment: readonly Situation<FormInput>[] = [
  {
    when: 'that is booked',
    input: input(providerView('booked'), { target: 'a1' }),
    right: {
      body: { ...onFriday, whose: 'logistics' },
      data: { appointmentId: 'a1', startsAt: '2026-03-06T14:30:00.000Z', whose: 'logistics' },
    },
    fields: { ...startsAt, whose: whoseDoing('Select whose doing the move is') },
    rows: [
      ...moments({ whose: 'logistics' }, (startsAt) => ({
        data: { appointmentId: 'a1', startsAt, whose: 'logistics' },
      })),
      [
        'nothing',
        {},
        {
          errors: [
            ['on', 'Enter the date of the appointment', 'on-day'],
            ['at', 'Enter a time, like 9:30am or 14:30'],
            ['whose', 'Select whose doing the move is'],
          ],
        },
      ],
    ],
  },
];

const whose = whoseDoing('Select whose doing it was');
const attended = (attendance: string) => ({ appointmentId: 'a1', attendance });
/** Of the choices of whose doing it was, those of the attendance that was chosen count and the others do not. */
const besides: { readonly [name: string]: Field } = {
  'whose-late': drawnOnly(whose.choices ?? []),
  'whose-missed': drawnOnly(whose.choices ?? []),
};

export const recordAttendance: readonly Situation<FormInput>[] = [
  {
    when: 'of an appointment that was kept',
    input: input(providerView('booked'), { target: 'a1' }),
    right: { body: { attendance: 'kept', words: '' }, data: attended('kept'), note: noNote },
    fields: {
      attendance: choice({
        choices: {
          kept: {},
          late: { data: { attendance: 'late', whose: 'logistics' }, body: { 'whose-late': 'logistics' } },
          missed: { data: { attendance: 'missed', whose: 'logistics' }, body: { 'whose-missed': 'logistics' } },
        },
        missing: 'Select whether the person came',
      }),
      ...besides,
      words: noteWords,
    },
    rows: [
      [
        'kept, with whose doing it was not',
        { attendance: 'kept', 'whose-late': 'logistics', 'whose-missed': 'logistics' },
        { data: attended('kept'), note: noNote },
      ],
      [
        'late, with whose doing it was only where it is missed',
        { attendance: 'late', 'whose-missed': 'logistics' },
        { errors: [['whose-late', 'Select whose doing it was']] },
      ],
      [
        'missed, with whose doing it was only where it is late',
        { attendance: 'missed', 'whose-late': 'logistics' },
        { errors: [['whose-missed', 'Select whose doing it was']] },
      ],
    ],
  },
  ...(['late', 'missed'] as const).map((attendance) => ({
    when: `of an appointment: ${attendance}`,
    input: input(providerView('booked'), { target: 'a1' }),
    right: {
      body: { attendance, [`whose-${attendance}`]: 'person-acceptable', words: 'Bus.' },
      data: { ...attended(attendance), whose: 'person-acceptable' },
      note: { ...noNote, words: 'Bus.' },
    },
    fields: {
      attendance: drawnOnly(['kept', 'late', 'missed']),
      ...besides,
      [`whose-${attendance}`]: whose,
      words: noteWords,
    },
  })),
];

const kept = caseThrough('booked').and(sampleCommands.kept, { by: worker });
const whole = withPathway({ steps: [{ id: 'sessions', kind: 'session' }] });

export const completeActivity: readonly Situation<FormInput>[] = [
  {
    when: 'with less than was planned',
    input: input(providerView(kept.state())),
    right: { body: { 'shortfall-reason': 'It was enough.' }, data: { shortfallReason: 'It was enough.' } },
    fields: {
      'shortfall-reason': words({
        missing: 'Enter why it counts as completed',
        change: (text) => ({ data: { shortfallReason: text } }),
      }),
    },
  },
  {
    when: 'with all that was planned',
    input: input(providerView(kept.state(), { scheme: whole })),
    right: { body: {}, data: { shortfallReason: null } },
    fields: {},
    rows: [
      ['a reason that nobody asks for', { 'shortfall-reason': 'It was enough.' }, { data: { shortfallReason: null } }],
    ],
  },
];

export const varyCondition: readonly Situation<FormInput>[] = [
  {
    when: 'as a coordinator asked for',
    input: input(policeView('engaging'), { target: 'p1' }),
    right: { body: {}, data: { proposalId: 'p1' } },
    fields: {},
  },
];

const breached = (state: ReturnType<typeof caseThrough>) => input(policeView(state.state()), { actor: coordinator });
const breach = words({ missing: 'Enter what happened', change: (text) => ({ data: { reason: text } }) });
const NOT_COME = 'Did not come.';

export const recordBreach: readonly Situation<FormInput>[] = [
  {
    when: 'for the first time',
    input: breached(caseThrough('engaging')),
    right: { body: { reason: NOT_COME }, data: { step: 'reminder', reason: NOT_COME } },
    fields: { reason: breach },
    rows: [
      ['a step of their own', { reason: NOT_COME, step: 'warning' }, { data: { step: 'reminder', reason: NOT_COME } }],
    ],
  },
  {
    when: 'for the second time',
    input: breached(caseThrough('engaging').and(sampleCommands.breach, { by: coordinator })),
    right: { body: { reason: NOT_COME }, data: { step: 'warning', reason: NOT_COME } },
    fields: { reason: breach },
  },
];

const whyCorrected = words({ missing: 'Enter why it is corrected', change: (reason) => ({ data: { reason } }) });
const REASON = 'The wrong line was filled in.';
const corrected = (to: object) => ({ appointmentId: 'a1', to, reason: REASON });

export const correctAttendance: readonly Situation<FormInput>[] = [
  {
    when: 'that was recorded as kept',
    input: input(providerView(caseThrough('booked').and(sampleCommands.kept, { by: worker }).state()), {
      target: 'a1',
    }),
    right: {
      body: { attendance: 'missed', 'whose-missed': 'logistics', reason: REASON },
      data: corrected({ is: 'missed', whose: 'logistics' }),
    },
    fields: {
      attendance: choice({
        choices: {
          kept: { data: { to: { is: 'kept' } } },
          late: { data: { to: { is: 'late', whose: 'logistics' } }, body: { 'whose-late': 'logistics' } },
          missed: {},
        },
        missing: 'Select whether the person came',
      }),
      ...besides,
      reason: whyCorrected,
    },
    startsWith: { attendance: 'kept' },
    rows: [
      [
        'missed, with whose doing it was only where it is late',
        { attendance: 'missed', 'whose-late': 'logistics', reason: REASON },
        { errors: [['whose-missed', 'Select whose doing it was']] },
      ],
      [
        'nothing',
        {},
        {
          errors: [
            ['attendance', 'Select whether the person came'],
            ['reason', 'Enter why it is corrected'],
          ],
        },
      ],
    ],
  },
  {
    when: 'that was recorded as missed',
    input: input(providerView(caseThrough('booked').and(sampleCommands.missed, { by: worker }).state()), {
      target: 'a1',
    }),
    right: { body: { attendance: 'kept', reason: REASON }, data: corrected({ is: 'kept' }) },
    fields: { attendance: drawnOnly(['kept', 'late', 'missed']), ...besides, reason: whyCorrected },
    startsWith: { attendance: 'missed', 'whose-missed': 'person-not-acceptable' },
  },
  {
    when: 'of which nothing is recorded',
    input: input(providerView('booked'), { target: 'a1' }),
    right: null,
    fields: {},
    isNotThere: true,
  },
];

export const cancelAppointment: readonly Situation<FormInput>[] = [
  {
    when: 'that is booked',
    input: input(providerView('booked'), { target: 'a1' }),
    right: {
      body: { whose: 'logistics', reason: 'No room.' },
      data: { appointmentId: 'a1', whose: 'logistics', reason: 'No room.' },
    },
    fields: {
      whose: whoseDoing('Select whose doing it is'),
      reason: words({ missing: 'Enter a reason', change: (reason) => ({ data: { reason } }) }),
    },
    rows: [
      [
        'nothing',
        {},
        {
          errors: [
            ['whose', 'Select whose doing it is'],
            ['reason', 'Enter a reason'],
          ],
        },
      ],
    ],
  },
];
