import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test('A length of time is said in its units', () => {
  expect(['P4M', 'P3D', 'PT1H', 'P1Y2M', 'PT1H30M', 'PT15M', 'P1W'].map(durationWords)).toEqual([
    '4 months',
    '3 days',
    '1 hour',
    '1 year 2 months',
    '1 hour 30 minutes',
    '15 minutes',
    '1 week',
  ]);
});
