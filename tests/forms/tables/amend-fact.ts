import type { FormInput } from '../../../src/cases/pages/act/case-form.ts';
import { facts } from '../../cases/case-in-state.ts';
import { input, policeView, site } from '../case-views.ts';
import { choice, date, drawnOnly, words } from '../fields.ts';
import type { Change, ExpectedError, Field, Row, Situation } from '../form-table.ts';

/** The facts of a case in which nobody has said what was found. */
const { substances: _, ...unsaid } = facts;

const REASON = 'The custody record says so.';
const OR_ELSE = 'or tick that it is not known';

interface Amended {
  readonly fact: string;
  /** What the fields hold where the answer is right, and what is read of them. */
  readonly body: { readonly [name: string]: string | readonly string[] };
  readonly value: unknown;
  readonly fields: { readonly [name: string]: Field };
  readonly rows?: readonly Row[];
  /** What is asked where nothing is answered. */
  readonly missing: ExpectedError;
  /** What is on record, where something is. */
  readonly known?: object;
  readonly startsWith?: { readonly [name: string]: string | readonly string[] };
}

const answerIs = (value: unknown): Change => ({ data: { new: value } });

function amending({
  fact,
  body,
  value,
  fields,
  rows = [],
  missing,
  known = {},
  startsWith,
}: Amended): Situation<FormInput> {
  const data = { fact, new: value, reason: REASON };
  return {
    when: fact,
    input: input(policeView('triaged', { first: { facts: { ...unsaid, ...known } } }), { target: fact }),
    right: { body: { ...body, reason: REASON }, data },
    fields: {
      ...fields,
      'not-known': drawnOnly(['yes']),
      reason: words({ missing: 'Enter a reason', change: (reason) => ({ data: { reason } }) }),
    },
    rows: [
      ['not known after all', { ...body, 'not-known': 'yes', reason: REASON }, { data: { ...data, new: null } }],
      [
        'not known after all, and nothing else',
        { 'not-known': 'yes', reason: REASON },
        { data: { ...data, new: null } },
      ],
      ['a box that is not the one', { ...body, 'not-known': 'maybe', reason: REASON }, { data }],
      ['nothing', {}, { errors: [missing, ['reason', 'Enter a reason']] }],
      ...rows.map(([title, answer, expected]): Row => [
        title,
        { ...answer, reason: REASON },
        'errors' in expected ? expected : { data: { ...data, ...expected.data } },
      ]),
    ],
    ...(startsWith && { startsWith }),
  };
}

const enter = 'Enter a whole number from 0 to 120';
const select = `Select an answer, ${OR_ELSE}`;

/** A number that can be known exactly or as a range. */
const age = amending({
  fact: 'age',
  body: { answer: '17', 'answer-from': '', 'answer-to': '' },
  value: 17,
  fields: { answer: drawnOnly(), 'answer-from': drawnOnly(), 'answer-to': drawnOnly() },
  missing: ['answer', `${enter}, ${OR_ELSE}`],
  startsWith: { answer: '25' },
  rows: [
    ['the least there is', { answer: '0' }, { data: { new: 0 } }],
    ['the most there is', { answer: '120' }, { data: { new: 120 } }],
    ['more than there is', { answer: '121' }, { errors: [['answer', enter]] }],
    ['less than there is', { answer: '-1' }, { errors: [['answer', enter]] }],
    ['a part of one', { answer: '17.5' }, { errors: [['answer', enter]] }],
    ['words', { answer: 'seventeen' }, { errors: [['answer', enter]] }],
    ['another way to write a number', { answer: '0x11' }, { errors: [['answer', enter]] }],
    ['an answer that is exact goes before a range', { answer: '17', 'answer-from': '18' }, { data: { new: 17 } }],
    ['from', { 'answer-from': '18' }, { data: { new: { from: 18 } } }],
    ['to', { 'answer-to': '24' }, { data: { new: { to: 24 } } }],
    ['from nought', { 'answer-from': '0', 'answer-to': '17' }, { data: { new: { from: 0, to: 17 } } }],
    ['from and to', { 'answer-from': '18', 'answer-to': '24' }, { data: { new: { from: 18, to: 24 } } }],
    ['from and to, the same', { 'answer-from': '18', 'answer-to': '18' }, { data: { new: { from: 18, to: 18 } } }],
    [
      'from more than to',
      { 'answer-from': '19', 'answer-to': '18' },
      { errors: [['answer-to', 'The most must not be less than the least']] },
    ],
    ['from what is no number', { 'answer-from': 'x', 'answer-to': '18' }, { errors: [['answer-from', enter]] }],
    ['to more than there is', { 'answer-from': '18', 'answer-to': '121' }, { errors: [['answer-to', enter]] }],
    [
      'from and to, neither a number',
      { 'answer-from': 'x', 'answer-to': 'y' },
      {
        errors: [
          ['answer-from', enter],
          ['answer-to', enter],
        ],
      },
    ],
  ],
});

