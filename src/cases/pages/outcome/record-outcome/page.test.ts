import { expect, test } from 'vitest';
import { input, leadingTo, policeView } from '../../../../../tests/forms/case-views.ts';
import { facts } from '../../../../../tests/cases/case-in-state.ts';
import type { RecordedFacts } from '../../../../triage/index.ts';
import type { Scheme } from '../../../../schemes/index.ts';
import { outcomePage } from './page.ts';

function closing(standing: 'sourced' | 'assumed', target = '22'): string {
  const scheme: Scheme = { ...leadingTo('22'), outcome: { ...leadingTo('22').outcome, standing } };
  const view = policeView('completed', { scheme });
  return outcomePage({ ...input(view, { target }), view })?.fields.toString() ?? '';
}

test('an outcome says whether the scheme’s own was read in a source or is assumed', () => {
  expect(closing('assumed')).toContain('Assumed');
  expect(closing('sourced')).not.toContain('Assumed');
  for (const standing of ['sourced', 'assumed'] as const) expect(closing(standing)).toContain('Outcome 22.');
});

test('another outcome is asked about in words that are true of an assumed one too', () => {
  const page = closing('assumed', 'none');
  expect(page).toContain('Why not the outcome in the scheme’s document?');
  expect(page).not.toContain('scheme gives');
});

test('an outcome says what has to be said first, with the way there, and the same page says nothing once it is', () => {
  const caution = (known: RecordedFacts): string => {
    const view = policeView('completed', { scheme: leadingTo('3'), first: { facts: { ...facts, ...known } } });
    return outcomePage({ ...input(view, { target: '3' }), view })?.fields.toString() ?? '';
  };
  const open = caution({ 'offence-group': 'theft' });
  expect(open).toContain('Say it before the outcome can be recorded');
  expect(open).toMatch(/href="[^"]*amend-fact.domestic-abuse">Is domestic abuse involved/);
  expect(caution({ 'offence-group': 'theft', 'domestic-abuse': 'none' })).not.toContain('amend-fact');
});

test('a resolution asks who agreed only of somebody who offended before, by their age on the day', () => {
  const resolution = (known: RecordedFacts): string => {
    const view = policeView('completed', { scheme: leadingTo('8'), first: { facts: { ...facts, ...known } } });
    return outcomePage({ ...input(view, { target: '8' }), view })?.fields.toString() ?? '';
  };
  expect(resolution({})).toContain('Does any police record show that the person offended before?');
  const onRecord = resolution({ 'prior-convictions': 2 });
  expect(onRecord).toContain('The record shows that the person offended, or was diverted, before.');
  expect(onRecord).toContain('Which sergeant, or above, gave leave?');
  expect(onRecord).not.toContain('Does any police record show');
  expect(resolution({ 'offending-history': false })).not.toContain('Which sergeant');
});
