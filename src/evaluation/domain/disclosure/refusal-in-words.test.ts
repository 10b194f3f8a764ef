import { expect, test } from 'vitest';
import { statisticsRefusalWords, type StatisticsRefusal } from '../../../statistics/index.ts';
import { refusalInWords } from './refusal-in-words.ts';
import { sentenceFor } from './sentence.ts';

test('Why a method gave no number is told to an evaluator with its counts, and to a board in general', () => {
  const code = Object.keys(statisticsRefusalWords)[0] as StatisticsRefusal['code'];
  const words = refusalInWords({ code, message: 'Row 7 has 3 people.' });
  expect(sentenceFor('evaluator', words)).toBe('Row 7 has 3 people.');
  expect(sentenceFor('board', words)).not.toMatch(/\d/);
  expect(words.counts).toEqual([
    { counts: [], written: 'Row 7 has 3 people.', forBoards: statisticsRefusalWords[code] },
  ]);
});