/** A number without a highest. */
const daysAgo = amending({
  fact: 'offence-age-days',
  body: { answer: '30', 'answer-from': '', 'answer-to': '' },
  value: 30,
  fields: { answer: drawnOnly(), 'answer-from': drawnOnly(), 'answer-to': drawnOnly() },
  missing: ['answer', `Enter a whole number, ${OR_ELSE}`],
  rows: [
    ['as many as can be counted', { answer: '9007199254740991' }, { data: { new: 9007199254740991 } }],
    ['more than can be counted', { answer: '9007199254740993' }, { errors: [['answer', 'Enter a whole number']] }],
    ['endless figures', { answer: '9'.repeat(400) }, { errors: [['answer', 'Enter a whole number']] }],
  ],
});

const coAccused = amending({
  fact: 'co-accused',
  body: { answer: 'true' },
  value: true,
  fields: { answer: choice({ choices: { true: answerIs(true), false: answerIs(false) }, missing: select }) },
  missing: ['answer', select],
});

const admission = amending({
  fact: 'admission',
  body: { answer: 'denies' },
  value: 'denies',
  fields: {
    answer: choice({
      choices: {
        admits: answerIs('admits'),
        'no-reply': answerIs('no-reply'),
        denies: answerIs('denies'),
        'not-asked': answerIs('not-asked'),
      },
      missing: select,
    }),
  },
  missing: ['answer', select],
  startsWith: { answer: 'admits' },
});

const DRUGS = [
  'cannabis',
  'cocaine',
  'crack',
  'heroin',
  'mdma',
  'amphetamine',
  'methylamphetamine',
  'ketamine',
  'ghb',
  'lsd',
  'magic-mushrooms',
  'synthetic-cannabinoid',
  'cathinone',
  'nitrous-oxide',
  'khat',
  'benzodiazepine',
  'anabolic-steroid',
  'alcohol',
  'other',
];
const selectEach = `Select every one, or “None”, ${OR_ELSE}`;
const notThese: Row[2] = { errors: [['answer', selectEach]] };

const substances = amending({
  fact: 'substances',
  body: { answer: ['cannabis', 'khat'] },
  value: ['cannabis', 'khat'],
  fields: { answer: drawnOnly([...DRUGS, 'none']) },
  missing: ['answer', selectEach],
  rows: [
    ...DRUGS.map((drug): Row => [drug, { answer: drug }, { data: { new: [drug] } }]),
    ['none', { answer: 'none' }, { data: { new: [] } }],
    ['none, sent twice', { answer: ['none', 'none'] }, { data: { new: [] } }],
    ['all of them', { answer: DRUGS }, { data: { new: DRUGS } }],
    ['in another order', { answer: ['khat', 'cannabis'] }, { data: { new: ['cannabis', 'khat'] } }],
    ['one of them twice', { answer: ['khat', 'khat'] }, { data: { new: ['khat'] } }],
    ['none and one of them', { answer: ['khat', 'none'] }, notThese],
    ['an invented one', { answer: 'tea' }, notThese],
    ['an invented one beside one of them', { answer: ['khat', 'tea'] }, notThese],
    ['an empty one', { answer: '' }, notThese],
  ],
});

const NO_GRAMS = 'Enter a number of grams, like 3.5';
const noAmount: Row[2] = { errors: [['answer', `Enter at least one amount, ${OR_ELSE}`]] };

