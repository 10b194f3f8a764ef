import { describe, expect, test } from 'vitest';
import { COLUMNS, searchRow, type SearchRow } from '../../../../tests/interchange/stop-and-search-file.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { findingLedger } from '../finding-ledger.ts';
import { FINDING_CODES } from './finding-codes.ts';
import { parseHeader } from './header.ts';
import { factsOfRecord } from './record-facts.ts';
import { recordReader } from './record-reader.ts';

const day = calendarDayOf('2019-12-01');
const DRUG_OFFENCES = { oneOf: ['possession', 'possession-with-intent', 'supply', 'production', 'cultivation'] };
const LINKED = { 'Outcome linked to object of search': 'True' };

/** What one row says, as facts, and the codes of what was found in it. */
function read(changes: SearchRow) {
  const ledger = findingLedger(FINDING_CODES);
  const header = parseHeader(COLUMNS, ledger);
  if (!header.ok) throw new Error(header.refusal.problem);
  const options = { force: 'durham', forces: [], asOf: null };
  const record = recordReader({ header: header.value, ledger }, options)({ fields: searchRow(changes), number: 1 });
  if (typeof record === 'string') throw new Error(record);
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
    const stolen = read({ Outcome: 'Khat or Cannabis warning', 'Object of search': 'Stolen goods' });
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
  const { facts } = read({ 'Object of search': 'Offensive weapons', Outcome: 'Arrest', ...LINKED });
  expect(facts).not.toHaveProperty('offence-group');
  expect(facts['arrested']).toBe(true);
});
