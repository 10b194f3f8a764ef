import { expect, test } from 'vitest';
import { basisOf, outcomeBasis } from './scheme-basis.ts';

const sources = { 'S-EX': { title: 'Example', publisher: 'Example Constabulary' } };

test('a statement shows its mark, its sources by name and its note', () => {
  const basis = basisOf({ sources }, { source: 'S-EX', standing: 'conflicting', note: 'Two say so.' }).toString();
  for (const part of ['Sources disagree', 'Example Constabulary, Example.', 'Two say so.'])
    expect(basis).toContain(part);
});

test('a statement that says nothing of where it comes from is assumed', () => {
  const basis = basisOf({ sources }, {}).toString();
  expect(basis).toContain('Assumed');
  expect(basis).toContain('No source is named.');
});

test('an outcome that is assumed says so beside its type', () => {
  const outcome = (type: string | null) => ({
    completed: { type, note: 'The source does not name an outcome type.' },
    notCompleted: { then: 'prosecute' as const },
    source: 'S-EX',
    standing: 'assumed' as const,
  });
  const basis = outcomeBasis({ sources, outcome: outcome('22') }).toString();
  expect(basis).toContain('Outcome 22.');
  expect(basis).toContain('The source does not name an outcome type.');
  expect(basis).toContain('Assumed');
  expect(outcomeBasis({ sources, outcome: outcome(null) }).toString()).toContain('No Home Office outcome.');
});