const grams = amending({
  fact: 'grams',
  known: { substances: ['heroin', 'khat'] },
  body: { 'answer-heroin': '3.5', 'answer-khat': '' },
  value: { heroin: 3.5 },
  fields: { 'answer-heroin': drawnOnly(), 'answer-khat': drawnOnly() },
  missing: ['answer', `Enter at least one amount, ${OR_ELSE}`],
  rows: [
    ['of both', { 'answer-heroin': '1', 'answer-khat': '0.25' }, { data: { new: { heroin: 1, khat: 0.25 } } }],
    ['nought', { 'answer-khat': '0' }, { data: { new: { khat: 0 } } }],
    ['none of either', { 'answer-heroin': ' ', 'answer-khat': '' }, noAmount],
    ['of a drug that is not asked about', { 'answer-cannabis': '3' }, noAmount],
    ['less than nought', { 'answer-heroin': '-1' }, { errors: [['answer-heroin', NO_GRAMS]] }],
    ['a comma', { 'answer-heroin': '3,5' }, { errors: [['answer-heroin', NO_GRAMS]] }],
    ['with its unit', { 'answer-heroin': '3.5g' }, { errors: [['answer-heroin', NO_GRAMS]] }],
    ['endless figures', { 'answer-heroin': '9'.repeat(400) }, { errors: [['answer-heroin', NO_GRAMS]] }],
    [
      'neither a number',
      { 'answer-heroin': 'some', 'answer-khat': 'more' },
      {
        errors: [
          ['answer-heroin', NO_GRAMS],
          ['answer-khat', NO_GRAMS],
        ],
      },
    ],
  ],
});

/** Where no drug is named, amounts are asked of every one. */
const gramsOfAny = amending({
  fact: 'grams',
  body: Object.fromEntries(DRUGS.map((drug) => [`answer-${drug}`, drug === 'other' ? '2' : ''])),
  value: { other: 2 },
  fields: Object.fromEntries(DRUGS.map((drug) => [`answer-${drug}`, drawnOnly()])),
  missing: ['answer', `Enter at least one amount, ${OR_ELSE}`],
});

const NO_TIMES = 'Enter a whole number';
const DIVERT = 'answer-west-midlands-divert';
const onDivert = (times: number) => ({ 'west-midlands-divert': times });

/** A count for each scheme that may still take the person and counts it. */
const timesOnDivert = amending({
  fact: 'diversions-by-scheme',
  body: { [DIVERT]: '1' },
  value: onDivert(1),
  fields: { [DIVERT]: drawnOnly() },
  missing: [DIVERT, `${NO_TIMES}, ${OR_ELSE}`],
  rows: [
    ['never', { [DIVERT]: '0' }, { data: { new: onDivert(0) } }],
    ['a part of one', { [DIVERT]: '1.5' }, { errors: [[DIVERT, NO_TIMES]] }],
    ['less than nought', { [DIVERT]: '-1' }, { errors: [[DIVERT, NO_TIMES]] }],
    ['words', { [DIVERT]: 'once' }, { errors: [[DIVERT, NO_TIMES]] }],
    ['endless figures', { [DIVERT]: '9'.repeat(400) }, { errors: [[DIVERT, NO_TIMES]] }],
    [
      'of a scheme that is not asked about',
      { 'answer-druglink-courses': '1' },
      { errors: [[DIVERT, `${NO_TIMES}, ${OR_ELSE}`]] },
    ],
  ],
});

/** A scheme with a count on record is asked about again, whoever counts it. */
const timesOnRecord = amending({
  fact: 'diversions-by-scheme',
  known: { 'diversions-by-scheme': { 'druglink-courses': 2 } },
  body: { 'answer-druglink-courses': '1' },
  value: { 'druglink-courses': 1 },
  fields: { 'answer-druglink-courses': drawnOnly() },
  missing: ['answer-druglink-courses', `${NO_TIMES}, ${OR_ELSE}`],
  startsWith: { 'answer-druglink-courses': '2' },
});

const enterCode: ExpectedError = ['answer', `Choose a council, ${OR_ELSE}`];
const COUNCILS = [...site.words.localAuthorities];
const ownCouncils = COUNCILS.filter(([, { force }]) => force === 'west-midlands').map(([code]) => code);
const otherCouncils = COUNCILS.filter(([, { force }]) => force !== 'west-midlands')
  .sort(([, a], [, b]) => a.name.localeCompare(b.name))
  .map(([code]) => code);
