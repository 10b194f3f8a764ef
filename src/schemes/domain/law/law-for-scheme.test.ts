import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileScheme, decide, parseFacts, type Decision } from '../../../eligibility/index.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { calendarDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import { shippedCatalogue } from '../../store/shipped-catalogue.test-support.ts';
import { isOpenTo } from './law-for-scheme.ts';

const reference = await loadReferenceLists();
const { vocabulary } = reference;
const catalogue = shippedCatalogue;
const today = calendarDayOf('2026-11-27');

function decided(id: string, raw: object, asOf: CalendarDay = today): Decision {
  const scheme = catalogue.find((each) => each.id === id);
  const facts = parseFacts(vocabulary, raw, { standIns: true });
  if (scheme === undefined || !facts.ok) throw new Error(`no scheme ${id}, or faulty facts`);
  return decide(compileScheme(vocabulary, scheme), facts.value, asOf);
}

const keptOutBy = (decision: Decision): string[] =>
  decision.clauses.filter(({ result }) => result === 'not-met').map(({ id }) => id);

describe('No scheme lets in whom the law keeps out', () => {
  test.each(
    catalogue
      .filter(({ kind }) => kind !== 'comparator')
      .map(({ id, nation, forces }) => ({ id, scotland: nation === 'scotland' || forces.includes('scotland') })),
  )('$id takes nobody under the age of criminal responsibility', ({ id, scotland }) => {
    const floor = scotland ? 12 : 10;
    expect(decided(id, { age: floor - 1 }).verdict).toBe('ineligible');
    expect(keptOutBy(decided(id, { age: floor }))).not.toContain(scotland ? 'LAW-12' : 'LAW-1');
  });

  test('another country’s rules rest on no law of this one', () => {
    const laws = catalogue.filter(({ kind }) => kind === 'comparator').flatMap(({ law = [] }) => law);
    expect(laws).toEqual([]);
  });

  test.each(catalogue.filter(({ pathway, kind }) => pathway.admission === 'required' && kind !== 'comparator'))(
    '$id requires an admission, and keeps out whoever denies, and asks before it lets anybody in',
    ({ id }) => {
      const person = { age: 25, disposal: 'community-resolution', admission: 'denies' };
      const admissionRead = decided(id, person).clauses.filter(({ reads }) => reads.includes('admission'));
      expect(admissionRead.map(({ result }) => result)).toContain('not-met');
      // The law asks only by the outcome. A scheme that requires an admission asks before anybody takes its course.
      const unasked = decided(id, { age: 22, disposal: 'community-resolution' });
      expect(unasked.missing.some((fact) => ['admission', 'responsibility-accepted'].includes(fact))).toBe(true);
    },
  );

  test('what stands beside the case asks neither which court may try it nor whether there was an offence', () => {
    const held = { age: 30, force: 'west-midlands', 'in-custody': true, consents: true };
    const kept = (facts: object) => keptOutBy(decided('west-midlands-arrest-referral', { ...held, ...facts }));
    expect(kept({ 'offence-group': 'other', 'mode-of-trial': 'indictable-only' })).toEqual([]);
    expect(kept({ 'offence-group': 'possession', substances: ['anabolic-steroid'] })).toEqual([]);
    const diverted = { age: 30, 'offence-group': 'other', 'mode-of-trial': 'indictable-only' };
    expect(keptOutBy(decided('west-midlands-divert', diverted))).toEqual(expect.arrayContaining(['LAW-2', 'LAW-3']));
  });

  test('before 8 April 2013 a penalty notice was for 16 on, and for a drug for 18 on', () => {
    const day = calendarDayOf('2013-04-07');
    const kept = (facts: object) =>
      keptOutBy(decided('druglink-courses', { disposal: 'penalty-notice', ...facts }, day)).filter((id) =>
        ['LAW-60', 'LAW-63', 'LAW-64'].includes(id),
      );
    expect(kept({ age: 15, 'offence-group': 'drunk-and-disorderly' })).toEqual(['LAW-63']);
    expect(kept({ age: 16, 'offence-group': 'drunk-and-disorderly' })).toEqual([]);
    expect(kept({ age: 17, 'offence-group': 'possession' })).toEqual(['LAW-64']);
  });

  test('a penalty notice goes by the age on the day, and of drugs is for cannabis and khat alone', () => {
    const person = { force: 'hampshire', age: 17, disposal: 'penalty-notice', 'offence-group': 'possession' };
    expect(keptOutBy(decided('druglink-courses', { ...person, substances: ['heroin'] }))).toEqual(
      expect.arrayContaining(['LAW-60', 'LAW-61']),
    );
    const older = decided('druglink-courses', { ...person, 'age-today': 18, substances: ['cannabis'] });
    expect(keptOutBy(older)).not.toContain('LAW-60');
    const resolved = decided('druglink-courses', {
      ...person,
      disposal: 'community-resolution',
      substances: ['heroin'],
    });
    expect(keptOutBy(resolved).filter((id) => ['LAW-60', 'LAW-61'].includes(id))).toEqual([]);
  });

  test('somebody who denies the offence is offered no community resolution', () => {
    expect(keptOutBy(decided('west-midlands-divert', { admission: 'denies' }))).toContain('LAW-20');
    expect(keptOutBy(decided('west-midlands-divert', { admission: 'no-reply' }))).not.toContain('LAW-20');
  });

  test('nitrous oxide before 8 November 2023 is nobody’s offence, by the day that it happened', () => {
    const person = {
      age: 25,
      'offence-group': 'possession',
      substances: ['nitrous-oxide'],
      'for-wrongful-inhalation': true,
    };
    const day = calendarDayOf('2023-11-20');
    expect(keptOutBy(decided('west-midlands-divert', { ...person, 'offence-age-days': 13 }, day))).toContain('LAW-10');
    expect(keptOutBy(decided('west-midlands-divert', { ...person, 'offence-age-days': 12 }, day))).not.toContain(
      'LAW-11',
    );
  });
});

