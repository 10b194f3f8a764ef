import { expect, test } from 'vitest';
import { caseEvent1To2 } from './1-to-2.ts';

test('Of a decision made before vocabularies were kept, the vocabulary is not recorded', () => {
  const decisions = [{ scheme: 'one', verdict: 'eligible' }, { scheme: 'two' }];
  expect(caseEvent1To2({ type: 'person-triaged', at: 'then', data: { force: 'durham', decisions } })).toEqual({
    type: 'person-triaged',
    at: 'then',
    data: { force: 'durham', decisions: decisions.map((decision) => ({ ...decision, vocabularyVersion: null })) },
  });
});

test.each([{ type: 'offer-declined', data: { reason: 'None' } }, { type: 'person-triaged', data: {} }, 'no event'])(
  '%j stays as it is',
  (event) => expect(caseEvent1To2(event)).toEqual(event),
);
