import { describe, expect, test } from 'vitest';
import {
  barredBy,
  compileScheme,
  nextAsked,
  nextQuestion,
  parseFacts,
  parseVocabulary,
  settledFacts,
  valueTicked,
  type Rule,
} from './index.ts';
import { asOf, schemeOf } from './random-schemes.test-support.ts';

const drugs = ['possession', 'supply'];
const yesNo = (id: string, more: object = {}) => ({ id, type: 'yes-no', when: 'seen', question: `${id}?`, ...more });

const vocabulary = parseVocabulary(
  [
    { id: 'age', type: 'number', min: 0, max: 120, when: 'asked', question: 'Age?', frame: true },
    { id: 'offence', type: 'choice', values: [...drugs, 'theft'], when: 'seen', question: 'What?', frame: true },
    {
      ...yesNo('drug-found', { frame: true }),
      asking: { frameWhere: { fact: 'offence', in: drugs } },
    },
    yesNo('held'),
    yesNo('held-for-court', { onlyIf: 'held' }),
    yesNo('vulnerable', { asking: { turn: 'under-caution', where: { fact: 'age', atLeast: 18 } } }),
    yesNo('cautioned', { asking: { turn: 'under-caution', after: ['vulnerable'] } }),
    yesNo('admits', { asking: { turn: 'under-caution', once: ['cautioned'] } }),
    yesNo('known-thief', { when: 'looked-up', asking: { turn: 'history' } }),
    yesNo('hurt', { asking: { settled: { where: { fact: 'offence', in: drugs }, as: false } } }),
  ],
  [],
);

function next(rule: Rule, known: object, unanswerable: readonly string[] = []): string | null {
  const facts = parseFacts(vocabulary, known);
  if (!facts.ok) throw new Error(facts.refusal[0]?.problem);
  const schemes = [compileScheme(vocabulary, schemeOf([rule]))];
  return nextQuestion(schemes, facts.value, asOf, new Set(unanswerable));
}

const held: Rule = { fact: 'held-for-court', is: false };
const admits: Rule = { fact: 'admits', is: true };
const adult = { age: 30, offence: 'theft' };

describe('The frame', () => {
  test('is asked first, in its order, even where no clause reads it', () => {
    expect(next(held, {})).toBe('age');
    expect(next(held, { age: 30 })).toBe('offence');
    expect(next(held, { age: 30, offence: 'supply' })).toBe('drug-found');
    expect(next(held, { ...adult, held: true })).toBe('held-for-court');
  });

  test('is asked of somebody whom a scheme takes already, and of nobody whom none can take', () => {
    expect(next(held, { held: false })).toBe('age');
    expect(next(held, { 'held-for-court': true })).toBeNull();
  });

  test('that nobody knows is not asked again', () => {
    expect(next(held, { offence: 'theft', held: true }, ['age'])).toBe('held-for-court');
  });

  test('is not asked where there is no scheme', () => {
    const facts = parseFacts(vocabulary, {});
    expect(facts.ok && nextQuestion([], facts.value, asOf)).toBeNull();
  });
});

describe('A question with a condition', () => {
  test('waits until the condition holds, and is not asked where it does not, or nobody knows', () => {
    expect(next(held, adult)).toBe('held');
    expect(next(held, { ...adult, held: false })).toBeNull();
    expect(next(held, adult, ['held'])).toBeNull();
  });

  test('is asked neither without a caution, nor before it was asked whether an adult is vulnerable', () => {
    expect(next(admits, adult)).toBe('vulnerable');
    expect(next(admits, { ...adult, vulnerable: false })).toBe('cautioned');
    expect(next(admits, { ...adult, age: 15 })).toBe('cautioned');
    expect(next(admits, { ...adult, vulnerable: false, cautioned: true })).toBe('admits');
    expect(next(admits, { ...adult, vulnerable: false, cautioned: false })).toBeNull();
    expect(next(admits, { ...adult, vulnerable: false }, ['cautioned'])).toBeNull();
  });

  test('is barred, however it is reached, by the question before it that is open or was not answered with yes', () => {
    const barring = (known: object, unanswerable: readonly string[] = []): string | null => {
      const facts = parseFacts(vocabulary, known);
      const admitting = vocabulary.byId.get('admits');
      if (!facts.ok || !admitting) throw new Error('the test is wrong');
      return barredBy({ vocabulary, facts: facts.value, unanswerable: new Set(unanswerable) }, admitting);
    };
    expect(barring({})).toBe('cautioned');
    expect(barring({ cautioned: false })).toBe('cautioned');
    expect(barring({}, ['cautioned'])).toBe('cautioned');
    expect(barring({ cautioned: true })).toBeNull();
  });

  test('of vulnerability is asked too where nobody knows the age', () => {
    expect(next(admits, { offence: 'theft' }, ['age'])).toBe('vulnerable');
  });
});

