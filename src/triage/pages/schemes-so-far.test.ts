import { expect, test } from 'vitest';
import type { ClauseAnswer, Decision } from '../../eligibility/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { schemesSoFar } from './schemes-so-far.ts';

const clause = (different: Partial<ClauseAnswer>): ClauseAnswer => ({
  id: 'EX-1',
  result: 'met',
  says: 'Aged 18 or over',
  source: ['S-EX'],
  standing: 'sourced',
  reads: ['age'],
  ...different,
});

const decision = (verdict: Decision['verdict'], clauses: readonly ClauseAnswer[]): Decision => ({
  scheme: 'example',
  asOf: calendarDayOf('2026-03-02'),
  standing: 'live',
  verdict,
  clauses,
  missing: [],
  discretions: [],
  schemeVersion: 'e'.repeat(64),
  law: [],
});

const drawn = (one: Decision): string => schemesSoFar([one], () => 'Example').toString();

test('an eligible scheme says how many assumed rules that rests on, and what is known of each', () => {
  const aside = drawn(
    decision('eligible', [clause({}), clause({ id: 'EX-2', standing: 'assumed', note: 'Nobody says so.' })]),
  );
  expect(aside).toContain('Eligible, by 1 assumed rule');
  expect(aside).toContain('/about/rules/EX-2');
  expect(aside).toContain('Nobody says so.');
  expect(aside).not.toContain('/about/rules/EX-1');
});

test('a scheme that rests on sourced rules says nothing of assumed ones', () => {
  expect(drawn(decision('eligible', [clause({})]))).not.toMatch(/assumed/i);
});

test('a scheme that is still open rests on nothing yet', () => {
  const open = decision('needs-information', [clause({ standing: 'assumed' }), clause({ result: 'not-known' })]);
  expect(drawn(open)).toContain('Possible');
  expect(drawn(open)).not.toMatch(/assumed/i);
});
