import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../shared/calendar-day.ts';
import { compileScheme, decide, parseFacts, parseVocabulary, type Clause, type Rule } from './index.ts';

const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', whole: true, min: 0, max: 120, when: 'asked', question: 'Age?' },
    { id: 'admission', type: 'choice', values: ['admits', 'no-reply', 'denies'], when: 'asked', question: 'Admits?' },
    { id: 'evidence', type: 'yes-no', when: 'looked-up', question: 'Evidence?' },
    { id: 'substances', type: 'set', values: ['cannabis', 'heroin', 'cocaine'], when: 'seen', question: 'Drugs?' },
    { id: 'grams', type: 'amounts', values: ['cannabis', 'heroin'], min: 0, when: 'seen', question: 'Grams?' },
    { id: 'force', type: 'force', when: 'seen', question: 'Force?' },
  ],
  ['durham', 'cleveland'],
);

const today = calendarDayOf('2024-06-01');
const clause = (id: string, rule: Rule, more: Partial<Clause> = {}): Clause => ({
  id,
  says: `Clause ${id}`,
  rule,
  source: 'S-T',
  standing: 'sourced',
  ...more,
});

function ask(rules: readonly (Rule | Clause)[], raw: object, asOf = today) {
  const eligibility = rules.map((rule, index) => ('says' in rule ? rule : clause(`T-${index + 1}`, rule)));
  const standing = [
    { from: calendarDayOf('2015-04-01'), is: 'proposed' as const },
    { from: calendarDayOf('2016-01-01'), is: 'live' as const },
  ];
  const facts = parseFacts(vocabulary, raw);
  if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
  return decide(compileScheme(vocabulary, { id: 't', version: 'v1', standing, eligibility }), facts.value, asOf);
}

const results = (decision: ReturnType<typeof ask>) => decision.clauses.map(({ result }) => result);

describe('a fact known in part', () => {
  const adult: Rule = { fact: 'age', atLeast: 18 };
  const older: Rule = { fact: 'age', atLeast: 21 };

  test('18 to 24 meets "at least 18" and does not settle "at least 21"', () => {
    const decision = ask([adult, older], { age: { from: 18, to: 24 } });
    expect(results(decision)).toEqual(['met', 'not-known']);
    expect(decision.verdict).toBe('needs-information');
    expect(decision.missing).toEqual(['age']);
  });

  test('an open range settles what its closed end settles', () => {
    expect(results(ask([adult, older], { age: { from: 35 } }))).toEqual(['met', 'met']);
    expect(results(ask([adult, older], { age: { to: 17 } }))).toEqual(['not-met', 'not-met']);
  });

  test('one of several is met where every one is, and not met where none is', () => {
    const replies: Rule = { fact: 'admission', in: ['admits', 'no-reply'] };
    expect(results(ask([replies], { admission: { oneOf: ['admits', 'no-reply'] } }))).toEqual(['met']);
    expect(results(ask([replies], { admission: { oneOf: ['admits', 'denies'] } }))).toEqual(['not-known']);
  });

  test('numbers known to be one of several are not smeared into a range', () => {
    expect(results(ask([{ fact: 'age', between: [18, 24] }], { age: { oneOf: [10, 30] } }))).toEqual(['not-met']);
  });

  test('sets known to be one of several are tried one by one', () => {
    const only: Rule = { fact: 'substances', in: ['cannabis'] };
    expect(results(ask([only], { substances: { oneOf: [['heroin'], ['cocaine']] } }))).toEqual(['not-met']);
    expect(results(ask([only], { substances: { oneOf: [['heroin'], ['cannabis']] } }))).toEqual(['not-known']);
  });
});

describe('tests of sets and amounts', () => {
  test('"in" wants every member listed, "notIn" none, "includes" the one', () => {
    const raw = { substances: ['cannabis', 'heroin'] };
    expect(results(ask([{ fact: 'substances', in: ['cannabis'] }], raw))).toEqual(['not-met']);
    expect(results(ask([{ fact: 'substances', in: ['cannabis', 'heroin'] }], raw))).toEqual(['met']);
    expect(results(ask([{ fact: 'substances', notIn: ['cocaine'] }], raw))).toEqual(['met']);
    expect(results(ask([{ fact: 'substances', notIn: ['heroin', 'cocaine'] }], raw))).toEqual(['not-met']);
    expect(results(ask([{ fact: 'substances', includes: 'heroin' }], raw))).toEqual(['met']);
  });

  test('an amount is of its substance; another substance says nothing of it', () => {
    const little: Rule = { fact: 'grams', atMost: 3, forSubstance: 'cannabis' };
    expect(results(ask([little], { grams: { cannabis: 3 } }))).toEqual(['met']);
    expect(results(ask([little], { grams: { cannabis: 3.01 } }))).toEqual(['not-met']);
    expect(results(ask([little], { grams: { heroin: 9 } }))).toEqual(['not-known']);
    expect(results(ask([little], { grams: { cannabis: { from: 1, to: 2 } } }))).toEqual(['met']);
  });
});

