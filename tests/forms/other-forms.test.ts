import { parseSignInForm } from '../../src/access/pages/sign-in/form.ts';
import { signInPage } from '../../src/access/pages/sign-in/page.ts';
import { readCorrection } from '../../src/cases/pages/person/form.ts';
import { personFields, personLabels, personSoFar } from '../../src/cases/pages/person/page.ts';
import { monitoringSoFar, readMonitoring } from '../../src/cases/pages/monitoring/form.ts';
import { monitoringFields, monitoringLabels } from '../../src/cases/pages/monitoring/page.ts';
import { readProposal } from '../../src/cases/pages/engagement/propose-variation/form.ts';
import { proposalFields } from '../../src/cases/pages/engagement/propose-variation/page.ts';
import { readStart, startAnew, startSoFar } from '../../src/triage/pages/start/form.ts';
import { startTriagePage } from '../../src/triage/pages/start/page.ts';
import type { Person } from '../../src/triage/index.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import type { FormResult } from '../../src/web/markup/index.ts';
import { expect, test } from 'vitest';
import { aPerson } from '../cases/people.ts';
import { choice, pressed, date, drawnOnly, words, yesOrNo } from './fields.ts';
import { type Change, type Situation, without } from './form-table.ts';
import { hold } from './holding.ts';

const now = calendarDayOf('2026-03-02');
const today = { is: '2026-03-02', tomorrow: '2026-03-03' } as const;
/** The days of birth that make somebody 120 today, and older. */
const oldest = {
  day: '1905-03-03',
  before: '1905-03-02',
  words: 'The date of birth must not make the person older than 120',
};

/** A form whose value is the data. */
function asRead<Value extends object>(read: FormResult<Value>): FormResult<{ readonly data: object }> {
  return read.ok ? { ok: true, value: { data: read.value } } : read;
}

/* The person's details */

const before = aPerson({ ethnicity: { selfDefined: 'W1', officerDefined: null } });
const known: Person = {
  ...before,
  name: 'Rowan Made-up',
  bornOn: calendarDayOf('1999-05-17'),
  contact: { telephone: '07700 900123', email: null, address: null, safe: 'safe', howSafely: null },
};
const contact = (different: object): Change => ({ data: { contact: { ...known.contact, ...different } } });
const WRONG_EMAIL = 'Enter an email address in the correct format, like name@example.com';
const personBody = {
  name: 'Rowan Made-up',
  'born-on-day': '17',
  'born-on-month': '5',
  'born-on-year': '1999',
  'birthday-reason': 'Passport seen.',
  telephone: '07700 900123',
  email: '',
  address: '',
  safe: 'safe',
  'how-safely': '',
  language: 'English',
  interpreter: 'no',
  needs: '',
  risk: '',
  'police-reference': '',
};
const personRight = { body: personBody, data: known };

const person: Situation<Person> = {
  when: 'as they are on record',
  input: before,
  right: personRight,
  startsWith: without(personBody, 'birthday-reason'),
  fields: {
    name: words({ missing: 'Enter the person’s name', atMost: 200, change: (name) => ({ data: { name } }) }),
    'born-on': date({
      called: 'The date of birth',
      today,
      earliest: oldest,
      change: (bornOn) => ({ data: { bornOn } }),
    }),
    'birthday-reason': drawnOnly(),
    telephone: words({ atMost: 200, change: (telephone) => contact({ telephone }) }),
    email: drawnOnly(),
    address: words({ change: (address) => contact({ address }) }),
    safe: choice({
      choices: {
        safe: {},
        'only-as-described': {
          ...contact({ safe: 'only-as-described', howSafely: 'Text only.' }),
          body: { 'how-safely': 'Text only.' },
        },
        'not-safe': contact({ safe: 'not-safe' }),
      },
      missing: 'Select whether it is safe to make contact',
    }),
    'how-safely': drawnOnly(),
    language: words({ atMost: 200, change: (language) => ({ data: { language } }) }),
    interpreter: yesOrNo({
      yes: { data: { interpreterNeeded: true } },
      no: { data: { interpreterNeeded: false } },
      missing: 'Select whether an interpreter is needed',
    }),
    needs: words({ change: (needs) => ({ data: { needs } }) }),
    risk: words({ change: (riskToStaff) => ({ data: { riskToStaff } }) }),
    'police-reference': words({ atMost: 200, change: (policeReference) => ({ data: { policeReference } }) }),
  },
  rows: [
    [
      'an email address',
      { ...personBody, email: ' rowan@made-up.example ' },
      {
        data: { ...known, contact: { ...known.contact, email: 'rowan@made-up.example' } },
      },
    ],
    ...['rowan', 'rowan@', '@made-up.example', 'rowan@made-up', 'rowan made-up@x.example'].map(
      (email) =>
        [`no email address: ${email}`, { ...personBody, email }, { errors: [['email', WRONG_EMAIL]] }] as const,
    ),
    [
      'safe in a certain way, not said how',
      { ...personBody, safe: 'only-as-described' },
      { errors: [['how-safely', 'Enter how to make contact safely']] },
    ],
    [
      'not safe, with a way that is not offered',
      { ...personBody, safe: 'not-safe', 'how-safely': 'Text only.' },
      { data: { ...known, contact: { ...known.contact, safe: 'not-safe' } } },
    ],
    [
      'nothing',
      {},
      {
        errors: [
          ['name', 'Enter the person’s name'],
          ['safe', 'Select whether it is safe to make contact'],
          ['interpreter', 'Select whether an interpreter is needed'],
        ],
      },
    ],
  ],
};

