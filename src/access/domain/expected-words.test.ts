import { describe, expect, test } from 'vitest';
import { expectedWords } from './expected-words.ts';

describe('The words that are expected in somebody’s password', () => {
  test('are those of the service, where nothing is known of them', () => {
    expect(expectedWords([])).toContain('waymark');
  });

  test('are their name as it is written, run together, without its marks, and word by word', () => {
    expect(expectedWords(['Mary-Jane O’Neil'])).toEqual(
      expect.arrayContaining(['mary-jane o’neil', 'mary-janeo’neil', 'maryjaneoneil', 'mary', 'jane', 'neil']),
    );
  });

  test('are the same however their letters are encoded', () => {
    const composed = 'Zoë Núñez';
    expect(expectedWords([composed.normalize('NFD')])).toEqual(expectedWords([composed]));
    expect(expectedWords([composed])).toContain('núñez');
  });

  test('have three letters or more: of fewer, everything would be made', () => {
    const words = expectedWords(['Al Fox 7']);
    expect(words).toContain('fox');
    expect(words).not.toContain('al');
    expect(words.filter((word) => word.length < 3)).toEqual([]);
  });
});
