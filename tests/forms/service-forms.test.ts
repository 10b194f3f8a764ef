import { closedDaysForm } from '../../src/providers/pages/closed-days/form.ts';
import { particularsForm } from '../../src/providers/pages/particulars/form.ts';
import { serviceFormPage, type ServiceForm } from '../../src/providers/pages/service-form.ts';
import { timesForm } from '../../src/providers/pages/times/form.ts';
import type { PublishedService } from '../../src/providers/domain/index.ts';
import { choice, date, drawnOnly, time, words } from './fields.ts';
import { changed, type Change, type Field, type Situation, without } from './form-table.ts';
import { hold } from './holding.ts';
import { aCourse } from '../cases/publishing.ts';

const READING = 'E06000038';
const SLOUGH = 'E06000039';
const site = {
  words: {
    forces: new Map(),
    schemes: new Map(),
    localAuthorities: new Map([
      [READING, { name: 'Reading', force: 'thames-valley' }],
      [SLOUGH, { name: 'Slough', force: 'thames-valley' }],
      ['E08000025', { name: 'Birmingham', force: 'west-midlands' }],
    ]),
  },
};

const service: PublishedService = {
  serviceId: 'd1',
  name: 'Course',
  organisationId: 'e1',
  organisationName: 'Aspen Services',
  scheme: 'thames-valley-adult',
  force: 'thames-valley',
  particulars: null,
};

/** A whole number; without `missing` it may be left out. */
function wholeNumber({
  from,
  to,
  called,
  missing,
  change,
}: {
  readonly from: number;
  readonly to: number;
  readonly called: string;
  readonly missing?: string;
  readonly change: (value: number | null) => Change;
}): Field {
  return {
    names: (name) => [name],
    rows: (name, right) => {
      const sent = (value: string) => ({ ...right.body, [name]: value });
      const wrong = (text: string) => ({ errors: [[name, text]] as const });
      const left = missing === undefined ? changed(right, change(null)) : wrong(missing);
      const bounds = wrong(`${called} must be between ${from} and ${to}`);
      const notWhole = wrong(`${called} must be a whole number, like ${from}`);
      return [
        [`${name}: the least`, { ...sent(String(from)), ...change(from).body }, changed(right, change(from))],
        [`${name}: the most`, { ...sent(` ${to} `), ...change(to).body }, changed(right, change(to))],
        [`${name}: one less`, sent(String(from - 1)), bounds],
        [`${name}: one more`, sent(String(to + 1)), bounds],
        ...['ten', '1.5', '-1', '1e2', '9999999', '٣'].map(
          (typed) => [`${name}: ${typed}`, sent(typed), notWhole] as const,
        ),
        [`${name}: empty`, { ...sent(' '), ...change(null).body }, left],
        [`${name}: not sent`, { ...without(right.body, name), ...change(null).body }, left],
      ];
    },
  };
}

function held<Value extends object>(
  form: ServiceForm<Value>,
  situations: readonly Situation<PublishedService>[],
): void {
  hold<PublishedService>({
    title: form.title,
    situations,
    read: async (of, body) => {
      const read = form.read(body, of, site);
      return read.ok ? { ok: true, value: { data: read.value } } : read;
    },
    draw: (of, typed) => serviceFormPage(form, { site, service: of, typed, csrfToken: 'token' }).content,
    startsWith: (of) => form.startWith(of),
  });
}

/* What a service is and whom it takes */

const said = {
  kind: 'course',
  mode: 'in-person',
  where: '1 Made-up Street',
  council: READING,
  takesFrom: [READING, SLOUGH],
  youngest: 18,
  oldest: 24,
  languages: ['English', 'Welsh'],
  isStepFree: true,
};
const saidBody = {
  kind: 'course',
  mode: 'in-person',
  where: '1 Made-up Street',
  council: READING,
  'takes-from': [READING, SLOUGH],
  youngest: '18',
  oldest: '24',
  languages: 'English, Welsh',
  'step-free': 'yes',
};
const is = (data: object): Change => ({ data });
const NO_LANGUAGE = 'Enter at least one language';

