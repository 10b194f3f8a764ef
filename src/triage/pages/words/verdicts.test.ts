import { expect, test } from 'vitest';
import type { Verdict } from '../../../eligibility/index.ts';
import { verdictLine, verdictTag } from './verdicts.ts';

const clauses = [
  { id: 'LAW-1', result: 'met', standing: 'sourced' },
  { id: 'LAW-2', result: 'met', standing: 'assumed' },
  { id: 'EX-1', result: 'met', standing: 'assumed' },
  { id: 'EX-2', result: 'not-known', standing: 'assumed' },
] as const;

test.each<[Verdict, string]>([
  ['eligible', 'Eligible, by 2 assumed rules'],
  ['needs-discretion', 'A person must judge, by 2 assumed rules'],
  ['needs-information', 'More must be known'],
  ['ineligible', 'Not eligible'],
])('a verdict “%s” says how many assumed rules it rests on', (verdict, expected) => {
  expect(verdictLine({ verdict, clauses })).toBe(expected);
});

test('what keeps somebody out is said to be assumed only where nothing sourced keeps them out too', () => {
  const keepsOut = (standing: 'sourced' | 'assumed') => ({ id: 'EX-3', result: 'not-met', standing }) as const;
  expect(verdictLine({ verdict: 'ineligible', clauses: [...clauses, keepsOut('assumed')] })).toBe(
    'Not eligible, by 1 assumed rule',
  );
  const both = [...clauses, keepsOut('assumed'), keepsOut('sourced')];
  expect(verdictLine({ verdict: 'ineligible', clauses: both })).toBe('Not eligible');
});

test('the tag itself says it', () => {
  const tag = verdictTag({ verdict: 'eligible', clauses }).toString();
  expect(tag).toContain('govuk-tag--green');
  expect(tag).toContain('Eligible, by 2 assumed rules');
});
