import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, parseVocabulary, type Rule } from '../../../eligibility/index.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { factsGoTogether, tiedFacts } from './facts-go-together.ts';
import { findPerson, isSomebody } from './find-person.ts';
import { anyRule, vocabulary } from './random-rules.test-support.ts';

test('whoever is found meets the rules, or waits for a judgement alone, and is as somebody can be', () => {
  const seen = { somebody: 0, nobody: 0 };
  fc.assert(
    fc.property(fc.array(anyRule, { minLength: 1, maxLength: 3 }), (rules) => {
      const found = findPerson(vocabulary, rules);
      seen[isSomebody(found) ? 'somebody' : 'nobody'] += 1;
      if (!isSomebody(found)) return;
      const facts = parseFacts(vocabulary, found.person);
      if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
      const clause = { says: '', source: '', standing: 'assumed' } as const;
      const eligibility = rules.map((rule, index) => ({ ...clause, id: `X-${index}`, rule }));
      const scheme = compileScheme(vocabulary, { id: 'x', version: '', standing: [], eligibility });
      const { verdict } = decide(scheme, facts.value, calendarDayOf('2020-01-01'));
      expect(['eligible', 'needs-discretion']).toContain(verdict);
      expect(factsGoTogether(tiedFacts(vocabulary.facts), found.person)).toBe(true);
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(seen.somebody, seen.nobody)).toBeGreaterThan(50);
});

test('the age today is looked for where that at the offence puts it', () => {
  const rules: Rule[] = [
    { fact: 'age', atLeast: 2 },
    { fact: 'age-today', atMost: 3 },
    { fact: 'age-today', isNot: 2 },
  ];
  expect(findPerson(vocabulary, rules)).toEqual({ person: { age: 2, 'age-today': 3 } });
  const younger: Rule[] = [
    { fact: 'age', atLeast: 3 },
    { fact: 'age-today', atMost: 2 },
  ];
  expect(isSomebody(findPerson(vocabulary, younger))).toBe(false);
});

test('of nobody is said that they have what was not found', () => {
  const heavy: Rule = { fact: 'grams', moreThan: 1, forSubstance: 'a' };
  expect(findPerson(vocabulary, [heavy, { fact: 'drugs', notIn: ['a'] }])).toBe('not-settled');
  expect(findPerson(vocabulary, [heavy, { fact: 'drugs', includes: 'a' }])).toMatchObject({ person: { drugs: ['a'] } });
});

test('of a set too large to try whole, somebody is found all the same, and that there is nobody is not said', () => {
  const values = Array.from({ length: 16 }, (_, index) => `d${index}`);
  const large = parseVocabulary([{ id: 'drugs', type: 'set', values, when: 'asked', question: '?' }], []);
  const each = values.slice(0, 14).map((value): Rule => ({ fact: 'drugs', includes: value }));
  expect(findPerson(large, [{ anyOf: each }, { fact: 'drugs', in: ['d7', 'd9'] }])).toEqual({
    person: { drugs: ['d7'] },
  });
  expect(findPerson(large, [...each.slice(0, 3), { not: { allOf: each } }])).toBe('not-settled');
});
