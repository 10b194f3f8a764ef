import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesFor, type PlacesFor } from './places-for.ts';
import type { Particulars, PublishedService, ServiceTime } from './particulars.ts';
import type { Need } from './whom-it-takes.ts';

const now = '2026-03-02T12:00:00.000Z';
const READING = 'E06000038';
const SLOUGH = 'E06000039';

const anybody: Need = {
  age: 25,
  livesIn: null,
  near: null,
  language: 'English',
  interpreterNeeded: false,
  needsStepFree: null,
};

function service(id: string, said: Partial<Particulars> | null = {}): PublishedService {
  const particulars: Particulars | null = said && {
    kind: 'course',
    mode: 'in-person',
    where: '1 Made-up Street',
    council: null,
    takesFrom: [],
    youngest: null,
    oldest: null,
    languages: ['English'],
    isStepFree: null,
    ...said,
  };
  const by = { organisationId: 'o', organisationName: 'Aspen', scheme: 's', force: 'thames-valley' };
  return { serviceId: id, name: id, ...by, particulars };
}

function time(serviceId: string, day: string, different: Partial<ServiceTime> = {}): ServiceTime {
  return {
    timeId: `${serviceId}-${day}`,
    serviceId,
    startsAt: `2026-03-${day}T10:00:00.000Z`,
    endsAt: `2026-03-${day}T12:00:00.000Z`,
    takes: 3,
    taken: 1,
    closedBecause: null,
    ...different,
  };
}

const ask = (services: PublishedService[], times: ServiceTime[], need: Partial<Need> = {}): PlacesFor =>
  placesFor({ need: { ...anybody, ...need }, services, times, now });
const ids = ({ places }: PlacesFor) => places.map(({ time: { timeId } }) => timeId);
const why = ({ without }: PlacesFor) => without.map(({ because }) => because.map(({ is }) => is));

describe('The next places', () => {
  test('are nearest first by council, then the force, then those without travel; and of those as near the soonest', () => {
    const services = [
      service('online', { mode: 'online' }),
      service('slough', { council: SLOUGH }),
      service('reading', { council: READING }),
    ];
    const times = [
      time('online', '03'),
      time('slough', '04'),
      time('reading', '12'),
      time('reading', '05'),
      time('slough', '20'),
    ];
    expect(ids(ask(services, times, { near: READING }))).toEqual([
      'reading-05',
      'reading-12',
      'slough-04',
      'slough-20',
      'online-03',
    ]);
    expect(ids(ask(services, times))).toEqual(['slough-04', 'reading-05', 'reading-12', 'slough-20', 'online-03']);
  });

  test('say how many are left, and leave out what is full, closed or has begun', () => {
    const found = ask(
      [service('a')],
      [
        time('a', '01'),
        time('a', '02', { startsAt: now }),
        time('a', '03', { taken: 3 }),
        time('a', '04', { closedBecause: 'Staff training' }),
        time('a', '05'),
      ],
    );
    expect(found.places.map(({ free, time: { timeId } }) => [timeId, free])).toEqual([['a-05', 2]]);
  });
});

describe('A service without a place says why', () => {
  test.each<[string, PublishedService, readonly [ServiceTime[], Partial<Need>], string[]]>([
    ['nothing published', service('a', null), [[], {}], ['nothing-published']],
    ['too young', service('a', { youngest: 18 }), [[time('a', '05')], { age: 17 }], ['too-young']],
    ['too old', service('a', { oldest: 24 }), [[time('a', '05')], { age: 25 }], ['too-old']],
    [
      'lives elsewhere',
      service('a', { takesFrom: [READING] }),
      [[time('a', '05')], { livesIn: SLOUGH }],
      ['lives-elsewhere'],
    ],
    ['another language', service('a', { languages: ['Welsh'] }), [[time('a', '05')], {}], ['another-language']],
    ['steps', service('a', { isStepFree: false }), [[time('a', '05')], { needsStepFree: true }], ['steps']],
    [
      'every reason at once',
      service('a', { youngest: 18, languages: ['Welsh'] }),
      [[time('a', '05')], { age: 12 }],
      ['too-young', 'another-language'],
    ],
    ['no times', service('a'), [[time('a', '01')], {}], ['no-times']],
    ['full', service('a'), [[time('a', '05', { taken: 3 }), time('a', '06', { closedBecause: 'x' })], {}], ['full']],
    ['closed', service('a'), [[time('a', '05', { closedBecause: 'Staff training' })], {}], ['closed']],
  ])('%s', (_title, of, [times, need], because) => {
    expect(why(ask([of], times, need))).toEqual([because]);
  });
});

