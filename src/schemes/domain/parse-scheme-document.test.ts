import { describe, expect, test } from 'vitest';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import { EXAMPLE, exampleWith, exampleWithClause } from './example-scheme.test-support.ts';
import { parseSchemeDocument } from './parse-scheme-document.ts';

const reference = await loadReferenceLists();

/** The faults as `line:column path: problem → remedy`. */
function faultsOf(text: string, file = 'scheme.yaml'): string[] {
  const result = parseSchemeDocument(text, file, reference);
  if (result.ok) return [];
  return result.refusal.map(
    ({ line, column, path, problem, remedy }) => `${line}:${column} ${path}: ${problem} → ${remedy}`,
  );
}

describe('a sound document', () => {
  test('is the example of the scheme language as it stands', () => {
    expect(faultsOf(EXAMPLE)).toEqual([]);
  });

  test('has a version that changes with what it says, and not with comments or order of keys', () => {
    const versionOf = (text: string) => {
      const result = parseSchemeDocument(text, 'scheme.yaml', reference);
      return result.ok ? result.value.version : null;
    };
    expect(versionOf(EXAMPLE)).toMatch(/^[0-9a-f]{64}$/);
    expect(
      versionOf(exampleWith(['name: Checkpoint\nforces: [durham]', 'forces: [durham]\nname: Checkpoint # a note'])),
    ).toBe(versionOf(EXAMPLE));
    expect(versionOf(exampleWith(['atLeast: 18', 'atLeast: 19']))).not.toBe(versionOf(EXAMPLE));
  });

  test('may cite several sources, carry notes and a summary, close a clause, and name no force', () => {
    const text = exampleWith(
      ['forces: [durham]', 'forces: []\nsummary: In two words.'],
      ['source: S-DUR\n    standing: sourced', 'source: [S-DUR, S-G20]\n    note: Read so.\n    standing: conflicting'],
      ['repeats: {', 'source: S-G20\n  standing: assumed\n  repeats: {'],
      ['sources:', 'sources:\n  S-G20: { title: Report, publisher: The Guardian, address: theguardian.com }'],
    );
    expect(faultsOf(text)).toEqual([]);
  });

  test('reads the same with Windows line ends', () => {
    expect(faultsOf(EXAMPLE.replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

/** What is broken, how, and the one line that must be said. */
const BROKEN: readonly (readonly [what: string, text: string, fault: string])[] = [
  [
    'a value not on its list',
    exampleWith(['kind: deferred-prosecution', 'kind: defered-prosecution']),
    '4:7 kind: "defered-prosecution" is not one of the values here → did you mean "deferred-prosecution"? Write one of: deflection, deferred-prosecution, education-course, arrest-referral, treatment, support, registration',
  ],
  [
    'an unknown key',
    exampleWith(['forces: [durham]', 'forces: [durham]\ncolour: blue']),
    '4:1 colour: the key "colour" has no place here → the keys here are: id, name, summary, forces, kind, nation, disposals, restsOn, standing, eligibility, pathway, outcome, sources',
  ],
  [
    'a misspelt key, told once',
    exampleWith(['says: Aged', 'say: Aged']),
    '10:5 eligibility[0].say: the key "say" has no place here → did you mean "says"?',
  ],
  [
    'a missing key',
    exampleWith(['name: Checkpoint\n', '']),
    '1:1 name: the key "name" is missing from the document → add name: what the scheme is called',
  ],
  [
    'a number where text belongs',
    exampleWith(['type: "22"', 'type: 22']),
    '24:22 outcome.completed.type: the number 22 has no place here → put it in quotes: "22"',
  ],
  [
    'text where a number belongs',
    exampleWith(['atLeast: 18', 'atLeast: "18"']),
    '11:33 eligibility[0].rule.atLeast: "18" has no place here → write 18 without quotes',
  ],
  [
    'an empty list',
    exampleWith(['standing:  ', 'standing: [] #'], ['\n  - { from: 2015-04-01, is: live, source: S-DUR }', '\n #']),
    '6:11 standing: the list "standing" is empty → write dated, in order; never edited, only added to',
  ],
  [
    'a key with nothing after it',
    exampleWith(['rule: { fact: age, atLeast: 18 }', 'rule:']),
    '11:5 eligibility[0].rule: no rule is written here → write a rule, as: { fact: age, atLeast: 18 }',
  ],
  [
    'a day that the calendar does not have',
    exampleWith(['from: 2015-04-01, is', 'from: 2015-02-29, is']),
    '7:13 standing[0].from: "2015-02-29" is not a day of the calendar → write a day, as: 2015-04-01',
  ],
  [
    'a length of time in words',
    exampleWith(['P4M', '4 months']),
    '17:24 pathway.agreement.length: "4 months" is not written as it must be → write a length of time in ISO 8601, as: P4M (4 months), P3D (3 days) or PT1H (1 hour)',
  ],
  [
    'an unknown fact',
    exampleWith(['fact: age', 'fact: agee']),
    '11:19 eligibility[0].rule.fact: there is no fact "agee" → did you mean "age"?',
  ],
  [
    'a form that does not suit its fact',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ fact: force, atLeast: 18 }']),
    '11:26 eligibility[0].rule.atLeast: "atLeast" does not suit force, which is one of a list of values → use is, isNot, in or notIn',
  ],
  [
    'a value that its fact cannot have',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ fact: force, is: Durham }']),
    '11:30 eligibility[0].rule.is: force: "Durham" is not one of its values → did you mean "durham"?',
  ],
  [
    'a value of a list that its fact cannot have',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ fact: substances, in: [cannabis, weed] }']),
    '11:46 eligibility[0].rule.in[1]: substances: "weed" is not one of its values',
  ],
  [
    'a number out of its fact’s range',
    exampleWith(['atLeast: 18', 'atLeast: 180']),
    '11:33 eligibility[0].rule.atLeast: age: 180 is out of range → write a whole number from 0 to 120',
  ],
  [
    'yes in place of true',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ fact: consents, is: yes }']),
    '11:33 eligibility[0].rule.is: consents: "yes" is not one of its values → write one of true, false',
  ],
  [
    'a span the wrong way round',
    exampleWith(['atLeast: 18', 'between: [25, 18]']),
    '11:33 eligibility[0].rule.between: between 25 and 18 there is no number: the lowest comes first → write between: [18, 25]',
  ],
  [
    'two forms in one rule',
    exampleWith(['atLeast: 18', 'atLeast: 18, atMost: 25']),
    '11:37 eligibility[0].rule.atMost: a rule has one form, and this has atLeast and atMost → write between: [lowest, highest]',
  ],
  [
    'a misspelt form',
    exampleWith(['atLeast: 18', 'atleast: 18']),
    '11:24 eligibility[0].rule.atleast: the key "atleast" has no place in a rule → did you mean "atLeast"?',
  ],
  [
    'a rule without a form',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ fact: age }']),
    '11:11 eligibility[0].rule: the rule says nothing about its fact',
  ],
  [
    'a list for a rule',
    exampleWith(['{ fact: age, atLeast: 18 }', '[{ fact: age, atLeast: 18 }]']),
    '11:11 eligibility[0].rule: a list is not a rule → put it under allOf: (every rule) or anyOf: (one of them)',
  ],
  [
    'a fault deep within a rule',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ anyOf: [{ not: { discretion: Is it?, by: sargeant } }] }']),
    '11:54 eligibility[0].rule.anyOf[0].not.by: "sargeant" is not one of the values here → did you mean "sergeant"? Write one of: officer, sergeant, inspector, prosecutor',
  ],
  [
    'an amount without its substance',
    exampleWith(['{ fact: age, atLeast: 18 }', '{ fact: grams, atMost: 5 }']),
    '11:11 eligibility[0].rule: grams is an amount by substance, and no substance is named → add forSubstance: cannabis, or the like',
  ],
  [
    'an unknown force',
    exampleWith(['forces: [durham]', 'forces: [durhm]']),
    '3:10 forces[0]: there is no force "durhm" → did you mean "durham"?',
  ],
  [
    'an unknown outcome type',
    exampleWith(['type: "22"', 'type: "99"']),
    '24:22 outcome.completed.type: there is no Home Office outcome type "99"',
  ],
  [
    'a source that is not defined',
    exampleWith(['is: live, source: S-DUR', 'is: live, source: S-DUT']),
    '7:43 standing[0].source: the source S-DUT is not defined → did you mean "S-DUR"? If not, add S-DUT under sources',
  ],
  [
    'a source that is not used',
    exampleWith(['sources:', 'sources:\n  S-OLD: { title: Old, publisher: Nobody }']),
    '27:3 sources.S-OLD: the source S-OLD is not used → cite it, or take it out',
  ],
  [
    'standing out of order',
    exampleWith(['eligibility:', '  - { from: 2014-01-01, is: approved, source: S-DUR }\neligibility:']),
    '8:13 standing[1].from: 2014-01-01 comes before 2015-04-01, the day of the entry above it → put the entries in order of their days, earliest first',
  ],
  [
    'a clause that ends before it begins',
    exampleWithClause('{ fact: age, atLeast: 10 }', 'from: 2016-01-01, until: 2015-12-31'),
    'eligibility[1].until: the last day, 2015-12-31, is before the first, 2016-01-01',
  ],
  [
    'a clause id used twice',
    exampleWith([
      'pathway:',
      '  - { id: DUR-1, says: Another, rule: { fact: age, atLeast: 10 }, source: S-DUR, standing: assumed, from: 2015-04-01 }\npathway:',
    ]),
    '15:11 eligibility[1].id: another clause above has the id "DUR-1" → give each clause its own id',
  ],
  [
    'a step id used twice',
    exampleWith(['id: sessions', 'id: first-meeting']),
    '20:13 pathway.steps[1].id: another step above has the id "first-meeting"',
  ],
  [
    'days without a clause',
    exampleWith(['# in force from;', '\n    until: 2016-12-31 #']),
    '15:12 eligibility[0].until: from 2017-01-01 no clause is in force → add a clause from that day on, or leave the last one open; an ended scheme says so under standing',
  ],
  [
    'a clause that no facts can meet',
    exampleWithClause('{ allOf: [{ fact: sex, is: female }, { not: { fact: sex, in: [female, male] } }] }'),
    'eligibility[1].rule: no facts can meet the clause DUR-2 → change what it asks of sex, so that some value will do',
  ],
  [
    'two clauses that contradict each other',
    exampleWithClause('{ fact: age, atMost: 17 }'),
    'eligibility[1].rule: the clauses DUR-1 and DUR-2 contradict each other: from 2015-04-01 no facts can meet both → change what they ask of age, or close the one that is out of date with until',
  ],
  [
    'a key written twice',
    exampleWith(['name: Checkpoint', 'name: Checkpoint\nname: Other']),
    '3:1 : the key "name" is written twice in the same place → keep one of the two',
  ],
  ['a tab', exampleWith(['    says:', '\tsays:']), '10:1 : a tab is used to indent → indent with spaces'],
  [
    'a colon within text',
    exampleWith(['says: Aged 18', 'says: Aged: 18']),
    '10:11 : a second colon on one line makes two keys of it → put the text that holds a colon in quotes',
  ],
  [
    'a dash without a space',
    exampleWith(['  - id: DUR-1', '  -id: DUR-1']),
    '9:8 : a dash begins an item, with a space after it → put a space after the dash',
  ],
  [
    'a line indented too far',
    exampleWith(['    says:', '      says:']),
    '9:9 : the line below this is indented too far → line it up with its neighbours',
  ],
  [
    'a key without its colon',
    exampleWith(['name: Checkpoint', 'name Checkpoint']),
    '2:1 : a key stands here without a colon and a space after it',
  ],
  [
    'a quotation mark left open',
    exampleWith(['says: Aged', 'says: "Aged']),
    '10:11 : a quotation mark opens here and is not closed → close it',
  ],
  [
    'a second document',
    `${EXAMPLE}---\nid: other\n`,
    '28:1 : a second document begins here (---) → keep one document to a file',
  ],
  [
    'an alias',
    exampleWith(['name: Checkpoint', 'name: &n Checkpoint\nsummary: *n']),
    '3:10 : "*n" points elsewhere in the document → write the value out where it is used',
  ],
  [
    'a tag',
    exampleWith(['name: Checkpoint', 'name: !js Checkpoint']),
    '2:7 : a YAML tag (!) has no place here → write the plain value',
  ],
  ['nothing', '', '1:1 : the document is empty'],
  [
    'a list for a document',
    '- 1\n',
    '1:1 : the document is a list, not keys with what they hold → write id, name, summary, forces, kind, nation, disposals, restsOn, standing, eligibility, pathway, outcome, sources, each with what it holds',
  ],
];

