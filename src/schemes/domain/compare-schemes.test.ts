import { describe, expect, test } from 'vitest';
import { parseFacts } from '../../eligibility/index.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import { compareSchemes } from './compare-schemes.ts';
import { exampleWith, exampleWithClause } from './example-scheme.test-support.ts';
import { parseSchemeDocument } from './parse-scheme-document.ts';

const reference = await loadReferenceLists();
const { vocabulary } = reference;

function comparisonOf(raw: object) {
  const texts = [
    exampleWithClause('{ discretion: Is it safe?, by: sergeant }'),
    exampleWith(['id: durham-checkpoint', 'id: other'], ['is: live', 'is: proposed'], ['atLeast: 18', 'atLeast: 21']),
  ];
  const schemes = texts.map((text) => {
    const result = parseSchemeDocument(text, 'scheme.yaml', reference);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value;
  });
  const facts = parseFacts(vocabulary, raw);
  if (!facts.ok) throw new Error('The test gave faulty facts');
  const asOf = calendarDayOf('2020-01-01');
  return compareSchemes(schemes, { vocabulary, facts: facts.value, asOf }).map(({ scheme, decision, deciding }) => [
    scheme.id,
    decision.standing,
    decision.verdict,
    deciding.map(({ id }) => id).join(' '),
    decision.missing.join(' '),
  ]);
}

describe('one person beside several schemes', () => {
  test('is out by the clauses that are not met', () => {
    expect(comparisonOf({ age: 17 })).toEqual([
      ['durham-checkpoint', 'live', 'ineligible', 'DUR-1', ''],
      ['other', 'proposed', 'ineligible', 'DUR-1', ''],
    ]);
  });

  test('waits by the clauses that are open, and for what is missing', () => {
    expect(comparisonOf({ age: { from: 18, to: 24 } })).toEqual([
      ['durham-checkpoint', 'live', 'needs-discretion', 'DUR-2', ''],
      ['other', 'proposed', 'needs-information', 'DUR-1', 'age'],
    ]);
  });

  test('is in by all clauses, so that none is singled out', () => {
    expect(comparisonOf({ age: 21 })[1]).toEqual(['other', 'proposed', 'eligible', '', '']);
  });
});
