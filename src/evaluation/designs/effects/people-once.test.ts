import { expect, test } from 'vitest';
import { sentenceFor } from '../../domain/disclosure/sentence.ts';
import { findingOn } from './outcome-effects.ts';
import { rowsOfCounts } from './rows-of-counts.test-support.ts';

test('a finding counts people once, and its share is of the rows compared, with a word', () => {
  // 60 rows without the scheme are of 20 people, three each; the first 27 rows, of 9 people, have the outcome.
  const rows = rowsOfCounts({ n: 60, events: 18 }, { n: 60, events: 27 });
  const person = Int32Array.from(rows.treated, (arm, row) => (arm === 1 ? row : 60 + Math.floor((row - 60) / 3)));
  const task = {
    id: 'primary',
    role: 'primary',
    label: 'Reoffended',
    outcome: { measure: 'reoffended', months: 12 },
    kind: 'happened',
    scale: 'risk-difference',
    names: ['with', 'without'],
  } as const;
  const found = findingOn({ ...task, rows: { ...rows, person, cluster: person } });
  expect(found.groups).toEqual([
    { name: 'with', n: 60, events: 18, value: 0.3 },
    { name: 'without', n: 20, events: 9, value: 0.45 },
  ]);
  expect(found.notes.map((note) => sentenceFor('evaluator', note))[0]).toMatch(/^Counts are of people, each once/);
  const each = findingOn({ ...task, rows });
  expect([each.groups[1].n, each.notes]).toEqual([60, []]);
});
