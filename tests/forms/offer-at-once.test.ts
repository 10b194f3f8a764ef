import { expect, test } from 'vitest';
import { standingOn } from '../../src/eligibility/index.ts';
import type { AtOnce } from '../../src/cases/pages/offer-at-once/at-once.ts';
import { atOnceSoFar, readAtOnce } from '../../src/cases/pages/offer-at-once/form.ts';
import { atOncePage } from '../../src/cases/pages/offer-at-once/page.ts';
import type { Service } from '../../src/providers/index.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { triageView } from '../../src/triage/domain/triage-view.ts';
import { schemesOfForce } from '../../src/triage/index.ts';
import type { FormResult } from '../../src/web/markup/index.ts';
import { context } from '../cases/case-in-state.ts';
import { aPerson, divertService, otherDivertService } from '../cases/people.ts';
import { peopleAtAStop } from '../triage/people-at-a-stop.ts';
import { site } from './case-views.ts';
import { choice, pressed, words, yesOrNo } from './fields.ts';
import type { Change, Field, Situation } from './form-table.ts';
import { hold } from './holding.ts';

const today = calendarDayOf('2026-11-27');
const { catalogue } = site.work;
const LAST = ['consents', 'understands-obligations', 'agrees-to-disposal'];

/** A triage of whom nothing is left to ask but at the end, for one scheme. */
function offerOf(called: string, scheme: string, services: readonly Service[], name = 'Rowan Made-up'): AtOnce {
  const person = peopleAtAStop.find((one) => one.called === called);
  if (person === undefined) throw new Error(`Nobody is called ${called}`);
  const known = Object.fromEntries(
    Object.entries(person.answers).filter(([fact]) => catalogue.vocabulary.byId.has(fact) && !LAST.includes(fact)),
  );
  const draft = {
    draftId: '00000000-0000-4000-8000-00000000dd01',
    force: person.force,
    startedAt: context.now,
    person: aPerson({
      name,
      contact: { telephone: null, email: null, address: null, safe: 'not-safe', howSafely: null },
    }),
    offence: { occurredOn: today, modeOfTrial: null },
    facts: { force: person.force, ...known },
    answered: [],
    declined: [],
    fromRecords: [],
    finishedAs: null,
    isDemonstration: false,
  };
  const rules = { vocabulary: catalogue.vocabulary, schemes: schemesOfForce(catalogue, person.force) };
  expect(rules.schemes.some((one) => one.id === scheme && standingOn(one, today) === 'live')).toBe(true);
  const view = triageView(rules, draft, today);
  const ready = view.ready.find(({ ifAgreed }) => ifAgreed.scheme === scheme);
  const document = catalogue.schemes.find(({ id }) => id === scheme);
  if (ready === undefined || document === undefined) throw new Error(`${scheme} is not ready to be offered`);
  return { site, view, ready, scheme: document, services, places: { places: [], without: [] }, body: {}, errors: [] };
}

const service: Service = {
  serviceId: divertService,
  organisationId: 'p1',
  organisationName: 'Aspen Services (made up)',
  name: 'Course',
  scheme: 'west-midlands-divert',
  force: 'west-midlands',
};
const other: Service = { ...service, serviceId: otherDivertService, organisationName: 'Birch Services (made up)' };
const inWestMidlands = (services: readonly Service[], name?: string): AtOnce =>
  offerOf('An adult with cannabis in the West Midlands', 'west-midlands-divert', services, name);

/** What the whole page says, once read: who says no is asked nothing more. */
async function asRead(offer: AtOnce): Promise<FormResult<{ readonly data: object }>> {
  const read = readAtOnce(offer);
  if (!read.ok) return read;
  const { value } = read;
  return { ok: true, value: { data: value.takesPart ? value : { ...value, person: null, commands: [] } } };
}

const consent = (how: string) => ({ given: how !== 'no', how: how === 'no' ? 'spoken' : how });
const agrees = [{ fact: 'consents', value: true }];
const contact = { telephone: '07700 900123', email: null, address: null, howSafely: null, safe: 'safe' };
const reached = (different: object): Change => ({
  data: { person: { name: 'Rowan Made-up', contact: { ...contact, ...different } } },
});

