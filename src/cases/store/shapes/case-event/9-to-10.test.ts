import { expect, test } from 'vitest';
import { caseEvent9To10 } from './9-to-10.ts';

test('A triage of before answered nothing by our records', () => {
  const event = { type: 'person-triaged', at: 'then', data: { declined: ['sex'] } };
  expect(caseEvent9To10(event)).toEqual({ ...event, data: { declined: ['sex'], fromRecords: [] } });
});

test.each([{ type: 'offer-declined', data: { reason: 'None' } }, 'no event'])('%j stays as it is', (event) =>
  expect(caseEvent9To10(event)).toEqual(event),
);
