import { describe, expect, test } from 'vitest';
import {
  count,
  countOf,
  distinct,
  forEvaluators,
  joined,
  sentence,
  sentenceFor,
  sentencesFor,
  setNumber,
  withCapital,
} from './sentence.ts';

describe('A sentence with counts', () => {
  const left = sentence`${count(3)} people are left out because their ${setNumber(12)} months had not passed.`;

  test('keeps its words and its counts apart', () => {
    expect(left.words).toEqual(['', ' people are left out because their 12 months had not passed.']);
    expect(left.counts.map(({ counts }) => counts)).toEqual([[3]]);
  });

  test('is read with its counts by an evaluator, and without them by a board', () => {
    expect(sentenceFor('evaluator', left)).toBe('3 people are left out because their 12 months had not passed.');
    expect(sentenceFor('board', left)).toBe('Some people are left out because their 12 months had not passed.');
  });

  test('says to a board what fits in place of how many of how many', () => {
    const rows = sentence`At ${setNumber(12)} months ${countOf(2, 40, 'some of the')} rows are not mature.`;
    expect(sentenceFor('evaluator', rows)).toBe('At 12 months 2 of 40 rows are not mature.');
    expect(sentenceFor('board', rows)).toBe('At 12 months some of the rows are not mature.');
  });

  test('takes the counts of a sentence within it along', () => {
    const whole = sentence`demo-coast is not in it: ${left}`;
    expect(whole.counts).toEqual(left.counts);
    expect(sentenceFor('board', whole)).toBe(
      'Demo-coast is not in it: some people are left out because their 12 months had not passed.',
    );
    expect(sentenceFor('evaluator', joined([left, left], ' '))).toMatch(/^3 people .* 3 people /);
  });

  test('is not there for a board where all of it is for evaluators', () => {
    const matches = sentence`${forEvaluators`${100} matches are made of ${81} controls.`}`;
    expect(sentencesFor('evaluator', [matches, left])).toHaveLength(2);
    expect(sentencesFor('board', [matches, left])).toEqual([sentenceFor('board', left)]);
  });

  test('takes no bare number, which might count somebody', () => {
    // @ts-expect-error -- a number has to say whether it is a count
    expect(() => sentence`${3} people`).toThrow(TypeError);
  });

  test('is said once, and with a capital where it begins', () => {
    expect(distinct([left, left, sentence`age`])).toEqual([left, sentence`age`]);
    expect(sentenceFor('evaluator', withCapital(sentence`age is the same for everybody`))).toMatch(/^Age is/);
  });

  test('says “some” to a board in place of how many of how many, where nothing else is given', () => {
    const of = sentence`${countOf(3, 809)} people`;
    expect(sentenceFor('board', of)).toBe('Some people');
    expect(of.counts.map(({ counts }) => counts)).toEqual([[3, 809]]);
  });

  test('begins for an evaluator as it is written', () => {
    expect(sentenceFor('evaluator', sentence`age is known of ${count(3)} people`)).toBe('age is known of 3 people');
  });

  test('has the words of a sentence within it in their places', () => {
    const inner = sentence`age of ${count(3)} people`;
    expect(sentence`No ${inner} is known.`.words).toEqual(['No age of ', ' people is known.']);
  });

  test('counts the numbers among what is for evaluators, and not the names', () => {
    const matches = forEvaluators`${100} matches in ${'demo-coast'} of ${81} controls`;
    expect(matches).toEqual({ counts: [100, 81], written: '100 matches in demo-coast of 81 controls', forBoards: '' });
  });

  test('is said as often as its counts differ, though a board reads the same', () => {
    const two = sentence`${count(4)} people are left out because their ${setNumber(12)} months had not passed.`;
    expect(distinct([left, two])).toEqual([left, two]);
  });

  test('is empty where there are no words', () => {
    const nothing = { words: [], counts: [] };
    expect(sentence([])).toEqual({ words: [''], counts: [] });
    expect(sentence(['a '], 'b')).toEqual({ words: ['a b'], counts: [] });
    expect(sentence`${nothing}`).toEqual({ words: [''], counts: [] });
    expect(sentence`${{ words: [], counts: [count(3)] }}`.words).toEqual(['', '']);
    expect(withCapital(nothing)).toEqual({ words: [''], counts: [] });
    expect(joined([], ', ')).toEqual({ words: [''], counts: [] });
  });
});