describe('A bound of age', () => {
  test.each([
    [17, false],
    [18, true],
    [24, true],
    [25, false],
  ])('counts itself in: %s', (age, isTaken) => {
    const found = ask([service('a', { youngest: 18, oldest: 24 })], [time('a', '05')], { age });
    expect(found.places.length === 1).toBe(isTaken);
  });
});

describe('What is not known keeps nobody out, and is to be asked first', () => {
  test.each<[string, Partial<Particulars>, Partial<Need>, string[]]>([
    ['the age, where the service has a limit', { youngest: 18 }, { age: null }, ['age']],
    ['the age, where it has none', {}, { age: null }, []],
    ['where the person lives, where the service takes from some areas', { takesFrom: [READING] }, {}, ['council']],
    ['the language, of a service in English', {}, { language: null }, []],
    ['the language, of a service in Welsh alone', { languages: ['Welsh'] }, { language: null }, ['language']],
    ['steps, of a place where somebody needs none', {}, { needsStepFree: true }, ['step-free']],
    ['steps, online', { mode: 'online' }, { needsStepFree: true }, []],
  ])('%s', (_title, said, need, asked) => {
    const [place] = ask([service('a', said)], [time('a', '05')], need).places;
    expect(place?.askFirst).toEqual(asked);
  });

  test('an interpreter makes any language do', () => {
    const found = ask([service('a')], [time('a', '05')], { language: 'Polish', interpreterNeeded: true });
    expect(ids(found)).toEqual(['a-05']);
  });
});

const someServices = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
const someTime = fc.record({
  serviceId: fc.constantFrom('a', 'b', 'c', 'd'),
  day: fc.integer({ min: 1, max: 28 }),
  takes: fc.integer({ min: 1, max: 3 }),
  taken: fc.integer({ min: 0, max: 3 }),
  isClosed: fc.boolean(),
});
const someWorld = fc.record({
  services: someServices,
  times: fc.array(someTime, { maxLength: 12 }),
  age: fc.option(fc.integer({ min: 10, max: 90 })),
  youngest: fc.option(fc.integer({ min: 10, max: 90 })),
});

test('Every place has room, is to come, is of a service that takes the person; and each service has places or a reason, never both', () => {
  fc.assert(
    fc.property(someWorld, ({ services, times, age, youngest }) => {
      const published = services.map((id) => service(id, { youngest: id === 'a' ? youngest : null }));
      const all = times.map(({ serviceId, day, takes, taken, isClosed }) =>
        time(serviceId, String(day).padStart(2, '0'), {
          takes,
          taken: Math.min(takes, taken),
          closedBecause: isClosed ? 'x' : null,
        }),
      );
      const found = ask(published, all, { age });
      for (const { free, time: at, service: of } of found.places) {
        expect(free).toBe(at.takes - at.taken);
        expect(free).toBeGreaterThan(0);
        expect(at.closedBecause).toBeNull();
        expect(at.startsAt > now).toBe(true);
        expect(at.serviceId).toBe(of.serviceId);
        if (of.serviceId === 'a' && age !== null && youngest !== null) expect(age).toBeGreaterThanOrEqual(youngest);
      }
      const withPlaces = new Set(found.places.map(({ service: { serviceId } }) => serviceId));
      const without = found.without.map(({ service: { serviceId } }) => serviceId);
      expect([...withPlaces, ...without].toSorted()).toEqual([...services].toSorted());
      for (const { because } of found.without) expect(because.length).toBeGreaterThan(0);
    }),
  );
});
