import { expect, test } from 'vitest';
import { caseEvent7To8 } from './7-to-8.ts';

const basis = { rationale: 'As agreed', serious: false };
const asked = { ...basis, history: null, youthJustice: null };

test.each(['outcome-recorded', 'outcome-given'])(
  'Of %s in an earlier shape, nobody was asked for a history, nor the youth justice service',
  (type) => {
    expect(caseEvent7To8({ type, data: { type: '8', basis } })).toEqual({ type, data: { type: '8', basis: asked } });
  },
);

test('Nor of what an outcome was corrected to; one that was taken back stays as it is', () => {
  const corrected = { type: 'outcome-corrected', data: { was: '8', to: { type: '7', basis }, reason: 'Mistyped' } };
  expect(caseEvent7To8(corrected)).toEqual({
    ...corrected,
    data: { ...corrected.data, to: { type: '7', basis: asked } },
  });
  const takenBack = { type: 'outcome-corrected', data: { was: '8', to: null, reason: 'Not given' } };
  expect(caseEvent7To8(takenBack)).toEqual(takenBack);
});

test('Every other event stays as it is', () => {
  const event = { type: 'offer-declined', data: { reason: 'No' } };
  expect(caseEvent7To8(event)).toEqual(event);
});
