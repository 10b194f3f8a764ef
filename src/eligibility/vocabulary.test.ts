import { describe, expect, test } from 'vitest';
import { parseFacts, parseVocabulary } from './index.ts';

const age = { id: 'age', type: 'number', when: 'asked', question: 'Age?' };
const held = { id: 'held', type: 'yes-no', when: 'seen', question: 'Held?' };
const asking = (asked: object) => [age, held, { ...held, id: 'why', asking: asked }];

describe('A vocabulary that is none stops the program, and names what is wrong', () => {
  test.each<[string, readonly unknown[], string]>([
    ['no fact at all', [null], 'Fact 0: id, type, when, question missing or not of its type'],
    ['a member of another type', [{ ...age, min: '0' }], 'Fact age: min missing or not of its type'],
    ['a list of other things', [{ ...age, type: 'set', values: [1] }], 'Fact age: values missing or not of its type'],
    ['an id twice', [age, age], 'The vocabulary names a fact twice'],
    ['a type that is none', [{ ...age, type: 'colour' }], 'Fact age: "colour" is not a type of fact'],
    ['a way of finding out that is none', [{ ...age, when: 'guessed' }], '"guessed" is not a way of finding out'],
    ['a stand-in that is none', [{ ...age, standIn: 'years' }], 'Fact age names "years", which is no fact'],
    ['a bound that is none', [{ ...age, bounds: { notBelow: 'years' } }], 'Fact age names "years", which is no fact'],
    ['asked once, that is none', asking({ once: ['x'] }), 'Fact why names "x", which is no fact'],
    ['asked after, that is none', asking({ after: ['x'] }), 'Fact why names "x", which is no fact'],
    ['asked where, that is none', asking({ where: { fact: 'x', is: true } }), 'Fact why names "x", which is no fact'],
    [
      'asked where, that is none within all of',
      asking({ where: { allOf: [{ fact: 'held', is: true }, { not: { fact: 'x', is: true } }] } }),
      'Fact why names "x", which is no fact',
    ],
    [
      'in the frame where, that is none within any of',
      asking({
        frameWhere: {
          anyOf: [
            { fact: 'held', is: true },
            { fact: 'x', is: true },
          ],
        },
      }),
      'Fact why names "x", which is no fact',
    ],
    [
      'settled where, that is none',
      asking({ settled: { where: { fact: 'x', is: true }, as: true } }),
      'Fact why names "x", which is no fact',
    ],
    ['an answer to a tick that is none', asking({ unticked: 'maybe' }), 'Fact why: "maybe" is none of its values'],
    ['a turn that is none', asking({ turn: 'late' }), 'Fact why: "late" is not a turn of asking'],
  ])('%s', (_name, documents, message) => {
    expect(() => parseVocabulary(documents, [])).toThrow(message);
  });

  test('a rule of how to ask may have discretion in it, which names no fact', () => {
    const where = {
      anyOf: [
        { discretion: 'Fair?', by: 'officer' },
        { fact: 'held', is: true },
      ],
    };
    expect(parseVocabulary(asking({ where }), []).facts).toHaveLength(3);
  });
});

describe('A fact is of the kind that its type says', () => {
  const kind = (document: object, forces: readonly string[] = []) =>
    parseVocabulary([{ ...age, ...document }], forces).facts[0]?.type;
  test.each([
    [{ type: 'number' }, { kind: 'number', whole: true, least: 0, most: Infinity }],
    [
      { type: 'number', whole: false, min: -5, max: 5 },
      { kind: 'number', whole: false, least: -5, most: 5 },
    ],
    [{ type: 'yes-no' }, { kind: 'choice', values: [true, false] }],
    [
      { type: 'choice', values: ['a', 'b'] },
      { kind: 'choice', values: ['a', 'b'] },
    ],
    [
      { type: 'force', also: ['none'] },
      { kind: 'choice', values: ['durham', 'none'] },
    ],
    [{ type: 'code' }, { kind: 'code', pattern: '.+' }],
    [
      { type: 'code', pattern: '^E' },
      { kind: 'code', pattern: '^E' },
    ],
    [
      { type: 'set', values: ['x', true] },
      { kind: 'set', values: ['x'] },
    ],
    [
      { type: 'amounts', values: ['x', false], max: 9 },
      { kind: 'amounts', values: ['x'], least: 0, most: 9 },
    ],
  ])('%j', (document, type) => {
    expect(kind(document, ['durham'])).toEqual(type);
  });

  test('where the days since the offence are is known', () => {
    expect(parseVocabulary([age, { ...age, id: 'days', datesOffence: true }], []).offenceAgeSlot).toBe(1);
    expect(parseVocabulary([age], []).offenceAgeSlot).toBeNull();
  });
});

describe('A value that does not fit is told with what would', () => {
  const vocabulary = parseVocabulary(
    [
      age,
      held,
      { ...age, id: 'grams', type: 'amounts', values: ['cannabis'] },
      { ...age, id: 'times', type: 'counts-by-scheme' },
      { ...age, id: 'where', type: 'choice', values: ['street', 'home'] },
    ],
    [],
  );
  test.each([
    [{ grams: 3 }, 'grams', '3 is not an amount by substance', 'write { "cannabis": 3.5 }'],
    [{ grams: { canabis: 1 } }, 'grams.canabis', 'no such substance', 'did you mean "cannabis"?'],
    [{ grams: { tea: 1 } }, 'grams.tea', 'no such substance', 'write one of cannabis'],
    [
      { times: { 'Not An Id': 1 } },
      'times.Not An Id',
      'not the id of a scheme',
      'write the id in small letters and dashes',
    ],
    [{ where: 'stret' }, 'where', '"stret" is not one of its values', 'did you mean "street"?'],
    [{ where: 7 }, 'where', '7 is not one of its values', 'write one of "street", "home"'],
    [
      { where: { oneOf: 'home' } },
      'where',
      '"oneOf" is not a list',
      'write a value, or { "oneOf": [..] } where it is known to be one of several',
    ],
    [
      { where: { oneOf: ['home'], or: 1 } },
      'where',
      '"or" has no place here',
      'write a value, or { "oneOf": [..] } where it is known to be one of several',
    ],
    [{ held: 'tru' }, 'held', '"tru" is not one of its values', 'did you mean true?'],
  ])('%j', (facts, path, problem, remedy) => {
    const parsed = parseFacts(vocabulary, facts);
    expect(parsed.ok ? null : parsed.refusal).toEqual([{ path, problem, remedy }]);
  });

  test('a long one is cut short', () => {
    const parsed = parseFacts(vocabulary, { where: 'x'.repeat(58) });
    expect(parsed.ok ? null : parsed.refusal[0]?.problem).toBe(`"${'x'.repeat(58)}" is not one of its values`);
    const longer = parseFacts(vocabulary, { where: 'x'.repeat(59) });
    expect(longer.ok ? null : longer.refusal[0]?.problem).toBe(`"${'x'.repeat(56)}… is not one of its values`);
  });
});