const council = amending({
  fact: 'offence-local-authority',
  body: { answer: 'E08000025', 'other-council': '' },
  value: 'E08000025',
  fields: { answer: drawnOnly([...ownCouncils, 'other']), 'other-council': drawnOnly(otherCouncils) },
  missing: enterCode,
  rows: [
    ['of another force', { answer: 'other', 'other-council': 'E06000037' }, { data: { new: 'E06000037' } }],
    ['of another force, not said which', { answer: 'other' }, { errors: [['other-council', 'Choose a council']] }],
    ['in small letters', { answer: ' e06000037 ' }, { data: { new: 'E06000037' } }],
    ['one figure too many', { answer: 'E060000370' }, { errors: [enterCode] }],
    ['one figure too few', { answer: 'E0600003' }, { errors: [enterCode] }],
    ['another letter', { answer: 'X06000037' }, { errors: [enterCode] }],
    ['a name', { answer: 'West Berkshire' }, { errors: [enterCode] }],
  ],
});

/** The police forces there are, those beyond England and Wales among them. */
const FORCES = [...site.words.forces.keys()];
const homeForce = amending({
  fact: 'home-force',
  body: { answer: 'west-midlands', 'other-force': '' },
  value: 'west-midlands',
  fields: {
    answer: drawnOnly(['west-midlands', 'other', 'no-fixed-abode']),
    'other-force': drawnOnly(FORCES.filter((force) => force !== 'west-midlands').sort(byName)),
  },
  missing: ['answer', select],
  rows: [
    ...FORCES.map((force): Row => [force, { answer: 'other', 'other-force': force }, { data: { new: force } }]),
    ['no fixed abode', { answer: 'no-fixed-abode', 'other-force': '' }, { data: { new: 'no-fixed-abode' } }],
    [
      'one’s own, with another in the list that is not open',
      { answer: 'west-midlands', 'other-force': 'durham' },
      { data: { new: 'west-midlands' } },
    ],
    [
      'another, not said which',
      { answer: 'other', 'other-force': '' },
      { errors: [['other-force', 'Choose a force']] },
    ],
    [
      'another, invented',
      { answer: 'other', 'other-force': 'mercia' },
      { errors: [['other-force', 'Choose a force']] },
    ],
    ['invented', { answer: 'mercia' }, { errors: [['answer', select]] }],
    ['two', { answer: ['west-midlands', 'other'], 'other-force': 'durham' }, { errors: [['answer', select]] }],
  ],
});

const occurredOn = amending({
  fact: 'offence-occurred-on',
  body: { 'answer-day': '1', 'answer-month': '3', 'answer-year': '2026' },
  value: '2026-03-01',
  fields: {
    answer: date({
      called: 'The date of the offence',
      missing: 'Enter the date of the offence',
      today: { is: '2026-03-02', tomorrow: '2026-03-03' },
      change: answerIs,
    }),
  },
  missing: ['answer', 'Enter the date of the offence', 'answer-day'],
  startsWith: { 'answer-day': '2', 'answer-month': '3', 'answer-year': '2026' },
});

const modeOfTrial = amending({
  fact: 'mode-of-trial',
  body: { answer: 'either-way' },
  value: 'either-way',
  fields: {
    answer: choice({
      choices: {
        'summary-only': answerIs('summary-only'),
        'either-way': answerIs('either-way'),
        'indictable-only': answerIs('indictable-only'),
      },
      missing: 'Select where it may be tried',
    }),
  },
  missing: ['answer', 'Select where it may be tried'],
});

const notThere = { errors: [['form', 'There is no such fact. Choose one from the list.']] } as const;

export const amendFact: readonly Situation<FormInput>[] = [
  age,
  daysAgo,
  coAccused,
  admission,
  substances,
  grams,
  gramsOfAny,
  timesOnDivert,
  timesOnRecord,
  council,
  homeForce,
  occurredOn,
  modeOfTrial,
  ...[null, 'invented', 'constructor'].map((target) => ({
    when: `of an address that names ${target ?? 'no fact'}`,
    input: input(policeView('triaged'), { target }),
    right: null,
    fields: {},
    isNotThere: true,
    rows: [
      ['an answer', { answer: 'true', reason: REASON }, notThere] as const,
      ['not known after all', { 'not-known': 'yes', reason: REASON }, notThere] as const,
    ],
  })),
];

function byName(a: string, b: string): number {
  return (site.words.forces.get(a) ?? '').localeCompare(site.words.forces.get(b) ?? '');
}