const particulars: Situation<PublishedService> = {
  when: 'where nothing is published yet',
  input: service,
  right: { body: saidBody, data: said },
  startsWith: { languages: 'English' },
  fields: {
    kind: choice({
      choices: {
        course: is({ kind: 'course' }),
        'one-to-one': is({ kind: 'one-to-one' }),
        navigator: is({ kind: 'navigator' }),
        residential: is({ kind: 'residential' }),
      },
      missing: 'Select what it is',
    }),
    mode: choice({
      choices: {
        'in-person': is({ mode: 'in-person' }),
        online: is({ mode: 'online' }),
        telephone: is({ mode: 'telephone' }),
      },
      missing: 'Select how people take part',
    }),
    where: words({ missing: 'Enter where it is, or how to join', atMost: 200, change: (where) => is({ where }) }),
    council: drawnOnly([READING, SLOUGH]),
    'takes-from': drawnOnly([READING, SLOUGH]),
    youngest: wholeNumber({
      from: 10,
      to: 120,
      called: 'The youngest age',
      change: (youngest) => ({ data: { youngest, oldest: null }, body: { oldest: '' } }),
    }),
    oldest: drawnOnly(),
    languages: drawnOnly(),
    'step-free': choice({
      choices: { yes: is({ isStepFree: true }), no: is({ isStepFree: false }), 'not-known': is({ isStepFree: null }) },
      missing: 'Select whether people can reach it without steps',
    }),
  },
  rows: [
    ['the other council', { ...saidBody, council: SLOUGH }, { data: { ...said, council: SLOUGH } }],
    ['no council', { ...saidBody, council: '' }, { data: { ...said, council: null } }],
    [
      'a council of another force',
      { ...saidBody, council: 'E08000025' },
      { errors: [['council', 'Select one of the council areas']] },
    ],
    ['people from anywhere in the force', without(saidBody, 'takes-from'), { data: { ...said, takesFrom: [] } }],
    ['people of one council', { ...saidBody, 'takes-from': SLOUGH }, { data: { ...said, takesFrom: [SLOUGH] } }],
    [
      'people of a council of another force',
      { ...saidBody, 'takes-from': [SLOUGH, 'E08000025'] },
      { errors: [['takes-from', 'Select only council areas of the list']] },
    ],
    ['no oldest age', { ...saidBody, oldest: '' }, { data: { ...said, oldest: null } }],
    ['one age alone', { ...saidBody, oldest: '18' }, { data: { ...said, oldest: 18 } }],
    [
      'an oldest age below the youngest',
      { ...saidBody, oldest: '17' },
      { errors: [['oldest', 'The oldest age must not be lower than the youngest']] },
    ],
    [
      'an oldest age that is no number',
      { ...saidBody, oldest: 'old' },
      { errors: [['oldest', 'The oldest age must be a whole number, like 10']] },
    ],
    [
      'languages twice, with space and commas to spare',
      { ...saidBody, languages: ' Polish ,, English,Polish' },
      { data: { ...said, languages: ['Polish', 'English'] } },
    ],
    ['commas alone', { ...saidBody, languages: ' , ,' }, { errors: [['languages', NO_LANGUAGE]] }],
    ['no languages', { ...saidBody, languages: '' }, { errors: [['languages', NO_LANGUAGE]] }],
  ],
};

const again: Situation<PublishedService> = {
  ...particulars,
  when: 'as it is published now',
  input: { ...service, particulars: { ...aCourse, council: READING, takesFrom: [READING, SLOUGH], oldest: 24 } },
  startsWith: { ...saidBody, languages: 'English' },
};

/** A force of whose councils the reference knows none. */
const elsewhere: Situation<PublishedService> = {
  when: 'where no council areas are known',
  input: { ...service, force: 'scotland' },
  right: { body: without(saidBody, 'council', 'takes-from'), data: { ...said, council: null, takesFrom: [] } },
  startsWith: { languages: 'English' },
  fields: {
    kind: drawnOnly(['course', 'one-to-one', 'navigator', 'residential']),
    mode: drawnOnly(['in-person', 'online', 'telephone']),
    where: drawnOnly(),
    youngest: drawnOnly(),
    oldest: drawnOnly(),
    languages: drawnOnly(),
    'step-free': drawnOnly(['yes', 'no', 'not-known']),
  },
  rows: [
    [
      'no place',
      { ...without(saidBody, 'council', 'takes-from'), where: '' },
      { errors: [['where', 'Enter where it is, or how to join']] },
    ],
  ],
};

held(particularsForm, [particulars, again, elsewhere]);

/* A weekly series of times */

const series = { from: '2026-12-01', startsAt: 600, endsAt: 710, weeks: 8 };
const seriesBody = {
  'on-day': '1',
  'on-month': '12',
  'on-year': '2026',
  'from-time': '10am',
  'to-time': '11:50am',
  weeks: '8',
  takes: '12',
};
const times = (different: object): Change => ({ data: { series: { ...series, ...different } } });

held(timesForm, [
  {
    when: 'on a published service',
    input: service,
    right: { body: seriesBody, data: { series, takes: 12 } },
    fields: {
      on: date({ called: 'The first day', missing: 'Enter the first day', change: (from) => times({ from }) }),
      'from-time': time({ change: (startsAt) => times({ startsAt }) }),
      'to-time': time({ change: (endsAt) => times({ endsAt }) }),
      weeks: wholeNumber({
        from: 1,
        to: 104,
        called: 'The number of weeks',
        missing: 'Enter for how many weeks',
        change: (weeks) => times({ weeks }),
      }),
      takes: wholeNumber({
        from: 1,
        to: 500,
        called: 'The number of people',
        missing: 'Enter how many people each takes',
        change: (takes) => is({ takes }),
      }),
    },
    rows: [
      [
        'an end that is the start',
        { ...seriesBody, 'to-time': '10:00' },
        { errors: [['to-time', 'The end must differ from the start']] },
      ],
    ],
  },
]);

/* A closed day */

held(closedDaysForm, [
  {
    when: 'of any service',
    input: service,
    right: {
      body: { 'on-day': '25', 'on-month': '12', 'on-year': '2026', reason: 'Christmas' },
      data: { day: '2026-12-25', reason: 'Christmas' },
    },
    fields: {
      on: date({ called: 'The day', missing: 'Enter the day', change: (day) => is({ day }) }),
      reason: words({ missing: 'Enter a reason', atMost: 200, change: (reason) => is({ reason }) }),
    },
  },
]);
