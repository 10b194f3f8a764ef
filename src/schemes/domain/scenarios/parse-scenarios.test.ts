import { describe, expect, test } from 'vitest';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { EXAMPLE } from '../example-scheme.test-support.ts';
import { parseSchemeDocument } from '../parse-scheme-document.ts';
import { checkScenarios, parseScenarios } from './parse-scenarios.ts';

const reference = await loadReferenceLists();
const { vocabulary } = reference;
const parsed = parseSchemeDocument(EXAMPLE, 'scheme.yaml', reference);
if (!parsed.ok) throw new Error('The example has faults');
const scheme = parsed.value;

const SCENARIOS = `base: { age: 25 }
scenarios:
  - { name: DUR-1 seventeen on the day of the offence, with: { age: 17 }, expect: ineligible, because: [DUR-1] }
  - { name: DUR-1 eighteen that day, with: { age: 18 }, expect: eligible }
  - { name: DUR-1 age not known, without: [age], expect: needs-information, missing: [age] }
`;

function faultsWith(from: string, to: string): string[] {
  if (!SCENARIOS.includes(from)) throw new Error(`The scenarios do not hold ${from}`);
  const faults = checkScenarios(SCENARIOS.replace(from, to), 'scenarios.yaml', { vocabulary, scheme });
  return faults.map(({ line, column, path, problem, remedy }) => `${line}:${column} ${path}: ${problem} → ${remedy}`);
}

test('the scenarios of the scheme language hold as they stand', () => {
  expect(faultsWith('base', 'base')).toEqual([]);
});

describe('a file of scenarios is told what is wrong in it:', () => {
  test.each([
    [
      'an unknown fact',
      '{ age: 17 }',
      '{ agee: 17 }',
      '3:70 scenarios[0].with.agee: agee: no such fact → did you mean "age"?',
    ],
    [
      'a value that does not fit',
      '{ age: 17 }',
      '{ age: old }',
      '3:69 scenarios[0].with.age: age: "old" is not a number',
    ],
    [
      'a clause there is not',
      'because: [DUR-1]',
      'because: [DUR-7]',
      '3:105 scenarios[0].because[0]: the scheme has no clause "DUR-7" → did you mean "DUR-1"?',
    ],
    [
      'a name that says no clause',
      'name: DUR-1 age',
      'name: The age',
      '5:13 scenarios[2].name: the name does not begin with the id of a clause: "The"',
    ],
    [
      'two of one name',
      'DUR-1 eighteen that day',
      'DUR-1 age not known',
      '5:13 scenarios[2].name: another scenario above has this name',
    ],
    [
      'a fact taken away that is not there',
      'without: [age]',
      'without: [agee]',
      '5:44 scenarios[2].without[0]: the base has no fact "agee" to take away → did you mean "age"?',
    ],
    ['an unknown missing fact', 'missing: [age]', 'missing: [sexx]', 'there is no fact "sexx" → did you mean "sex"?'],
    [
      'reasons for somebody who gets in',
      'expect: eligible',
      'expect: eligible, because: [DUR-1]',
      '"because" names what keeps a person out, and this one is expected to be eligible',
    ],
    ['a verdict there is not', 'expect: eligible', 'expect: elegible', 'did you mean "eligible"?'],
    [
      'an unknown key',
      'expect: eligible',
      'expects: eligible',
      'the key "expects" has no place here → did you mean "expect"?',
    ],
  ])('%s', (_, from, to, fault) => {
    expect(faultsWith(from, to).join('\n')).toContain(fault);
  });
});