test('a scheme that names no force is open to those of its nation alone, and a comparator to nobody', () => {
  const open = (id: string): string[] =>
    ['durham', 'scotland', 'northern-ireland'].filter((force) =>
      catalogue.some((scheme) => scheme.id === id && isOpenTo(force, scheme)),
    );
  expect(open('cji-possession-framework')).toEqual(['durham']);
  expect(open('scotland-recorded-police-warning')).toEqual(['scotland']);
  expect(open('northern-ireland-crn-ascert')).toEqual(['northern-ireland']);
  expect(open('oregon-measure-110')).toEqual([]);
});

describe('What is left for the outcome keeps nobody out before it', () => {
  const undone = { victim: 'not-consulted', 'activity-done': false, 'rationale-recorded': false };

  test.each(catalogue.map(({ id }) => ({ id })))('$id: an outcome’s own work is not done yet', ({ id }) => {
    const file = new URL(`../../../../schemes/${id}/scenarios.yaml`, import.meta.url);
    const { base, asOf } = parse(readFileSync(file, 'utf8')) as { base: object; asOf?: string };
    const day = asOf === undefined ? today : calendarDayOf(asOf);
    const before = decided(id, base, day);
    const { verdict, clauses } = decided(id, { ...base, ...undone, 'authorised-by': 'officer' }, day);
    expect(verdict).toBe(before.verdict);
    expect(verdict).not.toBe('ineligible');
    expect(clauses.filter(({ result }) => result === 'not-met')).toEqual([]);
  });

  test('nor does a hate crime that only the officer has looked at, where somebody above may give leave', () => {
    const hate = { age: 25, 'offence-group': 'theft', 'hate-crime': true, 'authorised-by': 'sergeant' };
    expect(keptOutBy(decided('cji-possession-framework', hate))).not.toContain('LAW-34');
  });
});
