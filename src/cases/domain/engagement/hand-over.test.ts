import { expect, test } from 'vitest';
import { condition, caseThrough } from '../../../../tests/cases/case-in-state.ts';
import { aPerson } from '../../../../tests/cases/people.ts';
import type { ReferredCase } from '../case-state.ts';
import { handOverOf } from './hand-over.ts';

test('Of what is asked for equality monitoring only the language crosses, and what has to be arranged', () => {
  const { offer, agreement } = caseThrough('referred').state() as ReferredCase;
  const asked = aPerson({
    language: null,
    needs: 'Large print',
    ethnicity: { selfDefined: 'W3', officerDefined: 'IC1' },
    monitoring: { sex: 'female', disability: 'yes', language: 'prefer-not-to-say' },
  });
  const notAsked = aPerson({ language: null, needs: 'Large print' });
  expect(handOverOf(asked, offer, agreement)).toEqual(handOverOf(notAsked, offer, agreement));
});

test('Only name, contact, language, needs, risk to staff, scheme and conditions cross to a provider', () => {
  const { offer, agreement } = caseThrough('referred').state() as ReferredCase;
  const person = aPerson({ needs: 'Large print', riskToStaff: 'See in pairs', policeReference: '20/1234/26' });
  expect(handOverOf(person, offer, agreement)).toEqual({
    name: 'Rowan Made-up',
    contact: person.contact,
    language: 'English',
    interpreterNeeded: false,
    needs: 'Large print',
    riskToStaff: 'See in pairs',
    scheme: 'example',
    conditions: [condition],
  });
});
