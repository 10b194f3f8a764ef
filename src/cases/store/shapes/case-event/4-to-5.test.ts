import { expect, test } from 'vitest';
import { caseEvent4To5 } from './4-to-5.ts';

const recorded = (basis: object) => ({ type: 'outcome-recorded', at: 'then', data: { type: '8', basis } });

test.each([
  ['Insp X', { by: 'inspector', name: 'Insp X' }],
  [null, null],
])('An outcome for which %j was the inspector', (inspector, authority) => {
  expect(caseEvent4To5(recorded({ rationale: 'So', inspector }))).toEqual(recorded({ rationale: 'So', authority }));
});

test.each([{ type: 'offer-declined', data: { reason: 'None' } }, recorded({ rationale: 'So' }), 'no event'])(
  '%j stays as it is',
  (event) => expect(caseEvent4To5(event)).toEqual(event),
);
