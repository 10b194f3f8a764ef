import { expect, test } from 'vitest';
import { caseEvent5To6 } from './5-to-6.ts';

test('A triage of before is one in which nobody is known to have preferred not to say', () => {
  expect(caseEvent5To6({ type: 'person-triaged', at: 'then', data: { force: 'durham' } })).toEqual({
    type: 'person-triaged',
    at: 'then',
    data: { force: 'durham', declined: [] },
  });
});

test.each([{ type: 'offer-declined', data: { reason: 'None' } }, 'no event'])('%j stays as it is', (event) => {
  expect(caseEvent5To6(event)).toEqual(event);
});