interface Said {
  readonly otherwise?: string;
  readonly takePart?: string;
  readonly share?: string;
  readonly adult?: object | null;
  readonly serviceId?: string | null;
  readonly judged?: string;
  readonly scheme?: string;
}

function commands(said: Said = {}): object[] {
  const { otherwise = 'caution', takePart = 'on-screen', share = 'spoken', adult = null, judged } = said;
  const { serviceId = divertService, scheme = 'west-midlands-divert' } = said;
  const judgement = { scheme, to: 'eligible', reason: judged, authority: null };
  return [
    ...(judged === undefined ? [] : [{ type: 'override-decision', data: judgement }]),
    { type: 'offer-scheme', data: { scheme, otherwise } },
    { type: 'accept-offer', data: { takePart: consent(takePart), share: consent(share), appropriateAdult: adult } },
    ...(share === 'no' || serviceId === null ? [] : [{ type: 'refer-person', data: { serviceId } }]),
  ];
}

const ends: Change = {
  data: { takesPart: false, answers: [{ fact: 'consents', value: false }], person: null, commands: [] },
};
const HOW = ['in-writing', 'on-screen', 'spoken-and-recorded', 'spoken'] as const;
const OTHERWISE = ['prosecution', 'caution', 'penalty-notice', 'community-resolution', 'no-further-action'] as const;
const by = <Value extends string>(values: readonly Value[], change: (value: Value) => Change) =>
  Object.fromEntries(values.map((value) => [value, change(value)]));

/** The fields that every such page has, with what a change of each comes to. */
function fieldsOf(said: Said = {}): { readonly [name: string]: Field } {
  const to = (different: Said): Change => ({ data: { commands: commands({ ...said, ...different }) } });
  return {
    otherwise: choice({
      choices: by(OTHERWISE, (otherwise) => to({ otherwise })),
      missing: 'Select what would happen if nothing were offered',
    }),
    'take-part': choice({
      choices: { ...by(HOW, (takePart) => to({ takePart })), no: ends },
      missing: 'Select whether the person agrees to take part',
    }),
    telephone: words({
      missing: 'Enter a telephone number, or say below how else the person is reached',
      atMost: 200,
      change: (telephone) => reached({ telephone }),
    }),
    email: { names: (name) => [name], rows: () => [] },
    address: words({ change: (address) => reached({ address }) }),
    'how-safely': words({
      change: (howSafely) => reached({ howSafely, safe: howSafely === null ? 'safe' : 'only-as-described' }),
    }),
    unreachable: { names: (name) => [name], choices: ['yes'], rows: () => [] },
    share: pressed({
      choices: { ...by(HOW, (share) => to({ share })), no: to({ share: 'no' }) },
      missing: 'Press how the person agrees that their details are shared, or “No”',
    }),
  };
}

const body = { otherwise: 'caution', 'take-part': 'on-screen', telephone: '07700 900123', share: 'spoken' };
const WARNING = 'scotland-recorded-police-warning';
const warned = offerOf('An adult with cannabis in Scotland', WARNING, [service]);
const judgedHere = warned.ready.ifAgreed.discretions.map(({ question }) => question).join(' ');
const noWay = { telephone: null, email: null, address: null, howSafely: null, safe: 'not-safe' };

/** Nobody is asked to share with a provider that there is not, and nobody is referred. */
function warning({
  otherwise = 'caution',
  takePart = 'on-screen',
  judged = `${judgedHere} Yes.`,
}: Said = {}): object[] {
  const accepted = { takePart: consent(takePart), share: null, appropriateAdult: null };
  return [
    { type: 'override-decision', data: { scheme: WARNING, to: 'eligible', reason: judged, authority: null } },
    { type: 'offer-scheme', data: { scheme: WARNING, otherwise } },
    { type: 'accept-offer', data: accepted },
  ];
}