describe('what is missing', () => {
  const either: Rule = {
    anyOf: [
      { fact: 'admission', is: 'admits' },
      { fact: 'evidence', is: true },
    ],
  };

  test('an "any of" that one part meets turns on nothing', () => {
    expect(ask([either], { admission: 'admits' })).toMatchObject({ verdict: 'eligible', missing: [] });
  });

  test('an "any of" with one part not met turns on the other alone', () => {
    expect(ask([either], { admission: 'denies' })).toMatchObject({
      verdict: 'needs-information',
      missing: ['evidence'],
    });
  });

  test('nothing is missing once some clause is not met, though others are not known', () => {
    const decision = ask([{ fact: 'age', atLeast: 18 }, either], { age: 17 });
    expect(decision).toMatchObject({ verdict: 'ineligible', missing: [] });
    expect(results(decision)).toEqual(['not-met', 'not-known']);
  });
});

describe('a judgement', () => {
  const judge: Rule = { discretion: 'Is it right?', by: 'sergeant' };

  test('waits for a person when all else is met, and says who', () => {
    const decision = ask([{ fact: 'age', atLeast: 18 }, judge], { age: 30 });
    expect(decision).toMatchObject({ verdict: 'needs-discretion', missing: [] });
    expect(decision.discretions).toEqual([{ clause: 'T-2', question: 'Is it right?', by: 'sergeant' }]);
  });

  test('is not asked for where the facts decide first', () => {
    const decision = ask([{ anyOf: [{ fact: 'age', atLeast: 18 }, judge] }], { age: 30 });
    expect(decision).toMatchObject({ verdict: 'eligible', discretions: [] });
  });

  test('waits behind a fact that could still decide', () => {
    expect(ask([{ fact: 'age', atLeast: 18 }, judge], {})).toMatchObject({
      verdict: 'needs-information',
      missing: ['age'],
    });
  });

  test('leaves nothing missing where a fact can no longer change the verdict', () => {
    // Met or for judgement, the other clause waits for a person all the same.
    expect(ask([{ anyOf: [{ fact: 'evidence', is: true }, judge] }, judge], {})).toMatchObject({
      verdict: 'needs-discretion',
      missing: [],
    });
  });
});

describe('the day', () => {
  const dated = (id: string, age: number, from: string, until?: string): Clause =>
    clause(
      id,
      { fact: 'age', atLeast: age },
      { from: calendarDayOf(from), ...(until ? { until: calendarDayOf(until) } : {}) },
    );
  const rules = [dated('T-1', 18, '2016-01-01', '2019-12-31'), dated('T-2', 21, '2020-01-01')];
  const at = (day: string) => ask(rules, { age: 19 }, calendarDayOf(day));

  test('a clause holds from its first day to its last, both included', () => {
    expect(at('2019-12-31')).toMatchObject({ verdict: 'eligible', clauses: [{ id: 'T-1' }] });
    expect(at('2020-01-01')).toMatchObject({ verdict: 'ineligible', clauses: [{ id: 'T-2' }] });
  });

  test('before its first clause a scheme answers by the clauses it began with, and says it had not started', () => {
    expect(at('2014-01-01')).toMatchObject({ standing: 'not-started', verdict: 'eligible', clauses: [{ id: 'T-1' }] });
  });

  test('a scheme that is only proposed on the day answers, and says so', () => {
    expect(at('2015-06-01').standing).toBe('proposed');
    expect(at('2016-01-01').standing).toBe('live');
  });

  test('a clause without a first day is in force before those that have one', () => {
    const mixed = [clause('T-1', { fact: 'evidence', is: true }), dated('T-2', 21, '2020-01-01')];
    expect(ask(mixed, { evidence: true }, calendarDayOf('2019-01-01'))).toMatchObject({
      verdict: 'eligible',
      clauses: [{ id: 'T-1' }],
    });
  });
});

test('a number that cannot lie beyond its bounds needs no asking', () => {
  expect(ask([{ fact: 'age', atMost: 120 }], {})).toMatchObject({ verdict: 'eligible', missing: [] });
});
