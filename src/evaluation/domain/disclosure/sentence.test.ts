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
});