/** The details alone: why the date of birth is another is read beside them. */
function detailsOf(read: ReturnType<typeof readCorrection>): FormResult<Person> {
  return read.ok ? { ok: true, value: read.value.person } : read;
}

hold<Person>({
  title: 'The person’s details',
  situations: [person],
  read: async (of, body) => asRead(detailsOf(readCorrection(body, of, { today: now, occurredOn: null, oldest: 120 }))),
  draw: (_of, typed) => personFields(typed),
  startsWith: personSoFar,
});

test('Another date of birth needs its reason, and nothing else does', () => {
  const limits = { today: now, occurredOn: calendarDayOf('2026-02-27'), oldest: 120 };
  const unexplained = without(personBody, 'birthday-reason');
  const read = (body: object) => {
    const result = readCorrection({ ...unexplained, ...body }, before, limits);
    return result.ok ? [result.value.person.bornOn, result.value.reason] : result.errors;
  };
  expect(read({ 'birthday-reason': 'Not asked for.' })).toEqual(['1999-05-17', null]);
  expect(read({ 'born-on-year': '2008', 'birthday-reason': 'Passport seen.' })).toEqual([
    '2008-05-17',
    'Passport seen.',
  ]);
  expect(read({ 'born-on-year': '2008' })).toEqual([
    { field: 'birthday-reason', text: 'Enter why the date of birth is another' },
  ]);
  expect(read({ 'born-on-day': '28', 'born-on-month': '2', 'born-on-year': '2026' })).toEqual([
    { field: 'born-on', text: 'The date of birth must be before the offence', target: 'born-on-day' },
  ]);
});

test('The page of overtaken details calls every field by a name, and no other', () => {
  const names = Object.entries(person.fields).flatMap(([name, field]) => field.names(name));
  expect(Object.keys(personLabels).sort()).toEqual([...names].sort());
});

/* What is asked for equality monitoring */

const NOT_SAID = 'prefer-not-to-say';
const asked = (different: object): Change => ({ data: { monitoring: { ...answers, ...different } } });
const answers = { sex: 'female', disability: 'no', language: 'said' };
const monitoringBody = {
  ethnicity: 'B2',
  sex: 'female',
  disability: 'no',
  needs: '',
  language: 'english',
  'another-language': '',
};
const ethnicity = (selfDefined: string): Change => ({ data: { ethnicity: { selfDefined, officerDefined: 'IC3' } } });
const everyEthnicity = 'W1 W2 W3 W9 M1 M2 M3 M9 A1 A2 A3 A4 A9 B1 B2 B9 O2 O9 NS'.split(' ');
const notAsked = aPerson({ language: null, ethnicity: { selfDefined: null, officerDefined: 'IC3' } });

interface Monitored {
  readonly person: Person;
  readonly asksSex: boolean;
}

