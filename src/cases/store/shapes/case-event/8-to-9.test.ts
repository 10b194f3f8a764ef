import { expect, test } from 'vitest';
import { caseEvent8To9 } from './8-to-9.ts';

const by = (role: string) => ({ accountId: 'a', name: 'Somebody', role, organisationId: 'o' });
const worker = by('provider');
const words = 'In hospital for a detox';
const id = { appointmentId: 'a1', whose: 'person-acceptable' };

test.each([
  ['referral-rejected', worker, { reason: 'no-capacity', words }, { reason: 'no-capacity' }],
  ['referral-rejected', worker, { reason: 'already-with-us', words }, { reason: 'service-cannot-take' }],
  ['referral-rejected', worker, { reason: 'constructor', words }, { reason: 'service-cannot-take' }],
  ['attendance-corrected', worker, { ...id, reason: words }, id],
  ['appointment-cancelled', worker, { ...id, reason: words }, id],
  ['activity-completed', worker, { dose: [], shortfallReason: words }, { dose: [] }],
  ['activity-completed', worker, { dose: [], shortfallReason: null }, { dose: [] }],
  [
    'activity-not-completed',
    worker,
    { reason: 'too-unwell', words },
    { endedBy: 'provider', reason: 'not-able-to-continue' },
  ],
  [
    'activity-not-completed',
    worker,
    { reason: 'other', words },
    { endedBy: 'provider', reason: 'not-able-to-continue' },
  ],
  ['activity-not-completed', worker, { reason: 'moved-away', words }, { endedBy: 'provider', reason: 'moved-away' }],
  [
    'activity-not-completed',
    by('role-that-is-gone'),
    { reason: 'too-unwell', words },
    { endedBy: 'provider', reason: 'not-able-to-continue' },
  ],
  [
    'activity-not-completed',
    by('coordinator'),
    { reason: 'too-unwell', words: 'Said so' },
    { endedBy: 'police', reason: 'not-able-to-continue', words: 'Said so' },
  ],
  [
    'activity-not-completed',
    by('coordinator'),
    { reason: 'other', words: 'Said so' },
    { endedBy: 'police', reason: 'other', words: 'Said so' },
  ],
])('Of an event %s by %j nothing is read that may not cross', (type, author, data, crossed) => {
  const event = { type, at: 'then', by: author, data };
  expect(caseEvent8To9(event)).toEqual({ ...event, data: crossed });
});

test.each([
  { type: 'offer-declined', by: worker, data: { reason: 'None' } },
  { type: 'breach-recorded', by: worker, data: { step: 'reminder', reason: 'Late' } },
  'no event',
])('%j stays as it is', (event) => expect(caseEvent8To9(event)).toEqual(event));