const right = {
  body,
  data: { takesPart: true, answers: agrees, person: { name: 'Rowan Made-up', contact }, commands: commands() },
};
const bristol = { scheme: 'avon-and-somerset-dep', judged: 'Is the programme right for this person? Yes.' };
const county = { scheme: 'durham-checkpoint', serviceId: null };
const understood = [...agrees, { fact: 'understands-obligations', value: true }];
const adult = { name: 'Ash Made-up', relationship: 'social-worker' };
const beside = (different: object): Change => ({
  data: { commands: commands({ ...young, adult: { ...adult, ...different } }) },
});
const young = { scheme: 'thames-valley-youth' };

const situations: readonly Situation<AtOnce>[] = [
  {
    when: 'where one service takes the person',
    input: inWestMidlands([service]),
    right,
    fields: fieldsOf(),
    rows: [
      ['nothing but a no', { 'take-part': 'no' }, { data: ends.data ?? {} }],
      [
        'a way other than the telephone',
        { ...body, telephone: '', email: 'rowan@example.com' },
        { data: { ...right.data, ...reached({ telephone: null, email: 'rowan@example.com' }).data } },
      ],
      [
        'an email address that is none',
        { ...body, email: 'rowan' },
        { errors: [['email', 'Enter an email address in the correct format, like name@example.com']] },
      ],
      [
        'no way at all, said so',
        { ...body, telephone: '', unreachable: 'yes', 'how-safely': 'Never' },
        { data: { ...right.data, ...reached({ telephone: null, safe: 'not-safe' }).data } },
      ],
    ],
  },
  {
    when: 'where no service takes anybody',
    input: inWestMidlands([]),
    right: { body, data: { ...right.data, commands: commands({ serviceId: null }) } },
    fields: fieldsOf({ serviceId: null }),
  },
  {
    when: 'where two services do',
    input: inWestMidlands([service, other]),
    right: {
      body: { ...body, service: otherDivertService },
      data: { ...right.data, commands: commands({ serviceId: otherDivertService }) },
    },
    fields: {
      ...fieldsOf({ serviceId: otherDivertService }),
      service: choice({
        choices: by([divertService, otherDivertService], (serviceId) => ({
          data: { commands: commands({ serviceId }) },
        })),
        missing: 'Select a service',
      }),
    },
  },
  {
    when: 'of somebody without a name yet',
    input: inWestMidlands([service], ''),
    right: { body: { ...body, name: 'Rowan Made-up' }, data: right.data },
    fields: {
      ...fieldsOf(),
      name: words({
        missing: 'Enter the person’s name',
        atMost: 200,
        change: (name) => ({ data: { person: { name: name ?? '', contact } } }),
      }),
    },
  },
  {
    when: 'where the officer judges',
    input: offerOf('An adult with cannabis in Avon and Somerset', 'avon-and-somerset-dep', [service]),
    right: { body: { ...body, judged: 'yes' }, data: { ...right.data, commands: commands(bristol) } },
    fields: {
      ...fieldsOf(bristol),
      judged: yesOrNo({
        yes: {},
        no: {
          data: {
            commands: [
              {
                type: 'override-decision',
                data: {
                  scheme: bristol.scheme,
                  to: 'ineligible',
                  reason: 'Is the programme right for this person? No.',
                  authority: null,
                },
              },
            ],
          },
        },
        missing: 'Select what you judge',
      }),
      'judgement-words': words({
        change: (why) => ({
          data: { commands: commands({ ...bristol, judged: [bristol.judged, why].filter(Boolean).join(' ') }) },
        }),
      }),
    },
  },
  {
    when: 'of a warning, which has nothing to do and no provider',
    input: warned,
    right: {
      body: { judged: 'yes', otherwise: 'caution', 'take-part': 'on-screen' },
      data: {
        takesPart: true,
        answers: agrees,
        person: { name: 'Rowan Made-up', contact: noWay },
        commands: warning(),
      },
    },
    fields: {
      otherwise: choice({
        choices: by(OTHERWISE, (otherwise) => ({ data: { commands: warning({ otherwise }) } })),
        missing: 'Select what would happen if nothing were offered',
      }),
      judged: yesOrNo({
        yes: {},
        no: {
          data: {
            commands: [
              {
                type: 'override-decision',
                data: { scheme: WARNING, to: 'ineligible', reason: `${judgedHere} No.`, authority: null },
              },
            ],
          },
        },
        missing: 'Select what you judge',
      }),
      'judgement-words': words({
        change: (why) => ({
          data: { commands: warning({ judged: [`${judgedHere} Yes.`, why].filter(Boolean).join(' ') }) },
        }),
      }),
      'take-part': pressed({
        choices: { ...by(HOW, (takePart) => ({ data: { commands: warning({ takePart }) } })), no: ends },
        missing: 'Press how the person says that they accept, or “No”',
      }),
      telephone: words({
        atMost: 200,
        change: (telephone) => (telephone === null ? {} : reached({ telephone })),
      }),
      email: { names: (name) => [name], rows: () => [] },
      address: words({ change: (address) => (address === null ? {} : reached({ telephone: null, address })) }),
      'how-safely': words({ change: () => ({}) }),
    },
  },
  {
    when: 'where an agreement comes first, and it must be understood',
    input: offerOf('An adult with cannabis in Durham', 'durham-checkpoint', [service]),
    right: {
      body: { ...body, 'understands-obligations': 'yes' },
      data: { ...right.data, answers: understood, commands: commands(county) },
    },
    fields: {
      ...fieldsOf(county),
      'understands-obligations': yesOrNo({
        yes: {},
        no: {
          data: { answers: [...agrees, { fact: 'understands-obligations', value: false }], commands: [] },
        },
        missing: 'Select yes or no',
      }),
    },
  },
  {
    when: 'of a child',
    input: offerOf('A child with cannabis in West Berkshire', 'thames-valley-youth', [service]),
    right: {
      body: { ...body, 'adult-name': 'Ash Made-up', relationship: 'social-worker' },
      data: { ...right.data, commands: commands({ ...young, adult }) },
    },
    fields: {
      ...fieldsOf({ ...young, adult }),
      'adult-name': words({
        missing: 'Enter the name of the appropriate adult',
        atMost: 200,
        change: (name) => beside({ name }),
      }),
      relationship: choice({
        choices: by(
          ['parent-or-guardian', 'other-relative', 'social-worker', 'scheme-volunteer', 'other-adult'],
          (relationship) => beside({ relationship }),
        ),
        missing: 'Select who the appropriate adult is to the person',
      }),
    },
  },
];