function monitoring({ when, asksSex, person: of }: Monitored & { readonly when: string }): Situation<Monitored> {
  const sex = asksSex ? 'female' : null;
  const change = (different: object): Change => asked({ sex, ...different });
  const monitored = asksSex ? answers : { ...answers, sex: null };
  const body = asksSex ? monitoringBody : without(monitoringBody, 'sex');
  const right = {
    body,
    data: {
      ...of,
      needs: null,
      ethnicity: { selfDefined: 'B2', officerDefined: 'IC3' },
      language: 'English',
      monitoring: monitored,
    },
  };
  return {
    when,
    input: { person: of, asksSex },
    right,
    ...(of.monitoring && {
      startsWith: {
        ...without(body, 'sex', 'another-language'),
        ethnicity: 'NS',
        disability: 'not-sure',
        needs: 'A quiet room.',
        language: 'another',
        'another-language': 'Polish',
      },
    }),
    fields: {
      ethnicity: choice({
        choices: Object.fromEntries(everyEthnicity.map((code) => [code, ethnicity(code)])),
        missing: 'Select an ethnic group, or “Prefer not to say”',
      }),
      ...(asksSex && {
        sex: choice({
          choices: Object.fromEntries(['female', 'male', 'other', NOT_SAID].map((own) => [own, asked({ sex: own })])),
          missing: 'Select their sex, or “Prefer not to say”',
        }),
      }),
      disability: choice({
        choices: Object.fromEntries(
          ['yes', 'no', 'not-sure', NOT_SAID].map((disability) => [disability, change({ disability })]),
        ),
        missing: 'Select whether they have a disability, or “Prefer not to say”',
      }),
      needs: words({ change: (needs) => ({ data: { needs } }) }),
      language: choice({
        choices: {
          english: {},
          welsh: { data: { language: 'Welsh' } },
          another: { data: { language: 'Polish' }, body: { 'another-language': 'Polish' } },
          [NOT_SAID]: { data: { language: null, ...change({ language: NOT_SAID }).data } },
        },
        missing: 'Select a language, or “Prefer not to say”',
      }),
      'another-language': drawnOnly(),
    },
    rows: [
      [
        'another language that is not named',
        { ...body, language: 'another' },
        { errors: [['another-language', 'Enter the language']] },
      ],
      [
        'a language that is named, and preferring not to say it',
        { ...body, language: NOT_SAID, 'another-language': 'Polish' },
        { data: { ...right.data, language: null, monitoring: { ...monitored, language: NOT_SAID } } },
      ],
      [
        'nothing',
        {},
        {
          errors: [
            ['ethnicity', 'Select an ethnic group, or “Prefer not to say”'],
            ...(asksSex ? [['sex', 'Select their sex, or “Prefer not to say”'] as const] : []),
            ['disability', 'Select whether they have a disability, or “Prefer not to say”'],
            ['language', 'Select a language, or “Prefer not to say”'],
          ],
        },
      ],
    ],
  };
}

hold<Monitored>({
  title: 'Equality monitoring',
  situations: [
    monitoring({ when: 'of somebody who was not asked yet', person: notAsked, asksSex: true }),
    monitoring({
      when: 'of somebody who was asked, and whose sex the triage knows',
      asksSex: false,
      person: {
        ...notAsked,
        language: 'Polish',
        needs: 'A quiet room.',
        ethnicity: { selfDefined: 'NS', officerDefined: 'IC3' },
        monitoring: { sex: null, disability: 'not-sure', language: 'said' },
      },
    }),
  ],
  read: async ({ person: of, asksSex }, body) => asRead(readMonitoring(body, of, { asksSex })),
  draw: ({ asksSex }, typed) => monitoringFields(typed, { asksSex }),
  startsWith: ({ person: of }) => monitoringSoFar(of),
});

test('A sex that the person preferred at the triage not to say is kept as that, and not asked for again', () => {
  const sexOf = (declinedSex: boolean) => {
    const read = readMonitoring(monitoringBody, notAsked, { asksSex: false, declinedSex });
    return read.ok ? read.value.monitoring?.sex : read.errors;
  };
  expect([sexOf(true), sexOf(false)]).toEqual([NOT_SAID, null]);
});

test('Whoever preferred not to say the language finds that answer again, and not an empty field', () => {
  const read = readMonitoring({ ...monitoringBody, language: NOT_SAID }, notAsked, { asksSex: true });
  expect(read.ok && monitoringSoFar(read.value)).toMatchObject({ language: NOT_SAID, ethnicity: 'B2', sex: 'female' });
});

test('The page of overtaken answers calls every field of equality monitoring by a name, and no other', () => {
  expect(Object.keys(monitoringLabels).sort()).toEqual(Object.keys(monitoringBody).sort());
});

