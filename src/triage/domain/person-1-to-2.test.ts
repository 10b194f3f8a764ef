import { expect, test } from 'vitest';
import { person1To2 } from './person-1-to-2.ts';
import { triageDraft2To3 } from '../store/shapes/triage-draft/2-to-3.ts';

const before = { name: 'Rowan Made-up', ethnicity: { selfDefined: 'W1', officerDefined: null } };

test('English stood there before anybody asked, so it is not known; another language stays', () => {
  expect(person1To2({ ...before, language: 'English' })).toEqual({ ...before, language: null, monitoring: null });
  expect(person1To2({ ...before, language: 'Welsh' })).toEqual({ ...before, language: 'Welsh', monitoring: null });
});

test('The person of a triage under way becomes the same, and a triage without a person stays without', () => {
  const person = { ...before, language: 'English' };
  expect(triageDraft2To3({ facts: {}, person })).toEqual({ facts: {}, person: person1To2(person) });
  expect(triageDraft2To3({ facts: {}, person: null })).toEqual({ facts: {}, person: null });
});