hold<AtOnce>({
  title: 'The offer at the end of a triage',
  situations,
  read: async (offer, sent) => asRead({ ...offer, body: sent }),
  draw: (offer, typed) => atOncePage({ ...offer, ...typed }, 'token').content,
  startsWith: (offer) => atOnceSoFar(offer),
});

test('Neither consent is chosen before somebody answers, and Enter in a field answers neither', () => {
  const page = String(atOncePage(inWestMidlands([service]), 'token').content);
  expect(page).not.toContain('checked');
  expect(/<button[^>]*>/.exec(page)?.[0]).not.toContain('name=');
});

test('Of what has nothing to do nobody is asked to share with a provider, to take part, or to finish', () => {
  const page = String(atOncePage(warned, 'token').content);
  expect(page).toContain('Last: does the person accept?');
  expect(page).toContain('A yes finishes the triage and records the offer and that it was accepted');
  for (const never of ['provider', 'take part', 'refer', 'place'])
    expect(page.toLowerCase()).not.toContain(` ${never}`);
});

test('What the last answer does is said before it is pressed, and nothing is promised that cannot follow', () => {
  const said = (offer: AtOnce): string => String(atOncePage(offer, 'token').content);
  expect(said(inWestMidlands([service]))).toContain('refers the person to Aspen Services (made up), Course.');
  expect(said(inWestMidlands([]))).toContain('No provider takes referrals for this scheme in your force');
  expect(said(inWestMidlands([service, other]))).toContain('to the service that you chose');
  expect(said(offerOf('An adult with cannabis in Durham', 'durham-checkpoint', [service]))).toContain(
    'the agreement comes next',
  );
});