describe('scenarios and scheme that differ are told apart:', () => {
  test('another verdict, with what it turns on', () => {
    expect(faultsWith('{ age: 18 }, expect: eligible', '{ age: 18 }, expect: ineligible')).toEqual([
      '4:5 scenarios[1]: "DUR-1 eighteen that day" is expected to be ineligible and is eligible → correct the scenario or the clause',
    ]);
    expect(faultsWith('expect: ineligible, because: [DUR-1]', 'expect: eligible')[0]).toContain(
      'is expected to be eligible and is ineligible (DUR-1)',
    );
  });

  test('other facts missing', () => {
    expect(faultsWith('missing: [age]', 'missing: []')[0]).toContain(
      'is said to miss nothing and misses age → write missing: [age]',
    );
  });

  test('a base that does not get in', () => {
    expect(faultsWith('age: 25', 'age: 15')[0]).toContain(
      '"base" is expected to be eligible and is ineligible (DUR-1)',
    );
  });
});

describe('each clause must be shown:', () => {
  test.each([
    [
      'not known',
      '  - { name: DUR-1 age not known, without: [age], expect: needs-information, missing: [age] }\n',
      '',
      'DUR-1 has no scenario in which it is not known',
    ],
    ['at its bound', 'with: { age: 18 }', 'with: { age: 19 }', 'DUR-1 has no scenario with age 18'],
    ['one step beyond', 'with: { age: 17 }', 'with: { age: 16 }', 'DUR-1 has no scenario with age 17'],
    [
      'not met',
      'with: { age: 17 }, expect: ineligible, because: [DUR-1]',
      'with: { age: 30 }, expect: eligible',
      'DUR-1 has no scenario in which it is not met',
    ],
  ])('%s', (_, from, to, problem) => {
    expect(faultsWith(from, to).join('\n')).toContain(problem);
  });

  test.each([
    ['less', 2.5, 3, []],
    ['less', 2.5, 4, ['DUR-1 has no scenario with grams of heroin 3']],
    ['less', 1, 3, ['DUR-1 has no scenario with grams of heroin within 1 below 3']],
    ['more', 3.5, 3, []],
    ['more', 3.5, 2, ['DUR-1 has no scenario with grams of heroin 3']],
    ['more', 5, 3, ['DUR-1 has no scenario with grams of heroin within 1 above 3']],
  ])('at an amount that it must be %s than, and close by: %d in and %d out', (form, inside, outside, problems) => {
    const rule = `{ fact: grams, ${form}Than: 3, forSubstance: heroin }`;
    const weighed = parseSchemeDocument(EXAMPLE.replace('{ fact: age, atLeast: 18 }', rule), 'scheme.yaml', reference);
    const scenarios = `base: { grams: { heroin: ${inside} } }
scenarios:
  - { name: DUR-1 out, with: { grams: { heroin: ${outside} } }, expect: ineligible, because: [DUR-1] }
  - { name: DUR-1 not known, without: [grams], expect: needs-information, missing: [grams] }
`;
    const faults = weighed.ok
      ? checkScenarios(scenarios, 'scenarios.yaml', { vocabulary, scheme: weighed.value })
      : weighed.refusal;
    expect(faults.map(({ problem }) => problem)).toEqual(problems);
  });

  test('with a judgement, waiting for the person who makes it', () => {
    const rule = '{ anyOf: [{ fact: age, atLeast: 18 }, { discretion: Is it?, by: officer }] }';
    const text = EXAMPLE.replace('{ fact: age, atLeast: 18 }', rule);
    const judged = parseSchemeDocument(text, 'scheme.yaml', reference);
    const scenarios = SCENARIOS.replace('expect: ineligible, because: [DUR-1]', 'expect: needs-discretion');
    const faults = judged.ok ? checkScenarios(scenarios, 'scenarios.yaml', { vocabulary, scheme: judged.value }) : [];
    expect(faults.map(({ problem }) => problem)).toEqual([]);
  });
});

test('without a scheme at hand, scenarios are read and not run', () => {
  expect(parseScenarios(SCENARIOS, 'scenarios.yaml', { vocabulary }).ok).toBe(true);
  expect(parseScenarios('', 'scenarios.yaml', { vocabulary }).ok).toBe(false);
});
