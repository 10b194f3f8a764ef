import { expect, test } from 'vitest';
import type { ClauseAnswer } from '../../../eligibility/index.ts';
import { site } from '../../../../tests/forms/case-views.ts';
import { clauseLists } from './clause-lists.ts';

const own: ClauseAnswer = {
  id: 'EX-1',
  result: 'met',
  says: 'Lives in Durham',
  source: ['S-EX'],
  standing: 'sourced',
  reads: ['home-force'],
};
const ofLaw: ClauseAnswer = {
  id: 'LAW-41',
  result: 'met',
  says: 'The person admits the offence',
  source: ['S-CJA03'],
  standing: 'assumed',
  reads: ['admission'],
  law: 'adult-caution',
  note: 'It was not read.',
};
const drawn = (...clauses: readonly ClauseAnswer[]): string =>
  clauseLists(site, { scheme: 'example', clauses }).toString();

test('the law stands first under its heading, with its source, mark and note, then the scheme’s own rules', () => {
  const list = drawn(ofLaw, own);
  const order = ['The law', '/about/rules/LAW-41', 'The scheme’s own rules', '/about/rules/EX-1'];
  const places = order.map((part) => list.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(-1);
  expect(list).toContain('Criminal Justice Act 2003, section 22');
  expect(list).toContain('Assumed');
  expect(list).toContain('It was not read.');
});

test('a decision of before the law was written down has one list and no heading', () => {
  expect(drawn(own)).not.toContain('<h3');
});

test.each([
  ['offer', 'not-known', 'It must be before the offer.'],
  ['outcome', 'not-known', 'It must be before the outcome.'],
  ['outcome', 'for-discretion', 'It must be before the outcome.'],
  ['if-known', 'not-known', 'It counts only if it becomes known.'],
] as const)('a clause of law due by “%s” that is %s says so', (settledBy, result, expected) => {
  expect(drawn({ ...ofLaw, settledBy, result })).toContain(expected);
});

test('a clause of law that is settled says nothing of when it must be', () => {
  for (const result of ['met', 'not-met'] as const)
    expect(drawn({ ...ofLaw, settledBy: 'outcome', result })).not.toContain('settled');
});

test('a clause that may show somebody’s risk stands on the screen, and paper says only that there are others', () => {
  const risky = { ...own, id: 'EX-2', reads: ['disposal', 'marac-known'], says: 'Known to the MARAC' };
  const list = drawn(own, risky);
  const entries = list.split('<li').slice(1);
  expect(
    entries.filter((entry) => entry.includes('waymark-screen-only')).map((entry) => /EX-\d/.exec(entry)?.[0]),
  ).toEqual(['EX-2']);
  expect(list).toMatch(/waymark-print-only">Other rules: not shown here/);
  expect(drawn(own)).not.toContain('not shown here');
});
