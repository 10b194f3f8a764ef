import { describe, expect, test } from 'vitest';
import { dangerousAct, isProofStale } from './dangerous-acts.ts';

describe('What is dangerous', () => {
  test.each([
    ['POST', '/cases/:caseId/reopen-case', 'open a closed case'],
    ['POST', '/cases/:caseId/reopen-case/:target', 'open a closed case'],
    ['POST', '/cases/:caseId/withdraw-case', 'withdraw a case'],
    ['POST', '/cases/:caseId/return-for-prosecution', 'return a case for prosecution'],
    ['POST', '/cases/:caseId/close-without-consequence', 'close a case without a consequence'],
    ['POST', '/evaluations/:id/share', 'share a report with boards'],
    ['POST', '/cases/:caseId/reopen-case/:target/more', null],
    ['POST', '/evaluations/:id/:target/share', null],
    ['GET', '/cases/:caseId/reopen-case', null],
    ['POST', '/cases/:caseId/book-appointment', null],
    ['POST', '/account/sessions/end-others', 'end your other sessions'],
    ['POST', '/account/sessions/:sessionId/end', 'end a session'],
    ['POST', '/account/password', null],
    ['POST', 'toString', null],
  ])('%s %s: %s', (method, route, act) => {
    expect(dangerousAct(method, route)).toBe(act);
  });
});

test.each([
  ['09:00:00', false],
  ['09:10:00', false],
  ['09:10:01', true],
  ['08:59:00', false],
  ['08:58:59', true],
])('A proof of nine o’clock is stale at %s: %s', (time, stale) => {
  expect(isProofStale(new Date('2026-02-03T09:00:00Z'), new Date(`2026-02-03T${time}Z`))).toBe(stale);
});