describe('a broken document is told, by place, what is wrong and what would be right:', () => {
  test.each(BROKEN)('%s', (_, text, fault) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  test('an id that is not the name of its folder, in a folder of schemes only', () => {
    expect(faultsOf(EXAMPLE, 'schemes/checkpoint/scheme.yaml')).toEqual([
      '1:5 id: the id "durham-checkpoint" is not the name of the folder, "checkpoint" → write id: checkpoint, or rename the folder',
    ]);
    expect(faultsOf(EXAMPLE, '/tmp/checkpoint/scheme.yaml')).toEqual([]);
  });

  test('every fault at once, in the order in which a reader meets them', () => {
    const text = exampleWith(
      ['forces: [durham]', 'forces: [durhm]'],
      ['is: live', 'is: alive'],
      ['fact: age', 'fact: agee'],
      ['P4M', 'four'],
      ['type: "22"', 'type: 22'],
    );
    expect(faultsOf(text).map((fault) => fault.split(':').slice(0, 1)[0])).toEqual(['3', '7', '11', '17', '24']);
  });

  test('three clauses of which each two can be met, but not all', () => {
    const text = exampleWith([
      'pathway:',
      `  - { id: DUR-2, says: B, rule: { anyOf: [{ fact: age, atMost: 17 }, { fact: consents, is: true }] }, source: S-DUR, standing: assumed, from: 2015-04-01 }
  - { id: DUR-3, says: C, rule: { fact: consents, is: false }, source: S-DUR, standing: assumed, from: 2015-04-01 }
pathway:`,
    ]);
    expect(faultsOf(text)).toHaveLength(1);
    expect(faultsOf(text)[0]).toContain('the clauses DUR-1, DUR-2 and DUR-3 contradict each other');
  });
});

describe('nothing is reported that is not so:', () => {
  test('clauses that would contradict each other but are never in force on one day', () => {
    const text = exampleWith(
      ['# in force from;', '\n    until: 2016-12-31 #'],
      [
        'pathway:',
        '  - { id: DUR-2, says: B, rule: { fact: age, atMost: 17 }, source: S-DUR, standing: assumed, from: 2017-01-01 }\npathway:',
      ],
    );
    expect(faultsOf(text)).toEqual([]);
  });

  test('sources are not called unused while the part that may use them is at fault', () => {
    const text = exampleWith(['says: Aged', 'says: 18 #'], ['source: S-DUR\n', 'source: 3\n']);
    expect(faultsOf(text).filter((fault) => fault.includes('not used'))).toEqual([]);
  });
});