describe('The order of asking', () => {
  test('leaves what somebody did before until the rest is known', () => {
    const both: Rule = {
      allOf: [
        { fact: 'known-thief', is: false },
        { fact: 'held', is: true },
      ],
    };
    expect(next(both, adult)).toBe('held');
    expect(next(both, { ...adult, held: true })).toBe('known-thief');
  });

  test('leaves out what other answers settle, unless somebody has answered it', () => {
    const hurt: Rule = { fact: 'hurt', is: false };
    expect(next(hurt, adult)).toBe('hurt');
    expect(next(hurt, { ...adult, offence: 'supply', 'drug-found': true })).toBeNull();
    const settled = (known: object): unknown => {
      const facts = parseFacts(vocabulary, known);
      return facts.ok && settledFacts(vocabulary, facts.value);
    };
    expect(settled({ offence: 'supply' })).toEqual({ hurt: false });
    expect(settled({ offence: { oneOf: ['supply', 'theft'] } })).toEqual({});
    expect(settled({ offence: 'supply', hurt: true })).toEqual({});
  });
});

test('A vocabulary that asks in a turn, or after a fact, that there is not is refused', () => {
  expect(() => parseVocabulary([yesNo('a', { asking: { turn: 'never' } })], [])).toThrow('not a turn of asking');
  for (const asking of [{ after: ['b'] }, { once: ['b'] }, { where: { not: { fact: 'b', is: true } } }])
    expect(() => parseVocabulary([yesNo('a', { asking })], [])).toThrow('names "b", which is no fact');
});

describe('What hardly ever applies', () => {
  const usual = (id: string, more: object = {}) => yesNo(id, { asking: { unticked: false }, ...more });
  const abuse = { id: 'abuse', type: 'choice', values: ['none', 'low', 'high'], when: 'judged', question: 'Abuse?' };
  const rare = parseVocabulary(
    [
      yesNo('framed', { frame: true }),
      yesNo('plain'),
      usual('on-record', { when: 'looked-up' }),
      usual('held'),
      usual('held-for-court', { onlyIf: 'held' }),
      { ...abuse, asking: { unticked: 'none' } },
    ],
    [],
  );
  const rules: readonly Rule[] = [
    { fact: 'plain', is: true },
    { fact: 'on-record', is: false },
    { fact: 'held-for-court', is: false },
    { fact: 'abuse', in: ['none', 'low'] },
  ];
  const asked = (known: object, unanswerable: readonly string[] = []) => {
    const facts = parseFacts(rare, known);
    if (!facts.ok) throw new Error(facts.refusal[0]?.problem);
    const schemes = [compileScheme(rare, schemeOf([...rules]))];
    return nextAsked(schemes, facts.value, asOf, new Set(unanswerable));
  };

  test('is asked on one screen after the frame, in turn, and a question whose condition is open as its condition', () => {
    expect(asked({})).toEqual({ fact: 'framed', ticks: [] });
    expect(asked({ framed: true })).toEqual({ fact: 'held', ticks: ['held', 'abuse', 'on-record'] });
  });

  test('is asked by itself where only one is left, and nobody is asked again what was ticked or is not known', () => {
    const others = { framed: true, 'on-record': false, abuse: 'none' };
    expect(asked(others)).toEqual({ fact: 'plain', ticks: [] });
    expect(asked({ framed: true }, ['abuse', 'held']).ticks).toEqual([]);
    const ticked = { ...others, abuse: { oneOf: ['low', 'high'] }, held: false, plain: true };
    expect(asked(ticked)).toEqual({ fact: 'abuse', ticks: [] });
  });

  test('is, ticked, each of the other values', () => {
    const of = (id: string, ticked: boolean) => {
      const fact = rare.byId.get(id);
      return fact && valueTicked(fact, ticked);
    };
    expect([of('held', false), of('held', true)]).toEqual([false, true]);
    expect([of('abuse', false), of('abuse', true)]).toEqual(['none', { oneOf: ['low', 'high'] }]);
    expect(of('plain', true)).toBeNull();
  });

  test('has as its usual answer one that it can have', () => {
    const none = { ...abuse, asking: { unticked: 'never' } };
    expect(() => parseVocabulary([none], [])).toThrow('Fact abuse: "never" is none of its values');
  });
});
