import { describe, expect, test } from 'vitest';
import { COLUMNS, searchRow, type SearchRow } from '../../../../tests/interchange/stop-and-search-file.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { findingLedger } from '../finding-ledger.ts';
import { FINDING_CODES } from './finding-codes.ts';
import { parseHeader } from './header.ts';
import { factsOfRecord } from './record-facts.ts';
import { NOTHING_KNOWN } from './search-facts.ts';
import { searchReader } from './search-reader.ts';

const day = calendarDayOf('2019-12-01');
const DRUG_OFFENCES = { oneOf: ['possession', 'possession-with-intent', 'supply', 'production', 'cultivation'] };
const PACE = 'Police and Criminal Evidence Act 1984 (section 1)';
const LINKED = { 'Outcome linked to object of search': 'True' };

/** What one row says, as facts, and the codes of what was found in it. */
function read(changes: SearchRow) {
  const ledger = findingLedger(FINDING_CODES);
  const header = parseHeader(COLUMNS, ledger);
  if (!header.ok) throw new Error(header.refusal.problem);
  const options = { force: 'durham', forces: [], asOf: null, today: calendarDayOf('2026-01-01'), byEthnicity: false };
  const reader = searchReader({ header: header.value, ledger }, options);
  const search = reader.read(searchRow(changes), 1);
  if ('reason' in search) throw new Error(search.reason);
  reader.finish();
  const { age, sex, offence } = search;
  const person = [age.meaning ?? NOTHING_KNOWN, sex.meaning ?? NOTHING_KNOWN] as const;
  const record = { day: search.day, person, find: offence.find };
  return { facts: factsOfRecord(record, 'durham', day), found: ledger.findings().map(({ code }) => code) };
}

describe('The person', () => {
  test.each([
    ['under 10', { to: 9 }],
    ['10-17', { from: 10, to: 17 }],
    ['18-24', { from: 18, to: 24 }],
    ['25-34', { from: 25, to: 34 }],
    ['over 34', { from: 35 }],
    ['Over 34 ', { from: 35 }],
  ])('of the age range "%s" has an age in that range', (range, age) => {
    expect(read({ 'Age range': range })).toMatchObject({ facts: { age }, found: [] });
  });

  test('of 10 to 17 whose age range a spreadsheet made a date of is still 10 to 17', () => {
    const { facts, found } = read({ 'Age range': 'Oct-17' });
    expect(facts['age']).toEqual({ from: 10, to: 17 });
    expect(found).toEqual(['age-range-read-as-date']);
  });

  test.each([
    ['', 'age-not-given'],
    ['35-44', 'age-range-not-recognised'],
  ])('of the age range "%s" has no known age', (range, code) => {
    const { facts, found } = read({ 'Age range': range });
    expect(facts).not.toHaveProperty('age');
    expect(found).toEqual([code]);
  });

  test.each([
    ['Male', 'male'],
    ['Female', 'female'],
    ['Other', 'other'],
  ])('of the gender %s has the sex %s', (gender, sex) => {
    expect(read({ Gender: gender }).facts['sex']).toBe(sex);
  });

  test.each([
    ['', 'gender-not-given'],
    ['Unknown', 'gender-not-recognised'],
  ])('of the gender "%s" has no known sex', (gender, code) => {
    const { facts, found } = read({ Gender: gender });
    expect(facts).not.toHaveProperty('sex');
    expect(found).toEqual([code]);
  });
});

