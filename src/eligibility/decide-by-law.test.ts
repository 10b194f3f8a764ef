import { describe, expect, test } from 'vitest';
import { addDays, calendarDayOf } from '../shared/calendar-day.ts';
import { compileScheme, decide, parseFacts, parseVocabulary, type LawClause, type LawRules } from './index.ts';
import { schemeOf } from './random-schemes.test-support.ts';

const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', min: 0, when: 'asked', question: 'Age?' },
    { id: 'days', type: 'number', min: 0, when: 'seen', question: 'Days ago?', datesOffence: true },
    { id: 'gas', type: 'yes-no', when: 'seen', question: 'Nitrous oxide?' },
    { id: 'evidence', type: 'yes-no', when: 'judged', question: 'Evidence?' },
  ],
  [],
);
const asOf = calendarDayOf('2024-01-01');
const sourced = { says: 'So it is', source: 'S-L', standing: 'sourced' } as const;

function decided(clauses: readonly LawClause[], raw: object, day = asOf) {
  const law: LawRules = { id: 'law', version: 'l', clauses };
  const facts = parseFacts(vocabulary, raw);
  if (!facts.ok) throw new Error('faulty facts');
  const scheme = schemeOf([{ fact: 'age', atLeast: 18 }], [law]);
  return decide(compileScheme(vocabulary, scheme), facts.value, day);
}

describe('the law that a scheme rests on', () => {
  const evidence: LawClause = { id: 'LAW-1', rule: { fact: 'evidence', is: true }, ...sourced };

  test('is answered first, by its own ids, and the decision says in which wording', () => {
    const { clauses, law, verdict } = decided([evidence], { age: 20, evidence: false });
    expect(clauses.map(({ id, law: document, result }) => [id, document, result])).toEqual([
      ['LAW-1', 'law', 'not-met'],
      ['T-1', undefined, 'met'],
    ]);
    expect(law).toEqual([{ id: 'law', version: 'l' }]);
    expect(verdict).toBe('ineligible');
  });

  test('holds a verdict up until it is known, unless it need not be known before the offer or the outcome', () => {
    expect(decided([evidence], { age: 20 })).toMatchObject({ verdict: 'needs-information', missing: ['evidence'] });
    for (const settledBy of ['offer', 'outcome', 'if-known'] as const) {
      const later = [{ ...evidence, settledBy }];
      expect(decided(later, { age: 20 })).toMatchObject({ verdict: 'eligible', missing: [] });
      expect(decided(later, { age: 20 }).clauses[0]).toMatchObject({ result: 'not-known', settledBy });
      expect(decided(later, { age: 20, evidence: false }).verdict).toBe('ineligible');
      expect(decided(later, {})).toMatchObject({ verdict: 'needs-information', missing: ['age'] });
    }
  });

  test('is worked out for each person anew, whatever schemes rest on it and whoever was decided before', () => {
    const law: LawRules = { id: 'law', version: 'l', clauses: [evidence] };
    const schemes = [18, 25].map((age) => compileScheme(vocabulary, schemeOf([{ fact: 'age', atLeast: age }], [law])));
    const people = [true, false, true].map((known) => {
      const facts = parseFacts(vocabulary, { age: 30, evidence: known });
      if (!facts.ok) throw new Error('faulty facts');
      return facts.value;
    });
    const verdicts = [...people, ...people].map((facts) =>
      schemes.map((scheme) => decide(scheme, facts, asOf).verdict),
    );
    const [met, not] = [
      ['eligible', 'eligible'],
      ['ineligible', 'ineligible'],
    ];
    expect(verdicts).toEqual([met, not, met, met, not, met]);
  });

  test('a judgement that need not be made yet is not waited for', () => {
    const judged = { ...evidence, rule: { discretion: 'Is it right?', by: 'sergeant' } as const };
    expect(decided([judged], { age: 20 }).verdict).toBe('needs-discretion');
    expect(decided([{ ...judged, settledBy: 'outcome' }], { age: 20 })).toMatchObject({
      verdict: 'eligible',
      discretions: [],
    });
  });

  test('is that of the day of the offence where it says so, and of the decision where it does not', () => {
    const from = calendarDayOf('2023-11-08');
    const until = addDays(from, -1);
    const noOffence: LawClause = { id: 'LAW-2', rule: { fact: 'gas', is: false }, ...sourced, until };
    const byOffence = [{ ...noOffence, datedBy: 'offence' as const }];
    const since = (day: string): number => (Date.parse(asOf) - Date.parse(day)) / 86_400_000;
    expect(decided(byOffence, { age: 20, gas: true, days: since('2023-11-07') }).verdict).toBe('ineligible');
    expect(decided(byOffence, { age: 20, gas: true, days: since('2023-11-08') }).verdict).toBe('eligible');
    expect(decided(byOffence, { age: 20, gas: true }).verdict).toBe('eligible');
    expect(decided(byOffence, { age: 20, gas: true }, until).verdict).toBe('ineligible');
    expect(decided([noOffence], { age: 20, gas: true, days: since('2023-11-07') }).verdict).toBe('eligible');
    expect(decided(byOffence, { age: 20, gas: true, days: 9e15 }).verdict).toBe('ineligible');
  });

  test('is that of each day asked for, however often one scheme is asked', () => {
    const from = calendarDayOf('2023-11-08');
    const rule = { fact: 'gas', is: false } as const;
    const law: LawRules = { id: 'law', version: 'l', clauses: [{ id: 'LAW-3', rule, ...sourced, from }] };
    const scheme = compileScheme(vocabulary, schemeOf([{ fact: 'age', atLeast: 18 }], [law]));
    const facts = parseFacts(vocabulary, { age: 20, gas: true, days: 0 });
    if (!facts.ok) throw new Error('faulty facts');
    const verdictOn = (day: typeof from) => decide(scheme, facts.value, day).verdict;
    expect([from, addDays(from, -1), from].map(verdictOn)).toEqual(['ineligible', 'eligible', 'ineligible']);
  });
});
