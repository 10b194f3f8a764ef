import { expect, test } from 'vitest';
import { happened } from './events.ts';
import type { EventOf } from '../../domain/case-event.ts';

function returned(consequence: EventOf<'returned-for-prosecution'>['data']['consequence']): string {
  return happened({
    type: 'returned-for-prosecution',
    at: '2026-03-02T09:00:00.000Z',
    by: { accountId: 'a', name: 'Made up', role: 'coordinator', organisationId: 'o' },
    data: {
      consequence,
      outcomeType: null,
      reason: 'Declined.',
      timeLimit: { applies: 'no', passed: false, lastDay: null },
    },
  });
}

test('a case whose alternative was a prosecution is returned for prosecution, any other for decision', () => {
  expect(returned('prosecution')).toBe('Returned for prosecution and closed');
  for (const consequence of ['caution', 'penalty-notice', 'community-resolution'] as const) {
    expect(returned(consequence)).toBe('Returned for decision and closed');
  }
});