/* The beginning of a triage */

const nobody: Person = {
  name: '',
  bornOn: null,
  contact: { telephone: null, email: null, address: null, safe: 'not-safe', howSafely: null },
  language: null,
  interpreterNeeded: false,
  needs: null,
  riskToStaff: null,
  ethnicity: { selfDefined: null, officerDefined: null },
  monitoring: null,
  policeReference: null,
};
const draft: Parameters<typeof startSoFar>[0] = {
  draftId: '00000000-0000-4000-8000-00000000d001',
  force: 'durham',
  startedAt: '2026-03-02T09:00:00.000Z',
  person: { ...before, name: 'Robin Later', bornOn: calendarDayOf('1999-05-17') },
  offence: { occurredOn: calendarDayOf('2026-02-27'), modeOfTrial: 'either-way' },
  facts: {},
  answered: [],
  declined: [],
  fromRecords: [],
  finishedAs: null,
  isDemonstration: false,
};
const off = (different: object, modeOfTrial: string | null = null) => ({ offence: { modeOfTrial, ...different } });
const bornTooLate = 'The date of birth must be before the offence';

function start(of: typeof draft | null): Situation<typeof draft | null> {
  const held = of?.person ?? nobody;
  const mode = of?.offence.modeOfTrial ?? null;
  const body = {
    when: 'today',
    'occurred-on-day': '',
    'occurred-on-month': '',
    'occurred-on-year': '',
    name: 'Robin Made-up',
    'born-on': '17 5 1999',
    ...(of === null && { found: 'cannabis' }),
  };
  const cannabis = { 'offence-group': 'possession', substances: ['cannabis'] };
  const bornOn = calendarDayOf('1999-05-17');
  const data = {
    person: { ...held, name: 'Robin Made-up', bornOn },
    ...off({ occurredOn: '2026-03-02' }, mode),
    facts: of === null ? cannabis : {},
  };
  const other = (day: string, month: string, year: string) => ({
    ...body,
    when: 'other',
    'occurred-on-day': day,
    'occurred-on-month': month,
    'occurred-on-year': year,
  });
  return {
    when: of === null ? 'of somebody new' : 'that is under way',
    input: of,
    right: { body, data },
    fields: {
      when: choice({
        choices: {
          today: {},
          yesterday: { data: off({ occurredOn: '2026-03-01' }, mode) },
          other: { data: off({ occurredOn: '2026-02-09' }, mode), body: other('9', '2', '2026') },
          'not-known': { data: off({ occurredOn: null }, mode) },
        },
        missing: 'Select when the offence was',
      }),
      'occurred-on': { names: (name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`), rows: () => [] },
      name: words({ atMost: 200, change: (name) => ({ data: { person: { ...data.person, name: name ?? '' } } }) }),
      'born-on': { names: (name) => [name], rows: () => [] },
      ...(of === null && {
        found: pressed({
          choices: {
            cannabis: {},
            possession: { data: { facts: { 'offence-group': 'possession' } } },
            other: { data: { facts: {} } },
          },
          otherwise: { data: { facts: {} } },
        }),
      }),
    },
    rows: [
      [
        'another day that is not typed',
        { ...body, when: 'other' },
        { errors: [['occurred-on', 'Enter the date of the offence', 'occurred-on-day']] },
      ],
      [
        'another day, to come',
        other('3', '3', '2026'),
        { errors: [['occurred-on', 'The date of the offence must be today or in the past', 'occurred-on-day']] },
      ],
      [
        'another day, not a real one',
        other('31', '2', '2026'),
        { errors: [['occurred-on', 'The date of the offence must be a real date', 'occurred-on-day']] },
      ],
      [
        'born on the day of the offence',
        other('17', '5', '1999'),
        { data: { ...data, ...off({ occurredOn: '1999-05-17' }, mode) } },
      ],
      ['born the day after it', other('16', '5', '1999'), { errors: [['born-on', bornTooLate]] }],
      [
        'a day of birth that is not known',
        { ...body, 'born-on': '' },
        { data: { ...data, person: { ...data.person, bornOn: null } } },
      ],
      [
        'a day of birth to come',
        { ...body, 'born-on': '17 5 2027' },
        { errors: [['born-on', 'The date of birth must be today or in the past']] },
      ],
      ...['1899', '1905'].map(
        (year) =>
          [
            `a day of birth in ${year}, which makes the person older than anybody is`,
            { ...body, 'born-on': `1 1 ${year}` },
            { errors: [['born-on', oldest.words]] },
          ] as const,
      ),
      [
        'a day of birth without its year',
        { ...body, 'born-on': '17 5' },
        { errors: [['born-on', 'The date of birth must include a year']] },
      ],
      ['a day of birth in figures alone', { ...body, 'born-on': '17051999' }, { data }],
      ['a day of birth by the name of its month', { ...body, 'born-on': '17 May 1999' }, { data }],
      ['nothing', {}, { errors: [['when', 'Select when the offence was']] }],
    ],
    startsWith: { when: 'today' },
    ...(of && {
      startsWith: {
        when: 'other',
        'occurred-on-day': '27',
        'occurred-on-month': '2',
        'occurred-on-year': '2026',
        name: 'Robin Later',
        'born-on': '17 5 1999',
      },
    }),
  };
}

hold<typeof draft | null>({
  title: 'The beginning of a triage',
  situations: [start(null), start(draft)],
  read: async (of, body) => asRead(readStart(body, { today: now, draft: of, oldest: 120 })),
  draw: (of, typed) =>
    startTriagePage({ ...typed, action: '/triages/new', csrfToken: 'token', underWay: of !== null }).content,
  startsWith: (of) => (of === null ? startAnew : startSoFar(of)),
});

/* A change of a condition that a coordinator asks for */

const NOW = 'I will see the navigator every week.';
const NEW = 'I will see the navigator every second week.';

hold<string>({
  title: 'A change of a condition',
  situations: [
    {
      when: 'of words that are agreed',
      input: NOW,
      right: { body: { to: NEW, reason: 'Works shifts.' }, data: { to: NEW, reason: 'Works shifts.' } },
      fields: {
        to: words({ missing: 'Enter the new words of the condition', change: (to) => ({ data: { to } }) }),
        reason: words({ missing: 'Enter a reason', change: (reason) => ({ data: { reason } }) }),
      },
      rows: [
        [
          'nothing',
          {},
          {
            errors: [
              ['to', 'Enter the new words of the condition'],
              ['reason', 'Enter a reason'],
            ],
          },
        ],
      ],
    },
  ],
  read: async (_of, body) => asRead(readProposal(body)),
  draw: (of, typed) => proposalFields(typed, of),
  startsWith: () => ({}),
});

/* Signing in */

test.each([
  [
    'all that is asked for',
    { email: ' a@b.example ', password: ' long enough ' },
    { email: 'a@b.example', password: ' long enough ' },
  ],
  [
    'a password as long as may be',
    { email: 'a@b.example', password: 'x'.repeat(300) },
    { email: 'a@b.example', password: 'x'.repeat(300) },
  ],
  ['nothing', {}, ['email: Enter your email address', 'password: Enter your password']],
  [
    'an address that is none',
    { email: 'a', password: 'x' },
    ['email: Enter an email address in the correct format, like name@example.com'],
  ],
  [
    'an address too long',
    { email: `${'a'.repeat(300)}@b.example`, password: 'x' },
    ['email: Enter an email address in the correct format, like name@example.com'],
  ],
  [
    'a password too long',
    { email: 'a@b.example', password: 'x'.repeat(301) },
    ['password: Password must be 300 characters or fewer'],
  ],
  ['two passwords', { email: 'a@b.example', password: ['x', 'y'] }, ['password: Enter your password']],
] as const)('Signing in: %s', (_title, body, expected) => {
  const read = parseSignInForm(body);
  expect(read.ok ? read.value : read.errors.map(({ field, text }) => `${field}: ${text}`)).toEqual(expected);
});

test('The page of signing in has the fields that are read, and never the password', () => {
  const errors = [{ field: 'email', text: 'Enter your email address' }];
  const page = String(
    signInPage({ csrfToken: 't', next: '/', email: 'a@b.example', errors, hasDemonstration: false }).content,
  );
  expect([...page.matchAll(/\sname="(\w+)"/g)].map(([, name = '']) => name).sort()).toEqual([
    '_csrf',
    'email',
    'next',
    'password',
  ]);
  expect(page).toContain('value="a@b.example"');
  expect(/<input[^>]*id="password"[^>]*>/.exec(page)?.[0]).not.toContain(' value=');
});
