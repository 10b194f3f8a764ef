import { expect, test } from 'vitest';
import { caseEvent2To3 } from './2-to-3.ts';

test('A decision made before the law was written down answers none of it', () => {
  const decisions = [{ scheme: 'one', verdict: 'eligible' }, { scheme: 'two' }];
  expect(caseEvent2To3({ type: 'person-triaged', at: 'then', data: { force: 'durham', decisions } })).toEqual({
    type: 'person-triaged',
    at: 'then',
    data: { force: 'durham', decisions: decisions.map((decision) => ({ ...decision, law: [] })) },
  });
});

test.each([{ type: 'offer-declined', data: { reason: 'None' } }, { type: 'person-triaged', data: {} }, 'no event'])(
  '%j stays as it is',
  (event) => expect(caseEvent2To3(event)).toEqual(event),
);