describe('What a search for drugs came to', () => {
  test.each([
    ['Arrest', { arrested: true }],
    ['Suspect arrested', { arrested: true }],
    ['Community resolution', { arrested: false, disposal: 'community-resolution' }],
    ['Local resolution', { arrested: false, disposal: 'community-resolution' }],
    ['Penalty Notice for Disorder', { arrested: false, disposal: 'penalty-notice' }],
    ['Offender given penalty notice', { arrested: false, disposal: 'penalty-notice' }],
    ['Summons / charged by post', { arrested: false, disposal: 'charge' }],
    ['Suspect summonsed to court', { arrested: false, disposal: 'charge' }],
    ['Caution (simple or conditional)', { arrested: false }],
    ['Offender cautioned', { arrested: false }],
    ['Article found - Detailed outcome unavailable', {}],
  ])('with "%s", linked, is a drug offence of that day, and no more than the words say', (outcome, says) => {
    const { facts, found } = read({ Outcome: outcome, ...LINKED });
    const { force: _force, age: _age, sex: _sex, ...offence } = facts;
    expect(offence).toEqual({ ...says, 'offence-group': DRUG_OFFENCES, 'offence-age-days': 0 });
    expect(found).toEqual([]);
  });

  test.each(['Khat or Cannabis warning', 'Offender given drugs possession warning'])(
    'with "%s" is possession of cannabis or khat for personal use',
    (outcome) => {
      const { facts, found } = read({ Outcome: outcome, ...LINKED });
      expect(facts).toMatchObject({
        'offence-group': 'possession',
        substances: { oneOf: [['cannabis'], ['khat']] },
        amount: 'personal-use',
        'intent-to-supply': false,
        disposal: 'cannabis-warning',
        arrested: false,
        'offence-age-days': 0,
      });
      expect(found).toEqual([]);
    },
  );

  test('with such a warning is that also where the search was for something else, or the link is blank', () => {
    const stolen = read({ Outcome: 'Khat or Cannabis warning', 'Object of search': 'Stolen goods', Legislation: PACE });
    const blank = read({ Outcome: 'Khat or Cannabis warning', 'Outcome linked to object of search': '' });
    for (const { facts, found } of [stolen, blank]) {
      expect(facts).toMatchObject({ 'offence-group': 'possession', amount: 'personal-use' });
      expect(found).toEqual(['warning-without-link']);
    }
  });

  test.each([
    ['Arrest', 'False', 'drugs-not-the-find'],
    ['Arrest', '0.0', 'drugs-not-the-find'],
    ['Community resolution', '', 'link-not-given'],
    ['A no further action disposal', 'True', 'linked-but-no-action'],
    ['Nothing found - no further action', '1.0', 'linked-but-no-action'],
    ['Suspected psychoactive substances seized - No further action', 'True', 'linked-but-no-action'],
    ['Details not available', 'True', 'linked-but-no-action'],
  ])('with "%s", linked "%s", leaves the offence not known', (outcome, link, code) => {
    const { facts, found } = read({ Outcome: outcome, 'Outcome linked to object of search': link });
    expect(facts).not.toHaveProperty('offence-group');
    expect(facts).not.toHaveProperty('offence-age-days');
    expect(found).toEqual([code]);
  });

  test('of no further action is no arrest and no disposal', () => {
    const { facts, found } = read({});
    expect(facts).toEqual({
      force: 'durham',
      age: { from: 18, to: 24 },
      sex: 'male',
      arrested: false,
      disposal: 'none',
    });
    expect(found).toEqual([]);
  });

  test.each([
    ['', 'outcome-not-given'],
    ['A stern word', 'outcome-not-recognised'],
  ])('with the outcome "%s" is not known', (outcome, code) => {
    const { facts, found } = read({ Outcome: outcome });
    expect(facts).toEqual({ force: 'durham', age: { from: 18, to: 24 }, sex: 'male' });
    expect(found).toEqual([code]);
  });

  test('with a link that is neither true nor false is not known to be a find', () => {
    const { facts, found } = read({ Outcome: 'Arrest', 'Outcome linked to object of search': 'maybe' });
    expect(facts).not.toHaveProperty('offence-group');
    expect(found).toContain('link-not-recognised');
  });
});

test('What a search for something else found is not turned into an offence', () => {
  const { facts } = read({ 'Object of search': 'Offensive weapons', Legislation: PACE, Outcome: 'Arrest', ...LINKED });
  expect(facts).not.toHaveProperty('offence-group');
  expect(facts['arrested']).toBe(true);
});

describe('A search under section 23', () => {
  test('without an object is one for drugs: what was found and linked is a drug offence', () => {
    const { facts, found } = read({ 'Object of search': '', Outcome: 'Arrest', ...LINKED });
    expect(facts).toMatchObject({ 'offence-group': DRUG_OFFENCES, 'offence-age-days': 0 });
    expect(found.toSorted()).toEqual(['drugs-by-power-alone', 'object-not-given']);
  });

  test('with another object is one for drugs, and whether drugs were found is not known', () => {
    const { facts, found } = read({ 'Object of search': 'Stolen goods', Outcome: 'Arrest', ...LINKED });
    expect(facts).not.toHaveProperty('offence-group');
    expect(found.toSorted()).toEqual(['drugs-not-the-object', 'drugs-power-other-object']);
  });
});

test('A search for drugs under another power is one for drugs, and the contradiction is told', () => {
  const { facts, found } = read({ Legislation: PACE, Outcome: 'Arrest', ...LINKED });
  expect(facts).toMatchObject({ 'offence-group': DRUG_OFFENCES });
  expect(found).toEqual(['drugs-object-other-power']);
});

describe('A word that is not known', () => {
  test.each([
    ['Age range', 'old', 'age-range-not-recognised'],
    ['Gender', 'Dragon', 'gender-not-recognised'],
    ['Self-defined ethnicity', 'Martian', 'ethnicity-not-recognised'],
    ['Officer-defined ethnicity', 'Green', 'ethnicity-not-recognised'],
    ['Legislation', 'Magna Carta', 'power-not-recognised'],
    ['Object of search', 'Dragons', 'object-not-recognised'],
    ['Outcome', 'A stern word', 'outcome-not-recognised'],
    ['Outcome linked to object of search', 'maybe', 'link-not-recognised'],
    ['Part of a policing operation', 'perhaps', 'yes-or-no-not-recognised'],
    ['Removal of more than just outer clothing', 'a hat', 'yes-or-no-not-recognised'],
    ['Latitude', 'north', 'place-not-recognised'],
  ])('in %s is reported: "%s"', (column, word, code) => {
    expect(read({ [column]: word }).found).toContain(code);
  });

  test.each([...COLUMNS.filter((column) => column !== 'Type' && column !== 'Date' && column !== 'Policing operation')])(
    'in %s is not one of the words for a missing value',
    (column) => {
      for (const word of ['NA', 'NULL', 'nan', ' ', '#N/A']) {
        expect(read({ [column]: word }).found.filter((code) => code.endsWith('-recognised'))).toEqual([]);
        expect(read({ [column]: word }).facts).toEqual(read({ [column]: '' }).facts);
      }
    },
  );
});
